import { describe, expect, it } from 'vitest';

import { DocbaoError } from '../../../contract/domain/result.ts';
import { extractArticle, extractFeedContent, isWorseThan } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';
import { LEDE, P, TITLE } from './pages.ts';

/** Milliseconds that large inputs may take where the machine does much else at the time. */
const SLOW_MACHINE = 60_000;
const URL_HERE = 'https://bao.example.vn/tin/bai-1.html';
const BODY = `<h1>${TITLE}</h1><div class="article-body">${P.map((text) => `<p>${text}</p>`).join('')}</div>`;

function page(head: string, body: string = BODY, lang = 'vi'): string {
  return `<!doctype html><html lang="${lang}"><head><title>${TITLE}</title>${head}</head><body>${body}</body></html>`;
}

function kindOf(html: string): string {
  try {
    extractArticle(html, { url: URL_HERE });
    return 'article';
  } catch (error) {
    return error instanceof DocbaoError ? error.kind : String(error);
  }
}

describe('what is not an article', () => {
  it.each([
    ['walled', 'a captcha', '<html><head><title>Just a moment...</title></head><body><h1>bao.example.vn</h1><p>Verifying you are human. This may take a few seconds.</p></body></html>'],
    ['walled', 'a script wall', '<html><head><title>Báo</title></head><body><div id="app"></div><noscript>x</noscript><p>Please enable JavaScript to view this page.</p></body></html>'],
    ['walled', 'a log-in wall', page('', `<h1>${TITLE}</h1><p>Vui lòng đăng nhập để tiếp tục đọc bài viết này.</p><form><input name="user"></form>`)],
    ['walled', 'a consent wall', '<html><head><title>Before you continue</title></head><body><p>We and our partners use cookies to store and access information. Accept all cookies to go on.</p></body></html>'],
    ['no-article', 'a missing page', '<html><head><title>404 - Không tìm thấy trang</title></head><body><p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa.</p><a href="/">Về trang chủ</a></body></html>'],
    ['no-article', 'an empty page', '<html><head><title></title></head><body></body></html>'],
    ['no-article', 'nothing', ''],
  ])('%s: %s', (kind, _name, html) => {
    expect(kindOf(html)).toBe(kind);
  });

  it('is the front page that answers for a deleted article of a feed', () => {
    const front = page('', `<h1>Báo Thử: tin nhanh trong ngày</h1>${BODY.replace(/<h1>.*<\/h1>/, '')}`).replace(`<title>${TITLE}`, '<title>Báo Thử: tin nhanh trong ngày');
    expect(() => extractArticle(front, { url: URL_HERE, hints: { title: 'Cầu treo Nậm Chảy khánh thành' } })).toThrow('shows something else');
    expect(extractArticle(page(''), { url: URL_HERE, hints: { title: `${TITLE} (cập nhật)` } }).title).toBe(TITLE);
  });

  it('but an article about walls is one', () => {
    expect(kindOf(page('', `<h1>${TITLE}</h1><div class="article-body"><p>Nhiều trang báo yêu cầu độc giả đăng nhập để tiếp tục đọc.</p>${P.map((text) => `<p>${text}</p>`).join('')}</div>`))).toBe('article');
  });
});

describe('dates', () => {
  it.each([
    ['<meta property="article:published_time" content="2026-03-07T08:05:00+07:00">', '2026-03-07T01:05:00.000Z'],
    ['<meta property="article:published_time" content="2026-03-07T08:05:00">', '2026-03-07T01:05:00.000Z'],
    ['<meta name="pubdate" content="2015-03-23 08:06 +07:00">', '2015-03-23T01:06:00.000Z'],
    ['<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","datePublished":"2026-03-07T01:05:00Z"}]}</script>', '2026-03-07T01:05:00.000Z'],
    ['<meta name="date" content="3/27/2026 9:25:00 PM">', '2026-03-27T14:25:00.000Z'],
  ])('%s', (head, expected) => {
    expect(new Date(extractArticle(page(head), { url: URL_HERE }).publishedAt ?? 0).toISOString()).toBe(expected);
  });

  it.each([
    ['Thứ bảy, 7/3/2026, 00:05 (GMT+7)', '2026-03-06T17:05:00.000Z'],
    ['07/03/2026 - 08:07', '2026-03-07T01:07:00.000Z'],
    ['Thứ Bảy, ngày 07/03/2026 08:07 AM (GMT+7)', '2026-03-07T01:07:00.000Z'],
    ['08:07 ngày 7 tháng 3 năm 2026', '2026-03-07T01:07:00.000Z'],
    ['7 Tháng Ba, 2026 8h07', '2026-03-07T01:07:00.000Z'],
    ['08:07 | 07.03.2026', '2026-03-07T01:07:00.000Z'],
    ['Cập nhật 08:07, 7/3/26', '2026-03-07T01:07:00.000Z'],
  ])('shown as "%s"', (shown, expected) => {
    const html = page('', `<h1>${TITLE}</h1><span class="date">${shown}</span>${BODY.replace(/<h1>.*<\/h1>/, '')}`);
    expect(new Date(extractArticle(html, { url: URL_HERE }).publishedAt ?? 0).toISOString()).toBe(expected);
  });

  it('takes the zone that the page shows beside the same clock time', () => {
    const html = page('<meta name="pubdate" content="2019-02-18T17:34:20+08:00">', `<h1>${TITLE}</h1><span class="time">Thứ hai, 18/2/2019, 17:34 (GMT+7)</span>${BODY}`);
    expect(new Date(extractArticle(html, { url: URL_HERE }).publishedAt ?? 0).toISOString()).toBe('2019-02-18T10:34:20.000Z');
  });

  it('is the feed\'s where the page has none', () => {
    expect(extractArticle(page(''), { url: URL_HERE, hints: { publishedAt: 5, byline: 'An', lede: LEDE } })).toMatchObject({ publishedAt: 5, byline: 'An', lede: LEDE });
  });
});

