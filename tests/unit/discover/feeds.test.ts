import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonFeedUrls, discoverFeeds, feedListPages } from '../../../main/discover/index.ts';

const PAGE = 'https://bao.example/thoi-su';

function page(head: string, body = ''): string {
  return `<!doctype html><html><head><title>Báo</title>${head}</head><body>${body}</body></html>`;
}

function urls(html: string, at = PAGE): string[] {
  return discoverFeeds(html, at).map(({ url }) => url);
}

describe('alternate links', () => {
  it.each([
    ['<link rel="alternate" type="application/rss+xml" title="Tin &amp; ảnh" href="/rss/tin.rss">', 'Tin & ảnh'],
    ['<LINK REL="ALTERNATE" TYPE="application/atom+xml" HREF="/rss/tin.rss">', null],
    ['<link href="//bao.example/rss/tin.rss" rel="feed">', null],
    ['<link rel="alternate home" type="application/feed+json" href="rss/tin.rss#x">', null],
    ['<link rel=alternate type=text/xml href=/rss/tin.rss>', null],
    ['<link rel="alternate" href="/rss/tin.rss">', null],
    ['<base href="https://bao.example/rss/"><link rel="alternate" type="application/rss+xml" href="tin.rss">', null],
  ])('%s', (head, title) => {
    expect(discoverFeeds(page(head), PAGE)).toEqual([{ url: 'https://bao.example/rss/tin.rss', title, evidence: 'link-rel' }]);
  });

  it.each([
    ['<link rel="alternate" hreflang="en" href="/en/">'],
    ['<link rel="alternate" media="handheld" href="https://m.bao.example/">'],
    ['<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">'],
    ['<link rel="alternate" type="application/json+oembed" href="/oembed?url=x">'],
    ['<link rel="alternate" type="text/xml+oembed" href="/oembed?format=xml">'],
    ['<link rel="stylesheet" href="/feed.css">'],
    ['<link rel="search" type="application/opensearchdescription+xml" href="/osd.xml">'],
    ['<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'],
    ['<link rel="alternate" type="application/rss+xml" href="http://[bad">'],
  ])('is none: %s', (head) => {
    expect(urls(page(head))).toEqual([]);
  });

  it('come in order, feeds of comments last, each once', () => {
    const link = (href: string, title: string): string => `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    const head = link('/comments/feed', 'Bình luận') + link('/a.rss', 'A') + link('/b.rss', 'B') + link('/a.rss', 'A');
    expect(urls(page(head, '<a href="/c.rss">RSS</a>'))).toEqual([
      'https://bao.example/a.rss',
      'https://bao.example/b.rss',
      'https://bao.example/comments/feed',
      'https://bao.example/c.rss',
    ]);
  });
});

describe('anchors', () => {
  it.each([
    ['/rss/thoi-su.rss'],
    ['/feed/'],
    ['/blog/feed'],
    ['/rss.xml'],
    ['/index.xml'],
    ['/atom.xml'],
    ['/feed.json'],
    ['/?feed=rss2'],
    ['/index.php?type=rss&amp;id=3'],
    ['https://feeds.bao.example/tin'],
    ['feed:https://bao.example/x'],
    ['feed://bao.example/x'],
  ])('look like feeds: %s', (href) => {
    expect(urls(page('', `<a href="${href}"><img src="x.png" alt="RSS"></a>`))).toHaveLength(1);
  });

  it.each([['/rss.htm'], ['/rss-la-gi.html'], ['/feedback'], ['/tin/index.html'], ['/rss.svg'], ['mailto:rss@bao.example'], ['https://feeds.bao.example/']])(
    'do not: %s',
    (href) => {
      expect(urls(page('', `<a href="${href}">RSS</a>`))).toEqual([]);
    },
  );

  it('are named by their text', () => {
    expect(discoverFeeds(page('', '<a href="/ts.rss"> Thời\n sự </a>'), PAGE)[0]?.title).toBe('Thời sự');
  });
});

describe('addresses in the source', () => {
  it('of feeds are found in scripts and text', () => {
    const body = '<script>var a = {"rss":"https:\\/\\/bao.example\\/rss\\/a.rss"}</script><p>https://bao.example/rss/b.rss</p>';
    expect(urls(page('', body))).toEqual(['https://bao.example/rss/a.rss', 'https://bao.example/rss/b.rss']);
  });
});

describe('pages that list feeds', () => {
  it('are found by their address or text, on the same site', () => {
    const body = '<a href="/rss.htm"><i></i></a><a href="/kenh">Kênh RSS</a><a href="https://khac.example/rss.htm">RSS</a><a href="/tin-1.html">Tin RSS mới</a>';
    expect(feedListPages(page('', body), PAGE)).toEqual(['https://bao.example/rss.htm', 'https://bao.example/kenh']);
  });
});

describe('common addresses', () => {
  it('begin with the section, and Vietnamese ways on Vietnamese hosts', () => {
    const found = commonFeedUrls('https://bao.vn/thoi-su.htm?x=1#y');
    expect(found.slice(0, 4)).toEqual(['/thoi-su.rss', '/rss/thoi-su.rss', '/thoi-su/feed', '/thoi-su/rss'].map((path) => `https://bao.vn${path}`));
    expect(found.indexOf('https://bao.vn/rss/home.rss')).toBeLessThan(found.indexOf('https://bao.vn/feed'));
    expect(new Set(found).size).toBe(found.length);
  });

  it('begin with the usual ones elsewhere, and never with those of an article', () => {
    expect(commonFeedUrls('https://bao.example/bai-viet-12345.html')[0]).toBe('https://bao.example/feed');
    expect(commonFeedUrls('https://bao.example/')).toContain('https://bao.example/rss.xml');
  });

  it('are none for what is no address', () => {
    expect(commonFeedUrls('javascript:x')).toEqual([]);
  });
});

describe('any page', () => {
  it('has feeds of the web only, and never throws', () => {
    const piece = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('<a href="', '<link rel="alternate" type="application/rss+xml" href="', '">', '</a>', '.rss', 'http://', '<base href="', '<script>'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { url } of discoverFeeds(pieces.join(''), PAGE)) expect(url).toMatch(/^https?:/);
      }),
    );
  });

  it('may be nested without end', () => {
    expect(urls(`<a href="/a.rss">x</a>${'<div>'.repeat(50_000)}`)).toEqual(['https://bao.example/a.rss']);
  });
});
