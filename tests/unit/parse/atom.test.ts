import { describe, expect, it } from 'vitest';
import { atom, atomEntry, only, parse } from './feeds.ts';

describe('an Atom feed', () => {
  it('says what it is', () => {
    const feed = parse(
      atom(`<subtitle type="html">Tin &amp;lt;b&amp;gt;</subtitle><link href="https://bao.example/"/>
        <link rel="self" href="/atom.xml"/><icon>/i.png</icon>`, 'xml:lang="vi"'),
    );
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'Báo',
      description: 'Tin <b>',
      siteUrl: 'https://bao.example/',
      selfUrl: 'https://bao.example/atom.xml',
      iconUrl: 'https://bao.example/i.png',
      language: 'vi',
      entries: [],
    });
  });

  it('is read under any prefix and without a namespace', () => {
    const prefixed = parse('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>E</a:title></a:entry></a:feed>');
    expect(only(prefixed).title).toBe('E');
    expect(only(parse('<feed><title>T</title><entry><title>E</title></entry></feed>')).title).toBe('E');
  });
});

describe('an Atom entry', () => {
  it('is read in full', () => {
    const entry = atomEntry(`<id>urn:1</id><title type="text">Một</title><link rel="alternate" type="text/html" href="/1"/>
      <link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="5" title="Nghe"/><published>2026-03-07T00:05:00+07:00</published>
      <updated>2026-03-08T00:05:00+07:00</updated><author><name>Lê C</name></author><author><name>Hồ D</name></author>
      <category term="ts" label="Thời sự"/><category term="lu"/><summary>Ngắn &lt; dài</summary><content type="html">&lt;p&gt;Dài&lt;/p&gt;</content>`);
    expect(entry).toEqual({
      guid: 'urn:1',
      url: 'https://bao.example/1',
      title: 'Một',
      summaryHtml: 'Ngắn &lt; dài',
      contentHtml: '<p>Dài</p>',
      author: 'Lê C, Hồ D',
      publishedAt: Date.UTC(2026, 2, 6, 17, 5),
      updatedAt: Date.UTC(2026, 2, 7, 17, 5),
      categories: ['Thời sự', 'lu'],
      enclosures: [{ url: 'https://bao.example/1.mp3', mimeType: 'audio/mpeg', length: 5, durationSeconds: null, title: 'Nghe' }],
      imageUrl: null,
    });
  });

  it('has the feed author where it has none', () => {
    const feed = parse(atom('<author><name>Tòa soạn</name></author><entry><title>E</title></entry>'));
    expect(only(feed).author).toBe('Tòa soạn');
  });

  it('keeps XHTML without its wrapping div', () => {
    const content = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b class="x">b</b> &lt; c<br/><img src="i.png" alt="&quot;"/></div></content>';
    expect(atomEntry(content).contentHtml).toBe('A <b class="x">b</b> &lt; c<br><img src="i.png" alt="&quot;">');
  });

  it('keeps XHTML under a prefix', () => {
    const content = '<content type="xhtml"><h:div>A <h:b>b</h:b></h:div></content>';
    expect(atomEntry(content, 'xmlns:h="http://www.w3.org/1999/xhtml"').contentHtml).toBe('A <b>b</b>');
  });

  it('has addresses in its content made absolute where xml:base differs', () => {
    const entry = atomEntry('<content type="html" xml:base="https://goc.example/a/">&lt;a href="b?x=1&amp;amp;y=2"&gt;x&lt;/a&gt;&lt;img src=c.png&gt;</content>');
    expect(entry.contentHtml).toBe('<a href="https://goc.example/a/b?x=1&amp;y=2">x</a><img src="https://goc.example/a/c.png">');
  });

  it('has base64 content decoded where it is text', () => {
    const text = Buffer.from('<p>Tiếng Việt</p>').toString('base64');
    expect(atomEntry(`<content type="application/octet-stream">${text}</content>`).contentHtml).toBe('<p>Tiếng Việt</p>');
    expect(atomEntry('<content type="image/png">iVBORw0KGgo=</content>').contentHtml).toBeNull();
  });

  it('that escaped HTML without saying so is HTML', () => {
    expect(atomEntry('<content>&lt;p&gt;Đoạn&lt;/p&gt;</content>').contentHtml).toBe('<p>Đoạn</p>');
    expect(atomEntry('<content>1 &lt; 2</content>').contentHtml).toBe('1 &lt; 2');
  });

  it('has its id as address only where it is one and no link is', () => {
    expect(atomEntry('<id>https://bao.example/id</id>').url).toBe('https://bao.example/id');
    expect(atomEntry('<id>https://bao.example/id</id><link href="/1"/>').url).toBe('https://bao.example/1');
    expect(atomEntry('<id>tag:1</id><link rel="related" href="/1"/>').url).toBeNull();
  });

  it('of a film site has its description and picture from the media group', () => {
    const entry = atomEntry(
      '<title>E</title><media:group><media:thumbnail url="https://bao.example/t.jpg" width="480"/><media:description>Lời &amp; hình</media:description></media:group>',
      'xmlns:media="http://search.yahoo.com/mrss/"',
    );
    expect(entry).toMatchObject({ summaryHtml: 'Lời &amp; hình', imageUrl: 'https://bao.example/t.jpg' });
  });
});

describe('Atom 0.3', () => {
  it('is read with its own names and modes', () => {
    const feed = parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">A &amp;amp; B</title><tagline>Dòng</tagline>
      <entry><title>E</title><link rel="alternate" type="text/html" href="https://bao.example/1"/><issued>2004-01-01T00:00:00Z</issued>
      <modified>2004-01-02T00:00:00Z</modified><content type="text/html" mode="escaped">&lt;b&gt;x&lt;/b&gt;</content></entry></feed>`);
    expect(feed).toMatchObject({ format: 'atom', title: 'A & B', description: 'Dòng' });
    expect(only(feed)).toMatchObject({
      url: 'https://bao.example/1',
      publishedAt: Date.UTC(2004, 0, 1),
      updatedAt: Date.UTC(2004, 0, 2),
      contentHtml: '<b>x</b>',
    });
  });
});
