import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { parseOpml, writeOpml } from '../../../main/opml/index.ts';
import type { OpmlSubscription } from '../../../main/opml/index.ts';

const CREATED = Date.UTC(2026, 10, 24);

function list(body: string): string {
  return `<?xml version="1.0"?><opml version="2.0"><head><title>Báo của tôi</title></head><body>${body}</body></opml>`;
}

function feed(name: string): string {
  return `<outline type="rss" text="${name}" xmlUrl="https://${name}.example/rss" htmlUrl="https://${name}.example/"/>`;
}

describe('a subscription list', () => {
  it('is read with its folders', () => {
    const read = parseOpml(list(`${feed('a')}<outline text="Tin tức">${feed('b')}<outline title="Thể thao">${feed('c')}</outline></outline>${feed('d')}`));
    expect(read.title).toBe('Báo của tôi');
    expect(read.skipped).toEqual([]);
    expect(read.subscriptions.map(({ title, folders }) => [title, folders])).toEqual([
      ['a', []],
      ['b', ['Tin tức']],
      ['c', ['Tin tức', 'Thể thao']],
      ['d', []],
    ]);
    expect(read.subscriptions[0]).toEqual({ feedUrl: 'https://a.example/rss', title: 'a', siteUrl: 'https://a.example/', folders: [] });
  });

  it('may say folders by categories', () => {
    const read = parseOpml(list('<outline text="x" xmlUrl="https://x.example/rss" category="/Tin/Việt Nam,/khác"/>'));
    expect(read.subscriptions[0]?.folders).toEqual(['Tin', 'Việt Nam']);
  });

  it.each([
    ['attributes in any case', '<OUTLINE TEXT="x" XMLURL="https://x.example/rss"/>'],
    ['the address of OPML 1', '<outline type="rss" text="x" url="https://x.example/rss"/>'],
    ['the feed scheme', '<outline text="x" xmlUrl="feed://x.example/rss"/>'],
    ['the feed scheme before another', '<outline text="x" xmlUrl="feed:https://x.example/rss"/>'],
    ['no scheme', '<outline text="x" xmlUrl="x.example/rss"/>'],
    ['unquoted attributes', '<outline text=x xmlUrl=https://x.example/rss></outline>'],
    ['a name escaped twice', '<outline text="&amp;#120;" xmlUrl=" https://x.example/rss "/>'],
  ])('may have %s', (_name, body) => {
    expect(parseOpml(list(body)).subscriptions).toEqual([{ feedUrl: 'https://x.example/rss', title: 'x', siteUrl: null, folders: [] }]);
  });

  it('keeps stray ampersands in addresses', () => {
    expect(parseOpml(list('<outline text="A & B" xmlUrl="https://x.example/?a=1&b=2"/>')).subscriptions[0]).toMatchObject({
      title: 'A & B',
      feedUrl: 'https://x.example/?a=1&b=2',
    });
  });

  it('says of each entry that it leaves out why', () => {
    const read = parseOpml(
      list(`${feed('a')}${feed('a')}<outline type="rss" text="trống"/><outline text="tệp" xmlUrl="file:///etc/passwd"/><outline text="xấu" xmlUrl="http://[x"/>`),
    );
    expect(read.subscriptions).toHaveLength(1);
    expect(read.skipped).toEqual([
      { url: 'https://a.example/rss', title: 'a', message: 'https://a.example/rss is in the list more than once.' },
      { url: '', title: 'trống', message: 'It has no feed address.' },
      { url: 'file:///etc/passwd', title: 'tệp', message: '“file:///etc/passwd” is not an address on the web.' },
      { url: 'http://[x', title: 'xấu', message: '“http://[x” is not an address on the web.' },
    ]);
  });

  it('that is empty is read', () => {
    expect(parseOpml(list(''))).toMatchObject({ subscriptions: [], skipped: [] });
  });

  it('of thousands is read', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => feed(`f${at}`)).join('');
    expect(parseOpml(list(`<outline text="Nhiều">${many}</outline>`)).subscriptions).toHaveLength(5_000);
  });
});