describe('pictures', () => {
  const sources = (inner: string): (string | undefined)[] => {
    const { html } = extractArticle(page('', BODY.replace('</p>', `</p>${inner}`)), { url: URL_HERE });
    return sanitizeHtml(html, { baseUrl: URL_HERE }).images.map((image) => image.src);
  };
  it.each([
    ['data-src', '<p><img src="data:image/gif;base64,R0lGODlh" data-src="/a.jpg"></p>', 'https://bao.example.vn/a.jpg'],
    ['data-original', '<img class="lazy" src="/images/blank.gif" data-original="//cdn.example.vn/a.jpg">', 'https://cdn.example.vn/a.jpg'],
    ['srcset, at the width for reading', '<img src="/a-300.jpg" srcset="/a-300.jpg 300w, /a-800.jpg 800w, /a-1600.jpg 1600w, /a-4000.jpg 4000w">', 'https://bao.example.vn/a-1600.jpg'],
    ['addresses with commas', '<img src="/x.jpg" srcset="https://i.example/w_400,c_fit/a.jpg 400w, https://i.example/w_900,c_fit/a.jpg 900w">', 'https://i.example/w_900,c_fit/a.jpg'],
    ['picture', '<picture><source type="image/webp" data-srcset="/a.webp 1x, /a2.webp 2x"><img src="data:image/gif;base64,R0"></picture>', 'https://bao.example.vn/a2.webp'],
    ['noscript', '<div><img class="lazy" src="/loading.gif"><noscript><img src="/a.jpg"></noscript></div>', 'https://bao.example.vn/a.jpg'],
    ['amp-img', '<amp-img src="/a.jpg" width="600" height="400"></amp-img>', 'https://bao.example.vn/a.jpg'],
    ['base', '<img src="a.jpg">', 'https://bao.example.vn/tin/a.jpg'],
  ])('%s', (_name, inner, expected) => {
    expect(sources(inner)).toEqual([expected]);
  });

  it('that a saved page holds in itself are kept, and what stands in for one that is not there yet is not', () => {
    const held = `data:image/jpeg;base64,${'/9j/4AAQSkZJ'.repeat(500)}`;
    const blur = `data:image/jpeg;base64,${'/9j/4AAQSkZJ'.repeat(90)}`;
    expect(sources(`<figure><img src="${held}"><figcaption>Con đê. Ảnh: Mai Chi</figcaption></figure>`)).toEqual([held]);
    expect(sources(`<img src="${held}" data-src="/a.jpg">`)).toEqual(['https://bao.example.vn/a.jpg']);
    expect(sources(`<p><img src="${blur}"></p><p><img src="data:image/svg+xml;base64,${'A'.repeat(9000)}"></p>`)).toEqual([]);
  });
});

describe('more of the article', () => {
  const linksOf = (head: string, body: string, url = URL_HERE): unknown => {
    const { nextPageUrl, variantUrls } = extractArticle(page(head, BODY + body), { url });
    return { nextPageUrl, variantUrls };
  };
  it.each([
    ['<a href="/tin/bai-1.html?page=2">2</a>', URL_HERE, 'https://bao.example.vn/tin/bai-1.html?page=2'],
    ['<a href="/tin/bai-1-p3.html">Trang sau »</a>', 'https://bao.example.vn/tin/bai-1-p2.html', 'https://bao.example.vn/tin/bai-1-p3.html'],
    ['<a rel="next" href="/tin/bai-2.html">Bài sau</a>', URL_HERE, null],
    ['<a href="/tin/bai-9.html">2</a>', URL_HERE, null],
  ])('the next page: %s', (body, url, expected) => {
    expect(linksOf('', body, url)).toEqual({ nextPageUrl: expected, variantUrls: [] });
  });

  it('variants', () => {
    expect(linksOf('<link rel="amphtml" href="https://amp.bao.example.vn/tin/bai-1.html">', '<a href="/print/bai-1.html">In bài</a>')).toEqual({
      nextPageUrl: null,
      variantUrls: [{ kind: 'amp', url: 'https://amp.bao.example.vn/tin/bai-1.html' }, { kind: 'print', url: 'https://bao.example.vn/print/bai-1.html' }],
    });
  });
});

