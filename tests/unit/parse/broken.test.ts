import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../main/parse/limits.ts';
import { FEED_URL, only, parse, rss, rssEntry } from './feeds.ts';

describe('titles', () => {
  it.each([
    ['A & B', 'A & B'],
    ['A &amp; B', 'A & B'],
    ['A &amp;amp; B', 'A & B'],
    ['<![CDATA[ A &amp;apos;B&amp;apos; ]]>', "A 'B'"],
    ['<![CDATA[Năm 2024 đ&atilde; c&oacute; nh&acirc;n vi&ecirc;n]]>', 'Năm 2024 đã có nhân viên'],
    ['a&nbsp;b &eacute;', 'a b é'],
    ['&#7841;&#x1EA1;&#150;', 'ạạ–'],
    ['&#0;&#1;&#xD800;&#99999999999;A', '\uFFFD\uFFFD\uFFFDA'],
    ['1 < 2 và 3 > 2', '1 < 2 và 3 > 2'],
    ['Thẻ &lt;b&gt; là gì', 'Thẻ <b> là gì'],
    ['Một &lt;b&gt;đậm&lt;/b&gt; lắm', 'Một đậm lắm'],
    ['Một <b>đậm</b> lắm', 'Một đậm lắm'],
    ['List&lt;String&gt; &lt;T&gt;', 'List<String> <T>'],
    ['Dòng&lt;br&gt;hai', 'Dòng hai'],
    ['a&lt;!-- x --&gt;b&lt;script&gt;c()&lt;/script&gt;d', 'abd'],
    ['Quốc\u00A0hội, Lào\u200B Cai, đ\u200Cã, b\u00ADão', 'Quốc hội, Lào Cai, đã, bão'],
    ['Ti\u00EA\u0301ng Vi\u00EA\u0323t', 'Tiếng Việt'],
    ['👩\u200D👩\u200D👧', '👩\u200D👩\u200D👧'],
    ['  nhiều\n\t khoảng   trắng ', 'nhiều khoảng trắng'],
  ])('%j', (written, expected) => {
    expect(rssEntry(`<title>${written}</title>`).title).toBe(expected);
  });

  it('are cut when endless', () => {
    const { title } = rssEntry(`<title>${'chữ '.repeat(10_000)}</title>`);
    expect(title.length).toBeLessThanOrEqual(LIMITS.title + 1);
    expect(title.endsWith('…')).toBe(true);
  });
});

describe('broken XML is rescued', () => {
  const items = '<item><title>Một</title><link>https://bao.example/?a=1&b=2</link></item><item><title>Hai</title><link>https://bao.example/2</link></item>';

  it.each([
    ['junk before the prolog', `\n\n<br />\n<b>Warning</b>: x in y\n${rss(items)}`],
    ['text after the end', `${rss(items)}<script>x()</script>`],
    ['a comment that speaks of html', `<!-- <html> <rss> -->${rss(items)}`],
    ['an HTML doctype', `<!DOCTYPE html>${rss(items).replace(/^.*\n/, '')}`],
    ['control characters', rss(items.replace('Một', 'M\u0000ộ\u0008t\uFFFF'))],
    ['undeclared prefixes', rss(`<x:y>z</x:y>${items}`)],
    ['an end tag too many', rss(`</p>${items}`)],
    ['end tags in another case', rss(items.replaceAll('</title>', '</TITLE>'))],
    ['unquoted attributes', rss(`<cloud domain=x port=80 />${items}`)],
    ['a name that is no name', rss(`<1a>x</1a>${items}`)],
    ['items that never end', rss(items.replaceAll('</item>', ''))],
    ['a document cut between items', rss(items).replace('</channel></rss>', '')],
    ['a document cut in a third item', rss(items).replace('</channel></rss>', '<item><title>Ba bị c')],
    ['a document cut in a tag', rss(items).replace('</channel></rss>', '<item><ti')],
  ])('%s', (_name, text) => {
    const { entries } = parse(text);
    expect(entries.map(({ title, url }) => [title, url])).toEqual([
      ['Một', 'https://bao.example/?a=1&b=2'],
      ['Hai', 'https://bao.example/2'],
    ]);
  });

  it('keeps a cut entry that has its title and address, without what was cut', () => {
    const entry = only(parse(rss('').replace('</channel></rss>', '<item><title>Một</title><link>https://bao.example/1</link><description>Nửa ch')));
    expect(entry).toMatchObject({ title: 'Một', url: 'https://bao.example/1' });
  });

  it('says that a feed is broken of which nothing is left, rather than call it empty', () => {
    const cut = rss('').replace('</channel></rss>', '<item><title>Một</title><link>https://bao.exam');
    expect(() => parse(cut)).toThrow(expect.objectContaining({ kind: 'broken-feed' }));
  });

  it('takes markup that nobody escaped for markup', () => {
    const entry = rssEntry('<description>Xin <b>chào</b><br>bạn</description><title>T</title>');
    expect(entry).toMatchObject({ summaryHtml: 'Xin <b>chào</b><br>bạn', title: 'T' });
  });
});

