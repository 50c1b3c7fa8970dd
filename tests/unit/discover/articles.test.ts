import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverArticles } from '../../../main/discover/index.ts';
import type { ListedArticle } from '../../../main/discover/index.ts';
import { parseDate } from '../../../main/parse/index.ts';

const SECTION = 'https://bao.example/thoi-su.htm';
const REAL_PAGES = '../shared/data/pages/list';

function discover(body: string, url = SECTION, head = ''): readonly ListedArticle[] {
  return discoverArticles(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, url, { readDate: (text) => parseDate(text) });
}

function urls(body: string, url = SECTION): string[] {
  return discover(body, url).map((article) => article.url.replace('https://bao.example', ''));
}

const TITLES = ['Mưa lớn kéo dài ở miền núi', 'Khánh thành cây cầu qua sông Chảy', 'Học sinh trở lại trường sau bão', 'Giá lúa tăng trong vụ đông', 'Lễ hội hoa mận mở đầu mùa', 'Bản làng có điện lưới quốc gia'];

function path(number: number, section = ''): string {
  return `${section}/tin-so-${number}-o-mot-noi-xa-${200_000 + number}.html`;
}

function card(number: number, lede = true): string {
  const href = path(number);
  const title = TITLES[number % TITLES.length] ?? '';
  const opening = lede ? `<p class="sapo">Đây là mấy lời mở đầu của bài số ${number}, đủ dài để người đọc biết chuyện gì đã xảy ra.</p>` : '';
  return `<div class="item"><a href="${href}"><img src="/anh/${number}.jpg"></a><h3><a href="${href}">${title} (${number})</a></h3>${opening}<a class="cat" href="/thoi-su.htm">Thời sự</a></div>`;
}

function cards(from: number, to: number, lede = true): string {
  return Array.from({ length: to - from + 1 }, (_, at) => card(from + at, lede)).join('');
}

const MENU = '<div class="header"><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/kinh-te-va-xa-hoi-hom-nay.htm">Kinh tế và xã hội hôm nay</a></li></ul></nav></div>';
const FOOTER = `<footer><a href="/lien-he-quang-cao-va-phat-hanh-bao-123456.htm">Liên hệ quảng cáo và phát hành báo</a></footer>`;

describe('a section page', () => {
  it('gives its list, and nothing of what stands around', () => {
    const body = `${MENU}
      <div class="breadcrumb"><a href="/tin-so-9-o-mot-noi-xa-999999.html">Đường dẫn của một trang nào đó</a></div>
      <main><div class="col-main"><div class="list">${cards(1, 8)}</div>
        <ul class="pagination"><li><a href="/thoi-su/trang-2.htm">Trang sau của mục thời sự</a></li></ul>
        <div class="tags"><a href="/bao-lut-mien-nui-phia-bac-345678.htm">Bão lụt miền núi phía Bắc</a></div></div>
      <div class="col-side"><div class="box"><h2>Đọc nhiều</h2><ul>${cards(21, 24, false)}</ul></div>
        <div class="box"><h2><a href="/the-thao.htm">Thể thao</a></h2><ul>${cards(31, 33, false)}</ul></div>
        <div class="banner"><a href="/tin-so-7-quang-cao-lon-nhat-777777.html">Quảng cáo lớn nhất trong năm nay</a></div>
        <div class="most-viewed-box">${cards(41, 43)}</div></div></main>${FOOTER}`;
    expect(urls(body)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => path(number)));
  });

  it('says of each article what its card says', () => {
    const [first, second] = discover(`<div class="list">${card(1)}${card(2, false).replace('</h3>', '</h3><time datetime="2026-03-07T00:05:00+07:00">hôm qua</time>')}${cards(3, 4)}</div>`);
    expect(first).toEqual({
      url: `https://bao.example${path(1)}`,
      title: 'Khánh thành cây cầu qua sông Chảy (1)',
      lede: 'Đây là mấy lời mở đầu của bài số 1, đủ dài để người đọc biết chuyện gì đã xảy ra.',
      publishedAt: null,
      imageUrl: 'https://bao.example/anh/1.jpg',
    });
    expect(second).toMatchObject({ lede: null, publishedAt: Date.UTC(2026, 2, 6, 17, 5) });
  });

  it('includes the lead stories above its list', () => {
    const lead = `<div class="focus"><article class="big">${card(11)}</article><ul class="small">${cards(12, 14, false)}</ul></div>`;
    expect(urls(`<div class="main">${lead}<div class="list">${cards(1, 6)}</div></div>`)).toEqual([11, 12, 13, 14, 1, 2, 3, 4, 5, 6].map((number) => path(number)));
  });

  it('includes boxes of its own parts', () => {
    const box = `<div class="right"><div class="box"><h2><a href="/thoi-su/giao-thong.htm">Giao thông</a></h2>${cards(21, 22, false)}</div></div>`;
    expect(urls(`<main><div class="list">${cards(1, 4)}</div>${box}</main>`)).toContain(path(21));
  });

  it('leaves out poorer lists in a side column', () => {
    expect(urls(`<main><div class="list">${cards(1, 6)}</div><div class="col-right"><ul>${cards(21, 24, false)}</ul></div></main>`)).not.toContain(path(21));
  });

  it('may be inside a form that is the whole page', () => {
    expect(urls(`<form id="aspnetForm"><div class="list">${cards(1, 4)}</div></form>`)).toHaveLength(4);
  });
});

