import { describe, expect, it } from 'vitest';
import { extractFeedContent, plainSummary } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';

const url = 'https://bao.vn/bai.html';
const picture = '<a href="https://bao.vn/bai.html"><img src="https://anh.bao.vn/1.jpg?w=300&amp;h=180"></a></br>';

describe('a plain summary', () => {
  it.each([
    'Nước lên nhanh ở Huế sáng nay.',
    `${picture}Nước lên nhanh ở Huế sáng nay; <b>bà con</b> đã chuyển lên chỗ cao.`,
    '<p>Hai đoạn.</p><p>Đoạn <em>hai</em>, có <a href="https://bao.vn/khac">liên kết</a>.</p>',
    'Giá 5 &lt; 6 &amp; 7<br>dòng sau',
    '',
  ])('comes out as it would from extraction: %s', (html) => {
    const plain = plainSummary(html, 'Lũ ở Huế');
    expect(plain).not.toBeNull();
    expect(sanitizeHtml(plain ?? '', { baseUrl: url })).toEqual(sanitizeHtml(extractFeedContent(html, { url, title: 'Lũ ở Huế' }).html, { baseUrl: url }));
  });

  it.each([
    '<div>Khối</div>',
    '<img class="lazy" data-src="https://anh.bao.vn/1.jpg">',
    '<p style="display:none">Ẩn</p>',
    '<script>1</script>',
    'Lũ ở Huế: tựa nhắc lại',
    `${'Dài '.repeat(600)}`,
  ])('is not what may hold more: %s', (html) => {
    expect(plainSummary(html, 'Lũ ở Huế')).toBeNull();
  });
});