describe('what is refused', () => {
  const refusal = (text: string): unknown => {
    try {
      return parse(text);
    } catch (error) {
      return error;
    }
  };

  it.each([
    ['a page', '<!doctype html><html><head><title>T</title></head><body><feed></feed></body></html>', 'a web page'],
    ['a page with a licence in a comment', '<html><!-- <rdf:RDF></rdf:RDF> --><body></body></html>', 'a web page'],
    ['nothing', '', 'something else'],
    ['text', 'Xin chào', 'something else'],
    ['other XML', '<?xml version="1.0"?><svg><title>x</title></svg>', 'something else'],
    ['comments that never end', '<!--'.repeat(1000), 'something else'],
  ])('%s is not a feed', (_name, text, what) => {
    expect(refusal(text)).toMatchObject({ kind: 'not-a-feed', message: `${FEED_URL} is ${what}, not a feed.`, facts: { url: FEED_URL } });
  });

  it.each([
    ['an RSS root with nothing of RSS in it', '<rss version="2.0">Lỗi máy chủ</rss>'],
    ['an Atom root with text only', '<feed xmlns="http://www.w3.org/2005/Atom">Lỗi máy chủ</feed>'],
    ['a root cut in its tag', '<rss version="2.'],
  ])('%s is broken', (_name, text) => {
    expect(refusal(text)).toMatchObject({ kind: 'broken-feed', facts: { url: FEED_URL } });
  });

  it('names the type that the server claimed', () => {
    const refused = refusal('PDF');
    expect(refused).toMatchObject({ message: expect.stringContaining('something else') as string });
  });
});

describe('bounds', () => {
  it('never expand entities of the DOCTYPE more than once', () => {
    const levels = ['a "xxxxxxxxxx"', ...'bcdefghijk'.split('').map((name, at) => `${name} "${`&${'abcdefghij'[at]};`.repeat(10)}"`)];
    const doctype = `<!DOCTYPE rss [${levels.map((level) => `<!ENTITY ${level}>`).join('')}]>`;
    const feed = parse(`${doctype}<rss><channel><title>&k;|&a;</title></channel></rss>`);
    expect(feed.title).toBe('&k;|xxxxxxxxxx');
  });

  it('never read entities from files or addresses', () => {
    const feed = parse('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>');
    expect(feed.title).toBe('&x;');
  });

  it('limit how often a short entity is put in', () => {
    const doctype = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(500)}">]>`;
    const feed = parse(`${doctype}<rss><channel><title>T</title><description>${'&a;'.repeat(100_000)}</description></channel></rss>`);
    expect(feed.description?.length).toBeLessThanOrEqual(LIMITS.plainText + 1);
  });

  it('limit the entries', () => {
    const feed = parse(rss('<item><title>T</title></item>'.repeat(LIMITS.entries + 500)));
    expect(feed.entries).toHaveLength(LIMITS.entries);
  });

  it('limit depth, and keep what came before', () => {
    const entry = rssEntry(`<title>T</title><description>${'<b>'.repeat(100_000)}`);
    expect(entry.title).toBe('T');
    const whole = rssEntry(`<title>T</title><description>${'<b>'.repeat(1000)}x${'</b>'.repeat(1000)}</description><author>A</author>`);
    expect(whole.author).toBe('A');
  });

  it('drop addresses and ids that are too long to be true', () => {
    const entry = rssEntry(`<link>https://bao.example/${'a'.repeat(10_000)}</link><guid>${'g'.repeat(10_000)}</guid>`);
    expect(entry).toMatchObject({ url: null, guid: null });
  });

  it('take names of built-in properties for names', () => {
    const entry = rssEntry('<constructor>x</constructor><__proto__ a="b">x</__proto__><enclosure __proto__="x" constructor="y" url="/a.mp3"/>');
    expect(entry.enclosures.map(({ url }) => url)).toEqual(['https://bao.example/a.mp3']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