describe('a front page', () => {
  it('gives the boxes of all sections', () => {
    const box = (name: string, from: number): string => `<div class="folder"><h2><a href="/${name}">${name}</a></h2>${cards(from, from + 3)}</div>`;
    expect(urls(`${MENU}${box('the-thao', 1)}${box('van-hoa', 11)}${FOOTER}`, 'https://bao.example/')).toHaveLength(8);
  });
});

describe('addresses', () => {
  const list = (hrefs: readonly string[]): string => `<ul>${hrefs.map((href, at) => `<li><a href="${href}">${TITLES[at % TITLES.length]} ${at}</a></li>`).join('')}</ul>`;

  it('without numbers are articles by their many words', () => {
    const hrefs = ['/mua-lon-keo-dai-o-mien-nui', '/khanh-thanh-cay-cau-qua-song', '/hoc-sinh-tro-lai-truong', '/gioi-thieu', '/thoi-su'];
    expect(urls(list(hrefs))).toEqual(hrefs.slice(0, 3));
  });

  it('with numbers everywhere make those without sections', () => {
    const hrefs = [path(1), path(2), path(3), '/chi-dao-dieu-hanh-cua-chinh-quyen-cac-cap.htm'];
    expect(urls(list(hrefs))).toEqual(hrefs.slice(0, 3));
  });

  it('by date, query or subdomain are articles; of other sites, files and services are not', () => {
    const good = ['/2026/03/mua-lon-keo-dai/', '/tin.aspx?id=12345&mua-lon-o-day', 'https://kinhte.bao.example/hoc-sinh-tro-lai-truong-123456.html'];
    const bad = ['https://khac.example/hoc-sinh-tro-lai-truong-123456.html', '/anh/hoc-sinh-tro-lai-truong-123456.jpg', '/video/hoc-sinh-tro-lai-truong-123456.htm', '/tag/hoc-sinh-tro-lai-truong-123456', 'mailto:a@bao.example', 'javascript:void(0)', '#top'];
    const found = discover(list([...good, ...bad])).map(({ url }) => url);
    expect(found).toEqual(['https://bao.example/2026/03/mua-lon-keo-dai/', 'https://kinhte.bao.example/hoc-sinh-tro-lai-truong-123456.html']);
  });

  it.each([
    ['portals', ['/tin-tuc/chi-tiet.aspx?ItemID=871', '/tin-tuc/chi-tiet.aspx?ItemID=872', '/tin-tuc/chi-tiet.aspx?ItemID=873']],
    ['agencies', ['/view/AKR20260307001', '/view/AKR20260307002', '/view/AKR20260307003']],
    ['systems that number everything', ['/news/4711', '/news/4712', '/news/4713']],
  ])('with an id and no word are those of %s', (_name, hrefs) => {
    const menu = '<ul><li><a href="/lich-tiep-cong-dan">Lịch tiếp công dân tuần này</a></li><li><a href="/gioi-thieu">Giới thiệu chung về xã Bản Mây</a></li></ul>';
    expect(urls(menu + list(hrefs))).toEqual(hrefs);
  });

  it('may end in a number alone', () => {
    expect(urls(list(['/2017/06/mua-lon-keo-dai/524484/', '/2017/06/cay-cau-qua-song/524485/']))).toHaveLength(2);
  });

  it('in the middle of a sentence are references', () => {
    const prose = `<p>Như <a href="${path(9)}">một bài trước đây của báo</a> đã viết, mưa lớn kéo dài làm nhiều tuyến đường bị chia cắt trong nhiều ngày liền.</p>`;
    expect(urls(`<div class="list">${cards(1, 3)}<div class="item">${prose}</div></div>`)).toEqual([path(1), path(2), path(3)]);
  });

  it('are absolute, once each, without what counts visitors', () => {
    const html = `<div class="list">${card(1)}${card(1).replaceAll('.html"', '.html?utm_source=box#binh-luan"')}${card(2)}</div>`;
    expect(urls(html)).toEqual([path(1), path(2)]);
    const based = discover(`<ul><li><a href="bai-viet-dai-nhat-111111.html">Bài viết dài nhất năm nay</a></li></ul>`, SECTION, '<base href="/cu/">');
    expect(based[0]?.url).toBe('https://bao.example/cu/bai-viet-dai-nhat-111111.html');
  });
});

