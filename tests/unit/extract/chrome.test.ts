import { describe, expect, it } from 'vitest';

import { extractArticle } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';
import { LEDE, P, TITLE } from './pages.ts';

const URL_HERE = 'https://bao.example.vn/xa-hoi/bai-1.html';
const rel = ['Suối Nậm Chảy lại tràn bờ sau trận mưa đêm qua', 'Học sinh vùng cao đến trường bằng cầu treo mới', 'Ruộng bậc thang vào mùa nước đổ đón khách'];
const text = (from: number, to: number): string => P.slice(from, to).map((words) => `<p>${words}</p>`).join('');

/** What stands among and below articles, without a class or id that says so. */
const CHROME: readonly (readonly [string, string])[] = [
  ['p bold + links', `<p><strong>Tin liên quan:</strong></p><p><a href="/a-1.html">${rel[0]}</a></p><p><a href="/b-2.html">${rel[1]}</a></p>`],
  ['>> link', `<p>&gt;&gt;&gt; <a href="/a-1.html">${rel[0]}</a></p>`],
  ['Đọc thêm colon', `<p>Đọc thêm: <a href="/a-1.html">${rel[0]}</a></p>`],
  ['Mời bạn xem', `<p><em>Mời bạn đọc xem thêm: <a href="/a-1.html">${rel[0]}</a></em></p>`],
  ['cards', `<div class="x9"><p>Có thể bạn quan tâm</p><div><div><a href="/a-1.html"><img src="/t.jpg"></a><a href="/a-1.html">${rel[0]}</a><p>Một đoạn giới thiệu ngắn của bài khác, có nhiều chữ.</p></div><div><a href="/b-2.html"><img src="/t2.jpg"></a><a href="/b-2.html">${rel[1]}</a><p>Một đoạn giới thiệu ngắn của bài khác nữa, cũng có chữ.</p></div></div></div>`],
  ['sign up', `<div><p>Đăng ký nhận bản tin</p><form><input type="email" placeholder="Email"><button>Đăng ký</button></form></div>`],
  ['log in', `<div><h3>Đăng nhập</h3><p>Vui lòng đăng nhập để bình luận</p></div>`],
  ['audio', `<div><span>Nghe đọc bài</span><span>00:00</span>/<span>03:25</span><span>Giọng nữ miền Bắc</span><span>1x</span></div>`],
  ['tags', `<div><span>Từ khóa:</span> <a href="/tag/suoi">suối</a>, <a href="/tag/ke">kè</a>, <a href="/tag/lu">lũ</a></div>`],
  ['share', `<ul><li><a href="https://facebook.com/share">Facebook</a></li><li><a href="#">Zalo</a></li><li><a href="#">Copy link</a></li></ul>`],
  ['comments', `<div><h3>Bình luận (3)</h3><div><b>Nguyễn Văn A</b><p>Bài viết hay quá, cảm ơn tác giả.</p><span>Thích</span><span>Trả lời</span><span>2 giờ trước</span></div></div>`],
  ['author box', `<div><img src="/avatar.jpg" width="60" height="60"><div>Lò Văn Tình</div><div>Phóng viên ban Xã hội</div></div>`],
  ['newest', `<div><div><b>Mới nhất</b></div><ul><li><a href="/a-1.html">${rel[0]}</a></li><li><a href="/b-2.html">${rel[1]}</a></li></ul></div>`],
  ['google news', `<p>Theo dõi Báo Thử trên <a href="https://news.google.com/x">Google News</a></p>`],
  ['copyright', `<p>© Bản quyền thuộc về Báo Thử. Mọi hành vi sao chép phải được sự đồng ý bằng văn bản của tòa soạn.</p>`],
  ['hotline', `<p>Mọi thông tin phản ánh xin gửi về đường dây nóng: 0900.000.000</p>`],
  ['topic box', `<div><p>Chủ đề: <a href="/chu-de/lu">Mưa lũ miền núi phía Bắc</a></p></div>`],
  ['prev/next', `<div><a href="/a-1.html">« Bài trước</a> <a href="/b-2.html">Bài tiếp theo »</a></div>`],
  ['related with dates', `<div><h4>Các tin khác</h4><p><a href="/a-1.html">${rel[0]}</a> (10/03/2026)</p><p><a href="/b-2.html">${rel[1]}</a> (09/03/2026)</p></div>`],
  ['video list', `<div><h3>Video đang được xem nhiều</h3><div><a href="/v-1.html"><img src="/v.jpg">${rel[2]}</a></div></div>`],
  ['ad', `<div><span>Quảng cáo</span><a href="https://ads.example.com/"><img src="/banner-ad.jpg" width="300" height="250"></a></div>`],
  ['rating', `<div>Đánh giá bài viết này <span>★ ★ ★ ★ ★</span> 4.5/5 (12 lượt)</div>`],
  ['back', `<div><a href="/">Về trang chủ</a> | <a href="#top">Lên đầu trang</a> | <a href="javascript:history.back()">Quay lại</a></div>`],
  ['number related', `<ol><li><a href="/a-1.html">${rel[0]}</a></li><li><a href="/b-2.html">${rel[1]}</a></li></ol>`],
];

const SHELLS: readonly (readonly [string, (chrome: string) => string])[] = [
  ['among the paragraphs of a named body', (chrome) => `<h1>${TITLE}</h1><h2 class="sapo">${LEDE}</h2><div class="detail-content">${text(0, 2)}${chrome}${text(2, 5)}</div>`],
  ['at the end of a named body', (chrome) => `<h1>${TITLE}</h1><h2 class="sapo">${LEDE}</h2><div class="detail-content">${text(0, 5)}${chrome}</div>`],
  ['among nameless paragraphs', (chrome) => `<div><h1>${TITLE}</h1><h2>${LEDE}</h2><div>${text(0, 2)}${chrome}${text(2, 5)}</div></div>`],
  ['after nameless paragraphs', (chrome) => `<div><h1>${TITLE}</h1><h2>${LEDE}</h2><div>${text(0, 5)}${chrome}</div></div>`],
  ['beside a nameless body', (chrome) => `<div><h1>${TITLE}</h1><p>${LEDE}</p><div>${text(0, 5)}</div>${chrome}</div>`],
];

describe.each(SHELLS)('%s', (_where, shell) => {
  it.each(CHROME)('%s leaves no trace', (_what, chrome) => {
    const page = `<!doctype html><html lang="vi"><head><title>${TITLE} | Báo Thử</title><meta name="description" content="${LEDE}"></head><body>${shell(chrome)}</body></html>`;
    const article = extractArticle(page, { url: URL_HERE });
    const clean = sanitizeHtml(article.html, { baseUrl: URL_HERE });
    expect(clean.text.split('\n')).toEqual(P);
    expect(clean.images).toEqual([]);
    expect([article.title, article.lede, article.byline]).toEqual([TITLE, LEDE, null]);
  });
});
