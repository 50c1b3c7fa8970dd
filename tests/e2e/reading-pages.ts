import { drawPng } from '../servers/drawn-png.ts';

/** Pages in the shape of real ones, for what an article may hold beyond plain paragraphs. Written for these tests. */

const PARAGRAPH =
  'Chợ phiên họp từ lúc sương còn trắng trên mái nhà. Người từ các bản xa xuống từ nửa đêm, gùi theo măng khô, mật ong và những tấm vải chàm còn thơm mùi nắng; đến trưa thì con dốc trước chợ đã đỏ bụi, và tiếng khèn của mấy chàng trai bắt đầu lẫn vào tiếng mặc cả. ';

function page(lang: string, title: string, body: string, dir = 'ltr'): string {
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1><div class="entry-content">${body}</div></article></body></html>`;
}

const COLUMNS = ['Ngày họp', 'Độ cao', 'Đường đến', 'Số quầy', 'Hàng nhiều nhất', 'Người bán', 'Giá thuê một ô', 'Giờ tan', 'Ghi chú của ban quản lý'];
const ROWS = ['Bắc Hà', 'Cán Cấu', 'Mường Khương', 'Cốc Ly'];

/** A wide table, code, a quotation, and notes of two kinds. */
export const MARKET = page(
  'vi',
  'Phiên chợ trên núi',
  `<p>${PARAGRAPH}<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup></p>
  <p>${PARAGRAPH}${PARAGRAPH}<a href="#_ftn2" name="_ftnref2">[2]</a></p>
  <h2>Bốn phiên chợ</h2>
  <table><caption>Các phiên chợ vùng cao.</caption><thead><tr><th>Chợ</th>${COLUMNS.map((name) => `<th>${name}</th>`).join('')}</tr></thead>
  <tbody>${ROWS.map((name) => `<tr><td>${name}</td>${COLUMNS.map((_, at) => `<td>${(at + 1) * 137} nghìn đồng một ngày</td>`).join('')}</tr>`).join('')}</tbody></table>
  <p>${PARAGRAPH}${PARAGRAPH}</p>
  <table><tr><th>Chợ</th><th>Ngày</th></tr><tr><td>Bắc Hà</td><td>Chủ nhật</td></tr></table>
  <blockquote><p>Đi chợ không phải để mua, mà để gặp.</p></blockquote>
  <h2>Đường đi</h2>
  <p>${PARAGRAPH}${PARAGRAPH}${PARAGRAPH}</p>
  <pre><code class="language-js">for (const phien of cho.phien({ tu: '2026-01-01', den: '2026-12-31', chiTiet: true, sapXep: 'ngay', kieu: 'am-lich' })) {
  console.log(phien.ten);
}</code></pre>
  <h2>Người giữ chợ</h2>
  <p>${PARAGRAPH}${PARAGRAPH}${PARAGRAPH}</p><p>${PARAGRAPH}${PARAGRAPH}</p>
  <div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>Theo lời kể của ông Vàng Seo Chư, người giữ chợ đã ba mươi năm; số liệu lấy từ <a href="https://bao.example/cho-phien">sổ của ban quản lý</a>. <a href="#fnref:1" role="doc-backlink">↩</a></p></li></ol></div>
  <p><a href="#_ftnref2" name="_ftn2">[2]</a> Tên gọi cũ của chợ, nay ít người dùng.</p>`,
);

function picture(width: number, height: number): string {
  return `<img src="data:image/png;base64,${drawPng(`${width}x${height}`, width, height).toString('base64')}">`;
}

/** A wide picture, a tall one, and two under one caption: as Markdown, which may hold its pictures itself. */
export const PICTURES = ['# Ảnh từ đỉnh đèo', PARAGRAPH, `<figure>${picture(1500, 800)}<figcaption>Thung lũng lúc rạng sáng.</figcaption></figure>`, PARAGRAPH,
  `<figure>${picture(800, 1200)}<figcaption>Con dốc.</figcaption></figure>`, PARAGRAPH, `<figure>${picture(700, 500)}${picture(500, 510)}<figcaption>Trước và sau phiên chợ.</figcaption></figure>`, PARAGRAPH].join('\n\n');

const ARABIC = 'في صباح كل أحد يصعد الناس إلى السوق فوق الجبل، يحملون العسل والقماش الأزرق والخضار، ويلتقون قبل أن يشتروا شيئا. يقول حارس السوق إن عدد الأكشاك بلغ 137 كشكا في عام 2026، وإن الطريق صار أقصر بعد بناء الجسر. ';
const JAPANESE = '山の市場は、朝霧がまだ屋根に白く残っているころに始まる。遠い村の人々は真夜中に家を出て、乾いた筍や蜂蜜、藍染めの布を背負って坂を下りてくる。昼になると、市場の前の坂道は赤い土ぼこりに包まれ、笛の音が値段を決める声に混じりはじめる。';
const CHINESE = '山上的集市在晨雾还白白地压着屋顶时就开始了。远处村寨的人半夜动身，背着笋干、蜂蜜和还带着阳光味道的蓝布下山；到了中午，集市前的坡道已是一片红土飞扬，芦笙的声音渐渐混进讨价还价的声音里。';
const KOREAN = '산속 장터는 안개가 아직 지붕 위에 하얗게 남아 있을 때 시작된다. 먼 마을 사람들은 한밤중에 집을 나서 말린 죽순과 꿀, 쪽빛 천을 지고 고갯길을 내려온다. 한낮이 되면 장터 앞 비탈길은 붉은 흙먼지로 덮이고 피리 소리가 흥정하는 소리에 섞이기 시작한다. ';

function three(text: string): string {
  return `<p>${text.repeat(2)}</p><h2>${text.slice(0, 12)}</h2><p>${text.repeat(3)}</p><blockquote><p>${text}</p></blockquote><ul><li>${text.slice(0, 24)}</li><li>Docbao 2026</li></ul><p>${text.repeat(2)}</p>`;
}

/** Articles in other scripts, and in the other direction. */
export const ELSEWHERE = {
  ar: page('ar', 'سوق فوق الجبل', three(ARABIC), 'rtl'),
  ja: page('ja', '山の上の市場', three(JAPANESE)),
  zh: page('zh-CN', '山上的集市', three(CHINESE)),
  ko: page('ko', '산 위의 장터', three(KOREAN)),
} as const;