describe('a card', () => {
  const one = (inner: string): ListedArticle | undefined => discover(`<ul><li>${inner}</li><li><a href="${path(2)}">${TITLES[2]}</a></li></ul>`)[0];
  const link = (text: string): string => `<a href="${path(1)}">${text}</a>`;

  it.each([
    ['a heading inside the link', link('<img src="/1.jpg"><h2>Tiêu đề của bài viết</h2><p>Mấy lời mở đầu dài hơn tiêu đề nhiều lần và không phải tiêu đề.</p>')],
    ['the longest text', `${link('12')}${link('Tiêu đề của bài viết')}`],
    ['a title attribute', `<a href="${path(1)}" title="Tiêu đề của bài viết">Xem</a>`],
    ['the text of a picture', link('<img src="/1.jpg" alt="Tiêu đề của bài viết">')],
    ['what a permanent link names', `<a href="${path(1)}" title="Permanent link to ‘Tiêu đề của bài viết’">★</a>`],
    ['its heading, where the link says only when', `<h2>Tiêu đề của bài viết</h2>${link('March 6, 2016 1:46 PM PT')}`],
    ['text without its bullet', link('&gt;&gt; Tiêu đề của bài viết')],
  ])('has its title from %s', (_name, inner) => {
    expect(one(inner)?.title).toBe('Tiêu đề của bài viết');
  });

  it.each([
    ['/that.jpg', '<img src="data:image/gif;base64,x" data-src="/that.jpg">'],
    ['/that.jpg', '<img src="/placeholder.png" data-original="/that.jpg">'],
    ['/that.jpg', '<img class="icon" src="/icon.png"><img src="/that.jpg">'],
    ['/that.jpg', '<picture><source srcset="/that.jpg 2x, /khac.jpg 1x"><img src="/blank.gif"></picture>'],
  ])('has its real picture %s of %s', (expected, picture) => {
    expect(one(`${picture}${link('Tiêu đề của bài viết')}`)?.imageUrl).toBe(`https://bao.example${expected}`);
  });

  it.each([
    ['<span class="time" title="2026-03-07T00:05:00+07:00">5 giờ trước</span>'],
    ['<span>Thứ bảy, 7/3/2026, 00:05 (GMT+7)</span>'],
  ])('has its date from %s', (date) => {
    expect(one(`${link('Tiêu đề của bài viết')}${date}`)?.publishedAt).toBe(Date.UTC(2026, 2, 6, 17, 5));
  });

  it('has its date from the number in its address', () => {
    const found = discover('<ul><li><a href="/bai-viet-moi-20260307000500123.htm">Tiêu đề của bài viết</a></li><li><a href="/bai-viet-cu-188260307000500123.chn">Tiêu đề của bài khác</a></li></ul>');
    expect(found.map(({ publishedAt }) => publishedAt)).toEqual([Date.UTC(2026, 2, 6, 17, 5), Date.UTC(2026, 2, 6, 17, 5)]);
  });

  it('does not take a day in its title for its date', () => {
    expect(one(link('Lịch cúp điện ngày 7/3/2026'))?.publishedAt).toBeNull();
  });
});

describe('pages without a list', () => {
  it.each([[''], ['<p>Xin chào</p>'], [MENU + FOOTER], ['<a href="/gioi-thieu">Giới thiệu</a>']])('give nothing: %s', (body) => {
    expect(urls(body)).toEqual([]);
  });
});

describe('any page', () => {
  it('gives articles of its own site, and never throws', () => {
    const piece = fc.oneof(fc.string({ maxLength: 9 }), fc.constantFrom('<a href="', path(1), path(2), '">', '</a>', '<div class="', 'menu">', '</div>', '<img src="', TITLES[0] ?? '', 'https://', '<base href="'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        for (const { url } of discover(pieces.join(''))) expect(new URL(url).hostname).toMatch(/(?:^|\.)bao\.example$/);
      }),
    );
  });

  it('may be endless or without bottom', () => {
    expect(discover('<div>'.repeat(50_000))).toEqual([]);
    const many = Array.from({ length: 6_000 }, (_, at) => `<li><a href="${path(at)}">${TITLES[0]} ${at}</a></li>`).join('');
    expect(discover(`<ul>${many}</ul>`)).toHaveLength(500);
  });
});

describe.runIf(existsSync(REAL_PAGES))('real pages (skipped where ../shared/data is missing)', () => {
  it.each([
    ['baochinhphu_2026_list', 'https://baochinhphu.vn/chinh-sach-va-cuoc-song/chinh-sach-moi.htm', 18],
    ['baodautu_2026_list', 'https://baodautu.vn/dau-tu-tai-chinh-d6/', 18],
    ['cafef_2026_list', 'https://cafef.vn/thi-truong-chung-khoan.chn', 22],
    ['dantri_2017_home', 'http://dantri.com.vn/', 120],
    ['dantri_2026_list', 'https://dantri.com.vn/kinh-doanh.htm', 35],
    ['tuoitre_2026_list', 'https://tuoitre.vn/kinh-doanh.htm', 14],
    ['vnexpress_2025_young146', 'https://e.vnexpress.net/', 50],
  ])('%s', (file, url, least) => {
    const found = discoverArticles(readFileSync(join(REAL_PAGES, `${file}.html`), 'utf8'), url, { readDate: (text) => parseDate(text) });
    expect(found.length).toBeGreaterThanOrEqual(least);
    for (const article of found) expect(article.url).toMatch(/\d{6,}\.\w+$/);
  });
});
