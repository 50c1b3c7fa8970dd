import { describe, expect, it } from 'vitest';
import { parse, rss, rssEntry } from './feeds.ts';

describe('an RSS 2.0 channel', () => {
  it('says what it is', () => {
    const feed = parse(
      rss(`<description>Tin &amp;amp; ảnh</description><language>vi-VN</language><ttl>30</ttl>
        <skipHours><hour>3</hour><hour>24</hour><hour>x</hour></skipHours>
        <atom:link rel="self" href="/rss/tin.rss"/><image><url>/logo.png</url><link>https://bao.example/</link></image>`),
    );
    expect(feed).toEqual({
      format: 'rss',
      title: 'Báo',
      description: 'Tin & ảnh',
      siteUrl: 'https://bao.example/',
      selfUrl: 'https://bao.example/rss/tin.rss',
      iconUrl: 'https://bao.example/logo.png',
      language: 'vi-VN',
      ttlMinutes: 30,
      skipHours: [0, 3],
      entries: [],
    });
  });

  it('whose link is the feed itself belongs to the site', () => {
    const feed = parse('<rss><channel><title>T</title><link>https://bao.example/thoi-su.rss</link></channel></rss>');
    expect(feed.siteUrl).toBe('https://bao.example/');
  });

  it('of a podcast has the podcast picture', () => {
    expect(parse(rss('<itunes:image href="https://bao.example/p.jpg"/>')).iconUrl).toBe('https://bao.example/p.jpg');
  });

  it('says its rhythm by the syndication module', () => {
    const sy = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
    const feed = parse(`<rss ${sy}><channel><title>T</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel></rss>`);
    expect(feed.ttlMinutes).toBe(360);
  });
});

describe('an RSS item', () => {
  it('is read in full', () => {
    const entry = rssEntry(`<title>Lũ lớn ở Lào Cai</title><link> https://bao.example/lu-1.html
      </link><guid isPermaLink="false">tin-1</guid><description>&lt;p&gt;Tóm tắt&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>Toàn văn</p>]]></content:encoded><dc:creator>Nguyễn Văn A</dc:creator>
      <dc:creator>Trần B</dc:creator><pubDate>Mon, 05 Oct 2026 11:07:00 +07</pubDate><category>Thời sự</category>
      <category>Thời sự</category><dc:subject>Lũ</dc:subject>`);
    expect(entry).toEqual({
      guid: 'tin-1',
      url: 'https://bao.example/lu-1.html',
      title: 'Lũ lớn ở Lào Cai',
      summaryHtml: '<p>Tóm tắt</p>',
      contentHtml: '<p>Toàn văn</p>',
      author: 'Nguyễn Văn A, Trần B',
      publishedAt: Date.UTC(2026, 9, 5, 4, 7),
      updatedAt: null,
      categories: ['Thời sự', 'Lũ'],
      enclosures: [],
      imageUrl: null,
    });
  });

  it('without a link has its permalink guid', () => {
    expect(rssEntry('<guid>https://bao.example/1</guid>').url).toBe('https://bao.example/1');
    expect(rssEntry('<guid isPermaLink="false">https://bao.example/1</guid>').url).toBeNull();
    expect(rssEntry('<guid>tag:bao,1</guid>').url).toBeNull();
  });

  it('without a guid has none', () => {
    expect(rssEntry('<title>T</title><link>https://bao.example/1</link>').guid).toBeNull();
  });

  it('has its own address, not the counting one', () => {
    const origin = '<feedburner:origLink>https://bao.example/goc</feedburner:origLink>';
    expect(rssEntry(`<link>https://feeds.example/~r/1</link>${origin}`).url).toBe('https://bao.example/goc');
  });

  it('has its address from an Atom link', () => {
    const links = '<atom:link rel="self" href="/x.rss"/><atom:link href="/bai-1"/>';
    expect(rssEntry(links).url).toBe('https://bao.example/bai-1');
  });

  it('never has an address that is not of the web', () => {
    expect(rssEntry('<link>javascript:alert(1)</link>').url).toBeNull();
    expect(rssEntry('<link>file:///etc/passwd</link><guid>data:text/html,x</guid>').url).toBeNull();
  });

  it('has relative addresses resolved against the site or xml:base', () => {
    expect(rssEntry('<link>/bai-1.html</link>').url).toBe('https://bao.example/bai-1.html');
    const feed = parse('<rss xml:base="https://goc.example/a/"><channel xml:base="b/"><title>T</title><item><link>1</link></item></channel></rss>');
    expect(feed.entries[0]?.url).toBe('https://goc.example/a/b/1');
  });

  it('names a person without the address', () => {
    expect(rssEntry('<author>a@bao.example (Lê Thị C)</author>').author).toBe('Lê Thị C');
    expect(rssEntry('<author>Lê Thị C &lt;a@bao.example&gt;</author>').author).toBe('Lê Thị C');
    expect(rssEntry('<author><name>Lê Thị C</name></author>').author).toBe('Lê Thị C');
    expect(rssEntry('<author>a@bao.example</author>').author).toBe('a@bao.example');
  });

  it('takes the first date that can be read', () => {
    const entry = rssEntry('<pubDate>hôm qua</pubDate><dc:date>2026-03-07T00:00:00Z</dc:date>');
    expect(entry.publishedAt).toBe(Date.UTC(2026, 2, 7));
    expect(rssEntry('<atom:updated>2026-03-07T00:00:00Z</atom:updated>')).toMatchObject({
      publishedAt: Date.UTC(2026, 2, 7),
      updatedAt: Date.UTC(2026, 2, 7),
    });
  });
});

