import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { extractMarkdown, extractTextFile } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';

const SEED = new URL('../../../../shared/data/seed/lao-cai-bau-cu.txt', import.meta.url);

const SAVED_PAGE = `Khánh thành cầu treo Nậm Chảy sau mười tháng thi công

Chiều 16/3, ủy ban nhân dân xã Bản Mây khánh thành cầu treo Nậm Chảy, cây cầu mà bốn thôn bên suối đã chờ hơn hai mươi năm.

Người dân qua cầu trong ngày đầu. (Ảnh: Hải Vân)

Người dân qua cầu trong ngày đầu. (Ảnh: Hải Vân)

Cây cầu dài 84 m, rộng 2 m, do người dân góp công đào móng & chở đá. Kinh phí 1 < 2 tỷ đồng.

Phát biểu tại lễ khánh thành, trưởng thôn Giàng A Páo cảm ơn những người thợ đã làm việc qua cả mùa mưa.

Phản hồi

Các tin khác

Suối Nậm Chảy lại tràn bờ

Mới nhất
`;

describe('a text file', () => {
  const article = extractTextFile(SAVED_PAGE, 'cau-treo.txt');
  const clean = sanitizeHtml(article.html, { baseUrl: null });

  it('has title, lede and language, and no date made of "Chiều 16/3"', () => {
    expect(article).toMatchObject({ title: 'Khánh thành cầu treo Nậm Chảy sau mười tháng thi công', publishedAt: null, lang: 'vi', byline: null });
    expect(article.lede).toMatch(/^Chiều 16\/3, ủy ban .* hơn hai mươi năm\.$/);
  });

  it('shows the caption once, with its credit', () => {
    expect(clean.html).toMatch(/^<figure><figcaption>Người dân qua cầu trong ngày đầu. \(Ảnh: Hải Vân\)<\/figcaption><\/figure><p>Cây cầu/);
    expect(clean.text.match(/Hải Vân/g)).toHaveLength(1);
  });

  it('ends where the chrome begins, and escapes what is not markup', () => {
    expect(clean.text.split('\n')).toHaveLength(3);
    expect(clean.text).toContain('đào móng & chở đá. Kinh phí 1 < 2 tỷ đồng.');
    expect(clean.text).toMatch(/cả mùa mưa\.$/);
  });

  it('may be wrapped at a fixed width, or have a paragraph a line', () => {
    const wrapped = 'Một tiêu đề ngắn\n\nDòng thứ nhất của đoạn văn này dài đúng bằng những dòng\nkhác của cùng một tệp, vì người gõ ngắt dòng bằng tay\nở cột sáu mươi.\n\nĐoạn hai.';
    expect(sanitizeHtml(extractTextFile(wrapped, 'a.txt').html, { baseUrl: null }).text).toMatch(/những dòng khác của cùng một tệp, vì người gõ ngắt dòng bằng tay ở cột sáu mươi\.\nĐoạn hai\.$/);
    expect(sanitizeHtml(extractTextFile('Tiêu đề\nĐoạn một.\nĐoạn hai.', 'a.txt').html, { baseUrl: null }).text).toBe('Đoạn một.\nĐoạn hai.');
  });

  it('without a title is named after the file', () => {
    expect(extractTextFile('Chỉ một dòng.', '/tmp/ghi-chu_cuoi-ngay.txt')).toMatchObject({ title: 'ghi chu cuoi ngay', html: '<p>Chỉ một dòng.</p>' });
  });

  it('without text is no article', () => {
    expect(() => extractTextFile(' \n\n', 'rong.txt')).toThrow('The file rong.txt holds no text.');
  });

  it.runIf(existsSync(SEED))('of the seed is read whole (skipped where ../shared/data is missing)', () => {
    const seed = extractTextFile(readFileSync(SEED, 'utf8'), 'lao-cai-bau-cu.txt');
    const { text, html } = sanitizeHtml(seed.html, { baseUrl: null });
    expect(seed.title).toMatch(/^Lào Cai tích cực .* bầu cử$/);
    expect(seed.lede).toMatch(/^Chiều 16\/3, đồng chí/);
    expect(html.match(/<figcaption>/g)).toHaveLength(1);
    expect(text.split('\n')).toHaveLength(7);
    expect(text).not.toMatch(/Phản hồi|Các tin khác|Mới nhất/);
  });
});

describe('a Markdown file', () => {
  const SOURCE = `---
title: "Sổ tay qua suối"
date: 2026-03-07 09:30
author:
  - Lò Văn Tình
  - Mai Chi
description: Những điều cần nhớ
---
# Sổ tay qua suối

## Trước mùa lũ

Xem **dự báo** và [bản đồ](https://bando.example/).

- Dây thừng
  - dài 20 m
- Đèn

> Nước lên nhanh.

\`\`\`ts
const depth = a < b ? 1 : 2;
\`\`\`

![Cầu](https://anh.example/cau.jpg)
*Cầu treo. Ảnh: Mai Chi*

| Thôn | Cầu |
|---|---|
| Nậm Chảy | 1 |

<script>alert(1)</script><img src=x onerror=alert(1)>
`;
  const article = extractMarkdown(SOURCE, 'so-tay.md');
  const clean = sanitizeHtml(article.html, { baseUrl: null });

  it('takes title, date, authors and summary from its front matter', () => {
    expect(article).toMatchObject({ title: 'Sổ tay qua suối', byline: 'Lò Văn Tình, Mai Chi', lede: 'Những điều cần nhớ', publishedAt: Date.UTC(2026, 2, 7, 2, 30), lang: 'vi' });
  });

  it('keeps headings, lists, quotations, code, pictures with captions and tables, and nothing that runs', () => {
    expect(clean.html).toBe(
      '<h2>Trước mùa lũ</h2><p>Xem <strong>dự báo</strong> và <a href="https://bando.example/" rel="noopener noreferrer">bản đồ</a>.</p><ul><li>Dây thừng<ul><li>dài 20 m</li></ul></li><li>Đèn</li></ul>' +
        '<blockquote><p>Nước lên nhanh.</p></blockquote><pre data-language="ts"><code>const depth = a &lt; b ? 1 : 2;</code></pre><figure><img data-src="https://anh.example/cau.jpg" alt="Cầu"><figcaption><em>Cầu treo. Ảnh: Mai Chi</em></figcaption></figure>' +
        '<table><thead><tr><th>Thôn</th><th>Cầu</th></tr></thead><tbody><tr><td>Nậm Chảy</td><td>1</td></tr></tbody></table>',
    );
  });

  it('without front matter is named by its first heading, or the file', () => {
    expect(extractMarkdown('# Một\n\nHai', 'x.md')).toMatchObject({ title: 'Một', html: '\n<p>Hai</p>\n' });
    expect(extractMarkdown('Hai', 'ten-tep.md').title).toBe('ten tep');
    expect(() => extractMarkdown('---\ntitle: x\n---\n', 'x.md')).toThrow('holds no text');
  });
});
