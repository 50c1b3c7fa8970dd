import { describe, expect, it } from 'vitest';

import { extractArticle } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';
import type { SanitizedHtml } from '../../../contract/domain/article.ts';
import { CAPTION, LEDE, P, TITLE } from './pages.ts';

const URL_HERE = 'https://bao.example.vn/tin/bai-1.html';
const MENU = '<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/x">Xã hội</a></li></ul></nav>';

/** The same content in a body that names itself, and in one that doesn't. */
const BODIES: readonly (readonly [string, (inner: string) => string])[] = [
  ['named', (inner) => `<h1 class="detail-title">${TITLE}</h1><h2 class="detail-sapo">${LEDE}</h2><div class="detail-content" itemprop="articleBody">${inner}</div>`],
  ['nameless', (inner) => `<h1>${TITLE}</h1><h2>${LEDE}</h2><div>${inner}</div>`],
];

function read(wrap: (inner: string) => string, inner: string): SanitizedHtml {
  const body = wrap(`${P.slice(0, 2).map((text) => `<p>${text}</p>`).join('')}${inner}${P.slice(2).map((text) => `<p>${text}</p>`).join('')}`);
  const page = `<!doctype html><html lang="vi"><head><title>${TITLE}</title></head><body>${MENU}${body}</body></html>`;
  return sanitizeHtml(extractArticle(page, { url: URL_HERE }).html, { baseUrl: URL_HERE });
}

describe.each(BODIES)('a %s body keeps', (_name, wrap) => {
  it.each([
    ['a table of figures', '<table><thead><tr><th>Thôn</th><th>Số hộ</th></tr></thead><tbody><tr><td>Nậm Chảy</td><td>47</td></tr><tr><td>Bản Mây</td><td>112</td></tr></tbody></table>', ['Thôn', 'Số hộ', 'Nậm Chảy', '112'], '<table'],
    ['a quotation', '<blockquote><p>Suối còn thì bản còn, ông bà tôi dặn thế.</p></blockquote>', ['Suối còn thì bản còn, ông bà tôi dặn thế.'], '<blockquote'],
    ['lists', '<ul><li>Vùng ven suối: ngô, lạc</li><li>Vùng cao: chè</li></ul><ol><li>Kè suối</li><li>Mở đường</li></ol>', ['Vùng ven suối: ngô, lạc', 'Mở đường'], '<ol'],
    ['code', '<pre><code>npm install\nnpm test</code></pre>', ['npm install', 'npm test'], '<pre'],
    ['an interview', '<p><strong>- Thưa ông, vì sao phải kè suối?</strong></p><p>- Vì nước lũ năm nào cũng lấy đi một dải ruộng.</p>', ['- Thưa ông, vì sao phải kè suối?', '- Vì nước lũ năm nào cũng lấy đi một dải ruộng.'], '<strong'],
    ['subheadings that begin like chrome', '<h2>Phản hồi của chính quyền xã</h2><p>Xã trả lời sau ba ngày làm việc, bằng văn bản.</p><h3>Chia sẻ lợi ích cùng người dân</h3><p>Hai bên cùng góp công, góp đất cho con đường.</p>', ['Phản hồi của chính quyền xã', 'Chia sẻ lợi ích cùng người dân'], '<h3'],
    ['words of a sentence that are chrome elsewhere', '<p><strong>Chia sẻ</strong> với phóng viên, ông Páo nói đã đọc <b>bình luận</b> của mọi người.</p>', ['Chia sẻ với phóng viên, ông Páo nói đã đọc bình luận của mọi người.'], '<strong'],
    ['links in prose', '<p>Bản đồ có trên <a href="https://bando.example.org/">trang bản đồ mở của tỉnh</a>.</p>', ['Bản đồ có trên trang bản đồ mở của tỉnh.'], 'href="https://bando.example.org/"'],
    ['documents to take along', '<ul><li><a href="/files/quy-hoach.pdf">Toàn văn bản quy hoạch thung lũng Bản Mây (PDF)</a></li><li><a href="/files/bien-ban.docx">Biên bản buổi góp ý ngày 12 tháng 3</a></li></ul>', ['Toàn văn bản quy hoạch thung lũng Bản Mây (PDF)', 'Biên bản buổi góp ý ngày 12 tháng 3'], 'quy-hoach.pdf'],
    ['sources elsewhere', '<ul><li><a href="https://luat.example.org/1">Luật Quy hoạch năm 2017, sửa đổi năm 2025</a></li><li><a href="https://luat.example.org/2">Nghị định về quản lý lòng bờ bãi sông</a></li></ul>', ['Luật Quy hoạch năm 2017, sửa đổi năm 2025'], 'luat.example.org'],
    ['a note in a box', '<div class="box-content" type="content"><p><b>Bốn vùng quy hoạch</b></p><p>Ven suối, ruộng bậc thang, nhà ở và rừng đầu nguồn.</p></div>', ['Bốn vùng quy hoạch', 'Ven suối, ruộng bậc thang, nhà ở và rừng đầu nguồn.'], ''],
    ['a verse', '<p>Suối ơi chảy mãi về đâu<br>Để nương để lúa để cầu nhớ mong</p>', ['Suối ơi chảy mãi về đâu', 'Để nương để lúa để cầu nhớ mong'], '<br'],
  ])('%s', (_what, inner, phrases, markup) => {
    const { html, text } = read(wrap, inner);
    for (const phrase of phrases) expect(text).toContain(phrase);
    expect(html).toContain(markup);
    for (const paragraph of P) expect(text).toContain(paragraph);
  });
});