describe('a worse reading', () => {
  const text = P.join('\n');
  const whole = { text, wordCount: text.split(/\s+/).length, imageCount: 2 };
  const reading = (other: string, imageCount = 2): typeof whole => ({ text: other, wordCount: other.split(/\s+/).filter((word) => word !== '').length, imageCount });
  it.each([
    ['nothing', reading('', 0), true],
    ['a log-in wall', reading('Bạn cần đăng nhập để tiếp tục đọc.', 0), true],
    ['a teaser', reading(P[0] ?? ''), true],
    ['another page', reading('Chính sách bảo mật của trang web này nói rõ dữ liệu nào được thu thập. '.repeat(12)), true],
    ['the same without pictures', reading(text, 0), true],
    ['an edit', reading(`${P.slice(0, 4).join('\n')}\nMột câu cuối đã sửa.`), false],
    ['more of it', reading(`${text}\n${LEDE}`), false],
    ['the same', whole, false],
  ])('%s: %#', (_name, next, expected) => {
    expect(isWorseThan(whole, next)).toBe(expected);
  });

  it('is never what comes after nothing', () => {
    expect(isWorseThan(reading('', 0), whole)).toBe(false);
    expect(isWorseThan(reading('Tóm tắt ngắn.', 0), whole)).toBe(false);
  });
});

describe('odd pages', () => {
  it('nests far too deep without harm', () => {
    expect(extractArticle(page('', '<div>'.repeat(20_000) + BODY), { url: URL_HERE }).title).toBe(TITLE);
  }, SLOW_MACHINE);

  it.each([
    ['tags that never end', '<div '.repeat(100_000)],
    ['nothing but brackets', '<'.repeat(50_000)],
    ['a srcset without candidates', `<img srcset="${'x'.repeat(200_000)} foo">`],
    ['a number of spaces', `<img src="/a.jpg" width="1${' '.repeat(200_000)}x">`],
    ['captions without pictures', '<div class="caption">a</div>'.repeat(1500)],
    ['a description of brackets', `<meta name="description" content="${'<'.repeat(200_000)}">`],
    ['deep JSON', `<script type="application/ld+json">${'['.repeat(50_000)}</script>`],
  ])('of %s is read or refused', (_name, inner) => {
    expect(['article', 'no-article']).toContain(kindOf(page('', BODY + inner)));
    expect(['article', 'no-article']).toContain(kindOf(page('', inner)));
  }, SLOW_MACHINE);

  it('of another language keeps what Readability keeps', () => {
    const paragraphs = Array.from({ length: 8 }, (_, i) => `<p>The valley council met for the ${i + 1}th time this year, and the people of four villages, who had walked for two hours, told it what they thought of the new bridge.</p>`);
    const html = page('<meta property="og:site_name" content="Valley News">', `<article><h1>A bridge for four villages</h1>${paragraphs.join('')}<div class="related"><h3>Related</h3><ul><li><a href="/1">The old bridge was swept away last night</a></li></ul></div></article>`, 'en').replaceAll(TITLE, 'A bridge for four villages');
    const article = extractArticle(html, { url: 'https://valley.example/a' });
    expect(article).toMatchObject({ title: 'A bridge for four villages', lang: 'en', sourceName: 'Valley News' });
    const { text } = sanitizeHtml(article.html, { baseUrl: null });
    expect(text.split('\n')).toHaveLength(8);
  });

  it('saved as a file takes its address from what it says of itself', () => {
    const html = page('<link rel="canonical" href="https://bao.example.vn/tin/bai-1.html">', BODY.replace('</p>', '</p><img src="a.jpg">'));
    const article = extractArticle(html, { url: 'https://file.invalid/' });
    expect(article.html).toContain('src="https://bao.example.vn/tin/a.jpg"');
    expect(article.sourceName).toBe('bao.example.vn');
  });
});

describe("a feed entry's own content", () => {
  it('has its pictures, captions and text in order, and no title or flares', () => {
    const { html } = extractFeedContent(
      `<h1>${TITLE}</h1><a href="${URL_HERE}"><img data-src="/a.jpg"></a></br>${P[0]}<table class="tplCaption"><tr><td><img src="/b.jpg"></td></tr><tr><td><p class="Image">Suối. Ảnh: An</p></td></tr></table><div class="feedflare"><a href="https://x.example">x</a></div>`,
      { url: URL_HERE, title: TITLE },
    );
    const clean = sanitizeHtml(html, { baseUrl: URL_HERE });
    expect(clean.text).toBe(`${P[0]}\nSuối. Ảnh: An`);
    expect(clean.images.map((image) => [image.src, image.caption])).toEqual([['https://bao.example.vn/a.jpg', null], ['https://bao.example.vn/b.jpg', 'Suối. Ảnh: An']]);
  });

  it('with a bold first paragraph has it as its lede', () => {
    const { html, lede } = extractFeedContent(`<p><strong>${LEDE}</strong></p>${P.concat(P.map((text) => `${text} Hết.`)).map((text) => `<p>${text}</p>`).join('')}`, { url: URL_HERE, title: TITLE });
    expect(lede).toBe(LEDE);
    expect(html).not.toContain(LEDE);
  });
});
