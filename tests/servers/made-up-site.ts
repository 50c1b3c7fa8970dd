/**
 * Newspapers that never were: any number of sites with a feed, articles and pictures, the same at every start. The words
 * are ours, so that tests and benchmarks that use them need nothing but this tree.
 */
const PLACES = ['Lào Cai', 'Hà Nội', 'Huế', 'Đà Nẵng', 'Cần Thơ', 'Quy Nhơn', 'Điện Biên', 'Hải Phòng', 'Buôn Ma Thuột', 'Cà Mau'];
const SUBJECTS = ['Người trồng chè', 'Đoàn cứu hộ', 'Hội đồng nhân dân', 'Nhóm kỹ sư', 'Thư viện tỉnh', 'Ban quản lý chợ', 'Trường làng', 'Hợp tác xã'];
const DEEDS = ['mở lại con đường qua đèo', 'góp sách cho học trò vùng cao', 'bàn kế hoạch bầu cử', 'thử giống lúa chịu mặn', 'sửa cây cầu cũ', 'đón khách về hội', 'đo mực nước sông', 'vẽ bản đồ rừng'];
const SENTENCES = [
  'Buổi sáng, sương còn đọng trên mái ngói thì mọi người đã có mặt đông đủ.',
  'Theo kế hoạch, phần việc khó nhất được làm trước khi mùa mưa tới.',
  'Ông Nguyễn Văn Thuận, người đã ở đây hơn bốn mươi năm, kể rằng chưa năm nào nước lên nhanh như thế.',
  'Chị Đỗ Thị Hoà nói thêm: “Chúng tôi chỉ mong việc này được làm đến nơi đến chốn.”',
  'Kinh phí một phần do tỉnh cấp, một phần do bà con tự góp, khoảng hai trăm triệu đồng.',
  'Nhiều gia đình mang theo cơm nắm và nước chè, ở lại đến tận chiều muộn.',
  'Các kỹ sư cho biết số liệu đo được trong ba tháng qua sẽ được công bố đầy đủ.',
  'Năm ngoái, cũng vào dịp này, công việc phải dừng lại vì bão.',
  'Học trò lớp năm được nghỉ một buổi để cùng thầy cô ra xem và ghi chép.',
  'Đến cuối tuần, lãnh đạo huyện sẽ họp với dân để bàn những bước tiếp theo.',
];

/** Short pieces: two articles share hardly a run of four syllables made of them, as two articles of real papers. */
const WHO = ['bà con', 'tổ trưởng', 'cô giáo', 'anh thợ', 'đội ba', 'nhà vườn', 'cán bộ xã', 'người già', 'chủ quán', 'lái đò', 'hội phụ nữ', 'trưởng thôn', 'bạn trẻ', 'nông dân', 'y tá', 'thợ mộc'];
const DID = ['dựng lại', 'đo kỹ', 'bàn thêm', 'chở về', 'đếm đủ', 'ghi vào', 'chia cho', 'gom được', 'sơn mới', 'trồng dặm', 'kể về', 'giữ lại', 'mượn thêm', 'vá xong', 'dọn sạch', 'chọn ra'];
const THINGS = ['cột điện', 'bao thóc', 'tấm ván', 'cuốn sổ', 'gốc mai', 'mét rào', 'thùng nước', 'bức tranh', 'viên gạch', 'chiếc ghe', 'luống rau', 'bóng đèn', 'trang sách', 'cây cau', 'chum tương', 'mái tôn'];
const WHEN = ['lúc rạng đông', 'giữa trưa', 'hôm rằm', 'sau Tết', 'mùa gặt', 'đêm qua', 'cuối chợ', 'ngày giỗ', 'trước mưa', 'khi trăng lên', 'vụ đông', 'tháng củ mật', 'chiều thứ ba', 'phiên họp', 'hồi tháng tám', 'mấy hôm nay'];
const WHERE = ['bên đình', 'đầu xóm', 'ngoài bãi', 'dưới bến', 'trong kho', 'sau trường', 'gần chùa', 'quanh hồ', 'trên đồi', 'cạnh cầu', 'phía tây', 'giữa đồng', 'ven sông', 'ở ngã ba', 'tận nguồn', 'nơi sân phơi'];