describe.each(BODIES)('a %s body gives its pictures once, each with its caption', (_name, wrap) => {
  it.each([
    ['the caption again below', `<figure><img src="/a.jpg"><figcaption>Quang cảnh. Ảnh: Vân</figcaption></figure><p>Quang cảnh. Ảnh: Vân</p>`, 'Quang cảnh. Ảnh: Vân'],
    ['the caption again in a table', `<table class="tbl"><tr><td><img src="/a.jpg"></td></tr><tr><td><p>${CAPTION}</p></td></tr></table><p style="text-align:center"><em>${CAPTION}</em></p>`, CAPTION],
    ['a caption in the title attribute of a lightbox', `<a class="lightbox" href="/a-big.jpg" title="${CAPTION}"><img src="/a.jpg"></a><p class="Image" style="text-align:center">${CAPTION}</p>`, CAPTION],
    ['credit apart from the caption', `<figure><img src="/a.jpg"><figcaption>Quang cảnh buổi góp ý tại nhà văn hóa xã.</figcaption><span class="credit">Ảnh: Hải Vân</span></figure>`, CAPTION],
    ['a lazy picture and its noscript twin', `<figure><img class="lazy" src="data:image/gif;base64,R0" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript><figcaption>${CAPTION}</figcaption></figure>`, CAPTION],
    ['a slide with its text for two screens', `<div class="item_slide_show clearfix"><div class="block_thumb_slide_show"><div class="fig-picture"><picture><source data-srcset="/a.jpg?w=680 1x, /a.jpg?w=1020 1.5x, /a.jpg?w=1360 2x"><img class="lazy" src="data:image/gif;base64,R0" data-src="/a.jpg?w=680"></picture></div><div class="desc_cation"><div class="txt_thumb_slideshow"><p>${CAPTION}</p></div></div></div><div class="desc_cation"><div class="txt_zoom_slideshow"><p class="Normal">${CAPTION}</p></div></div></div>`, CAPTION],
    ['a short line in a div below', `<div class="img-wrap"><img src="/a.jpg"></div><div class="img-note">Suối mùa cạn</div>`, 'Suối mùa cạn'],
  ])('%s', (_what, inner, caption) => {
    const { images, text } = read(wrap, inner);
    expect(images).toHaveLength(1);
    expect(text.split(caption)).toHaveLength(2);
    expect(images[0]?.caption).toBe(caption);
  });
});

describe.each(BODIES)('films and sounds of a %s body', (_name, wrap) => {
  it.each([
    ['a video', '<video controls poster="/still.jpg"><source src="/phim.mp4" type="video/mp4"></video>', 'phim.mp4', ['https://bao.example.vn/still.jpg']],
    ['a lazy video', '<div class="video-wrap"><video data-src="/phim.mp4" poster="/still.jpg"></video></div>', 'phim.mp4', ['https://bao.example.vn/still.jpg']],
    ['a player of the paper', '<div type="VideoStream" data-vid="video.example.vn/phim.mp4" data-thumb="https://bao.example.vn/still.jpg" data-src="https://player.example.vn/embed/9"></div>', 'player.example.vn/embed/9', ['https://bao.example.vn/still.jpg']],
    ['YouTube', '<div class="embed"><iframe src="https://www.youtube.com/embed/abcdefghijk" allowfullscreen></iframe></div>', 'abcdefghijk', ['https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg']],
    ['lazy YouTube', '<iframe data-src="https://www.youtube.com/embed/abcdefghijk" src="about:blank"></iframe>', 'abcdefghijk', ['https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg']],
    ['a sound', '<audio controls src="/bai.mp3"></audio>', 'bai.mp3', []],
  ])('%s is a link, with its still', (_what, inner, address, stills) => {
    const { html, images } = read(wrap, inner);
    expect(html).toContain(address);
    expect(images.map((image) => image.src)).toEqual(stills);
  });
});

describe("the page's own data as evidence", () => {
  const data = (body: string): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: body, datePublished: '2026-03-12T14:05:00+07:00', author: [{ name: 'Lò Văn Tình' }] })}</script>`;
  const page = (body: string, shown: string): string => `<!doctype html><html lang="vi"><head><title>${TITLE}</title>${data(body)}</head><body>${MENU}${shown}</body></html>`;

  it.each([
    ['lines', P.join('\n\n')],
    ['markup', P.map((text) => `<p>${text}</p>`).join('')],
  ])('give the text where a script would have shown it: %s', (_name, body) => {
    const article = extractArticle(page(body, `<div id="app"><h1>${TITLE}</h1><p>Đang tải nội dung bài viết</p></div>`), { url: URL_HERE });
    expect(sanitizeHtml(article.html, { baseUrl: URL_HERE }).text.split('\n')).toEqual(P);
    expect(article).toMatchObject({ title: TITLE, byline: 'Lò Văn Tình', publishedAt: Date.parse('2026-03-12T07:05:00Z') });
  });

  it('give nothing where the page shows it all, with its pictures', () => {
    const shown = `<h1>${TITLE}</h1><div>${P.map((text) => `<p>${text}</p>`).join('<img src="/a.jpg">')}</div>`;
    expect(extractArticle(page(P.join(' '), shown), { url: URL_HERE }).html).toContain('a.jpg');
  });

  it('tell the title from the label in its heading', () => {
    expect(extractArticle(page('', `<h1><span class="label">Phóng sự</span>${TITLE}</h1><div>${P.map((text) => `<p>${text}</p>`).join('')}</div>`), { url: URL_HERE }).title).toBe(TITLE);
  });
});