describe('a date without a zone', () => {
  const item = '<item><pubDate>2026-10-02 09:25:00</pubDate></item>';

  it('is Vietnamese time in a Vietnamese feed', () => {
    expect(parse(rss(`<language>vi</language>${item}`)).entries[0]?.publishedAt).toBe(Date.UTC(2026, 9, 2, 2, 25));
    expect(parse(rss(item), 'https://bao.example.vn/rss').entries[0]?.publishedAt).toBe(Date.UTC(2026, 9, 2, 2, 25));
  });

  it('is UTC elsewhere', () => {
    expect(parse(rss(item)).entries[0]?.publishedAt).toBe(Date.UTC(2026, 9, 2, 9, 25));
  });
});

describe('media', () => {
  it('are enclosures with what is said of them', () => {
    const entry = rssEntry('<enclosure url="/a.mp3" type="audio/mpeg; x=y" length="1234"/><itunes:duration>1:02:03</itunes:duration>');
    expect(entry.enclosures).toEqual([
      { url: 'https://bao.example/a.mp3', mimeType: 'audio/mpeg', length: 1234, durationSeconds: 3723, title: null },
    ]);
  });

  it('in groups give the widest picture and the films', () => {
    const entry = rssEntry(`<media:group><media:content url="/s.jpg" medium="image" width="100"/>
      <media:content url="/l.jpg" type="image/jpeg" width="900"/><media:thumbnail url="/t.jpg" width="50"/>
      <media:content url="/v.mp4" type="video/mp4" duration="61" fileSize="99"><media:title>Phim</media:title></media:content></media:group>`);
    expect(entry.imageUrl).toBe('https://bao.example/l.jpg');
    expect(entry.enclosures).toEqual([
      { url: 'https://bao.example/v.mp4', mimeType: 'video/mp4', length: 99, durationSeconds: 61, title: 'Phim' },
    ]);
  });

  it.each([
    ['<media:thumbnail url="https://bao.example/t.jpg"/>', 'https://bao.example/t.jpg'],
    ['<itunes:image href="https://bao.example/i.jpg"/>', 'https://bao.example/i.jpg'],
    ['<enclosure url="https://bao.example/e.jpg" type="image/jpeg" length="1"/>', 'https://bao.example/e.jpg'],
    ['<image><url>https://bao.example/u.jpg</url></image>', 'https://bao.example/u.jpg'],
    ['<thumb>https://bao.example/h.jpg</thumb>', 'https://bao.example/h.jpg'],
    ["<description><![CDATA[<a href='/1'/><img src='https://bao.example/d.jpg?a=1&amp;b=2' /></a></br>Tin]]></description>", 'https://bao.example/d.jpg?a=1&b=2'],
    ['<description>&lt;img width=1 height=1 src="https://dem.example/p.gif"&gt;Tin</description>', null],
    ['<description>Tin &lt;img src="https://bao.example/sau.jpg"&gt;</description>', null],
    ['<media:content url="javascript:x" medium="image"/>', null],
  ])('%s', (item, expected) => {
    expect(rssEntry(item).imageUrl).toBe(expected);
  });
});

describe('older RSS', () => {
  it('1.0 has its items beside the channel', () => {
    const feed = parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://bao.example/"><title>T</title><link>https://bao.example/</link><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>
      <image><url>https://bao.example/l.png</url></image>
      <item rdf:about="https://bao.example/1"><title>Một</title><dc:date>2003-12-31</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ format: 'rss', title: 'T', iconUrl: 'https://bao.example/l.png' });
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({ guid: 'https://bao.example/1', url: 'https://bao.example/1', title: 'Một' });
  });

  it('may use any prefix for a namespace', () => {
    const feed = parse(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://my.netscape.com/rdf/simple/0.9/" xmlns:k="http://purl.org/dc/elements/1.1/">
      <x:channel><x:title>T</x:title></x:channel><x:item><x:title>Một</x:title><k:creator>A</k:creator></x:item></r:RDF>`);
    expect(feed.title).toBe('T');
    expect(feed.entries[0]).toMatchObject({ title: 'Một', author: 'A' });
  });

  it('0.91 and bare channels are read', () => {
    expect(parse('<rss version="0.91"><channel><title>T</title><item><title>A</title></item></channel></rss>').entries).toHaveLength(1);
    expect(parse('<channel><title>T</title><item><title>A</title></item></channel>').entries).toHaveLength(1);
  });
});