/** A sentence that no other place of any article has. */
function ownSentence(seed: number): string {
  const at = (step: number): number => {
    const spread = Math.imul((seed * 16 + step) ^ ((seed * 16 + step) >>> 15), 0x2c1b3c6d);
    return (Math.imul(spread ^ (spread >>> 12), 0x297a2d39) >>> 0) >>> 12;
  };
  return `${capital(pick(WHEN, at(0)))} ${pick(WHERE, at(1))}, ${pick(WHO, at(2))} ${pick(DID, at(3))} ${2 + (at(4) % 97)} ${pick(THINGS, at(5))}, còn ${pick(WHO, at(6))} ${pick(DID, at(7))} ${2 + (at(8) % 89)} ${pick(THINGS, at(9))} ${pick(WHERE, at(10))}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pick<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('an empty list was picked from');
  return found;
}

export interface MadeUpArticle {
  readonly path: string;
  readonly title: string;
  readonly lede: string;
  readonly paragraphs: readonly string[];
  readonly pictures: readonly { readonly path: string; readonly caption: string }[];
  readonly publishedAt: Date;
}

/** Article `number` (from 1; the higher, the newer) of made-up site `site`. */
export function madeUpArticle(site: number, number: number): MadeUpArticle {
  const key = site * 7 + number * 3;
  const what = `${pick(SUBJECTS, key)} ${pick(PLACES, site + number)} ${pick(DEEDS, key + number)}`;
  const start = (site * 31 + number * 17) % 997;
  const paragraphs = Array.from({ length: 7 }, (_, index) => {
    const own = [0, 1].map((offset) => ownSentence((site * 1_000 + number) * 16 + index * 2 + offset));
    return `${pick(SENTENCES, start + index * 3)} ${own.join(' ')} (Ghi chép số ${site}-${number}, đoạn ${index + 1}.)`;
  });
  const picture = (index: number) => ({
    path: `/site/${site}/picture/${number}-${index}_320x200.png`,
    caption: `${pick(PLACES, site + number)}, ảnh ${index} của bài ${number}. Ảnh: Báo Thử`,
  });
  return {
    path: `/site/${site}/bai-${number}.html`,
    title: `${what}: bản tin số ${number}`,
    lede: `${what}, sau nhiều ngày chờ đợi; việc này được nhắc đến lần thứ ${number} ở Báo Thử ${site}.`,
    paragraphs,
    pictures: [picture(1), picture(2)],
    publishedAt: new Date(Date.UTC(2026, 0, 1) + (number * 97 + site) * 60_000),
  };
}

/** An article's page, with the chrome around it that pages have. */
export function madeUpPage(origin: string, site: number, number: number): string {
  const article = madeUpArticle(site, number);
  const figures = article.pictures.map(
    ({ path, caption }) => `<figure><img src="${path}" alt="" width="320" height="200"><figcaption>${caption}</figcaption></figure>`,
  );
  const [first = '', second = '', ...rest] = article.paragraphs.map((text) => `<p>${text}</p>`);
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>${article.title} | Báo Thử ${site}</title>
<link rel="canonical" href="${origin}${article.path}">
<link rel="alternate" type="application/rss+xml" title="Báo Thử ${site}" href="/site/${site}/feed.rss">
<meta property="og:title" content="${article.title}"><meta property="og:site_name" content="Báo Thử ${site}">
<meta property="og:description" content="${article.lede}">
<meta property="article:published_time" content="${article.publishedAt.toISOString()}"></head>
<body><header><a href="/site/${site}/">Báo Thử ${site}</a><nav><a href="/site/${site}/">Thời sự</a> <a href="/site/${site}/">Văn hoá</a></nav></header>
<main><article><h1>${article.title}</h1><p class="author">Lê Minh Anh</p><p class="sapo">${article.lede}</p>
${first}\n${figures[0] ?? ''}\n${second}\n${figures[1] ?? ''}\n${rest.join('\n')}</article>
<aside><h3>Tin liên quan</h3><ul><li><a href="/site/${site}/bai-1.html">Tin cũ</a></li></ul></aside></main>
<footer>Báo Thử ${site} – trang thử nghiệm</footer></body></html>`;
}

/** A site's front page: names its feed and its newest articles. */
export function madeUpFrontPage(site: number, newest: number): string {
  const links = Array.from({ length: Math.min(10, newest) }, (_, index) => madeUpArticle(site, newest - index));
  const items = links.map(({ path, title, lede }) => `<article><h2><a href="${path}">${title}</a></h2><p>${lede}</p></article>`);
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Báo Thử ${site}</title>
<link rel="alternate" type="application/rss+xml" title="Báo Thử ${site}" href="/site/${site}/feed.rss"></head>
<body><h1>Báo Thử ${site}</h1>${items.join('\n')}</body></html>`;
}

/** A site's feed as RSS 2.0, newest first, summaries only: the articles have to be fetched. */
export function madeUpFeed(origin: string, site: number, newest: number, count: number): string {
  const numbers = Array.from({ length: Math.min(count, newest) }, (_, index) => newest - index);
  const items = numbers.map((number) => {
    const { path, title, lede, pictures, publishedAt } = madeUpArticle(site, number);
    const image = pictures[0] === undefined ? '' : `<a href="${origin}${path}"><img src="${origin}${pictures[0].path}"></a></br>`;
    return `<item><title>${title}</title><link>${origin}${path}</link><guid isPermaLink="true">${origin}${path}</guid>
<pubDate>${publishedAt.toUTCString()}</pubDate><description><![CDATA[${image}${lede}]]></description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Báo Thử ${site}</title><link>${origin}/site/${site}/</link><description>Tin thử</description>
<language>vi</language>
${items.join('\n')}
</channel></rss>`;
}