describe('a broken list', () => {
  it.each([
    ['cut short', list(`<outline text="Tin">${feed('a')}${feed('b')}<outline text="c" xmlU`).replace(/<\/body>.*/, '')],
    ['without end tags', `<opml><body><outline text="Tin">${feed('a')}${feed('b')}`],
    ['without its root', `<outline text="Tin">${feed('a')}${feed('b')}</outline>`],
    ['with junk before it', `lỗi\n${list(`<outline text="Tin">${feed('a')}${feed('b')}</outline>`)}`],
  ])('%s is rescued', (_name, text) => {
    expect(parseOpml(text).subscriptions.map(({ title, folders }) => [title, folders])).toEqual([
      ['a', ['Tin']],
      ['b', ['Tin']],
    ]);
  });

  it('nested without end keeps what came first', () => {
    expect(parseOpml(list(`${feed('a')}${'<outline text="x">'.repeat(50_000)}${feed('b')}`)).subscriptions).toHaveLength(1);
  });

  it('never grows by entities', () => {
    const doctype = '<!DOCTYPE opml [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;">]>';
    expect(parseOpml(`${doctype}${list('<outline text="&b;" xmlUrl="https://x.example/rss"/>')}`).subscriptions[0]?.title).toBe('&b;');
  });
});

describe('what is no list', () => {
  it.each([
    ['', 'empty'],
    ['xin chào', 'something else'],
    ['<html><body>x</body></html>', 'a web page'],
    ['<rss version="2.0"><channel/></rss>', 'a feed; its address can be added by itself'],
  ])('%s is refused', (text, what) => {
    expect(() => parseOpml(text)).toThrow(
      expect.objectContaining({ kind: 'unsupported-type', message: `This is not a subscription list (OPML): it is ${what}.` }),
    );
  });

  it('is refused with our error only', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ maxLength: 9 }), fc.constantFrom('<opml>', '<outline ', 'xmlUrl="', 'text="', '"/>', '</outline>', '&#x', '<![CDATA[')), { maxLength: 40 }), (pieces) => {
        try {
          parseOpml(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(DocbaoError);
        }
      }),
    );
  });
});

describe('writing', () => {
  it('nests folders and escapes', () => {
    const text = writeOpml(
      [
        { feedUrl: 'https://a.example/?x=1&y="2"', title: 'A & <B>\n"C"', siteUrl: null, folders: ['Tin "nóng"', 'Sâu'] },
        { feedUrl: 'https://b.example/', title: '', siteUrl: 'https://b.example/', folders: [] },
      ],
      { title: 'Docbao & tôi', createdAt: CREATED },
    );
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Docbao &amp; tôi</title>
    <dateCreated>Tue, 24 Nov 2026 00:00:00 GMT</dateCreated>
  </head>
  <body>
    <outline text="Tin &quot;nóng&quot;" title="Tin &quot;nóng&quot;">
      <outline text="Sâu" title="Sâu">
        <outline type="rss" text="A &amp; &lt;B&gt; &quot;C&quot;" title="A &amp; &lt;B&gt; &quot;C&quot;" xmlUrl="https://a.example/?x=1&amp;y=&quot;2&quot;"/>
      </outline>
    </outline>
    <outline type="rss" text="https://b.example/" title="https://b.example/" xmlUrl="https://b.example/" htmlUrl="https://b.example/"/>
  </body>
</opml>
`);
  });

  it('is undone by reading', () => {
    const name = fc.stringMatching(/^[\p{L}\d"'<>][\p{L}\d"'<> ]{0,20}[\p{L}\d]$/u).map((text) => text.normalize('NFC').replace(/ +/g, ' '));
    const subscription: fc.Arbitrary<OpmlSubscription> = fc.record({
      feedUrl: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
      title: name,
      siteUrl: fc.option(fc.webUrl().map((url) => new URL(url).href)),
      folders: fc.array(name, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(subscription, { selector: ({ feedUrl }) => feedUrl, maxLength: 12 }), (subscriptions) => {
        const read = parseOpml(writeOpml(subscriptions, { title: 'T', createdAt: CREATED }));
        expect(read.skipped).toEqual([]);
        expect(new Set(read.subscriptions.map((one) => JSON.stringify(one)))).toEqual(new Set(subscriptions.map((one) => JSON.stringify(one))));
      }),
    );
  });
});
