import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, openReader, type Reader } from './driver.ts';
import { dropFile } from './drop.ts';

const SEED = fileURLToPath(new URL('../../../shared/data/seed/lao-cai-bau-cu.txt', import.meta.url));
const CAPTION = 'Quang cảnh buổi trồng cây. (Ảnh: Mai Lan)';
/** In the shape of a page copied as text: the caption twice, the page's chrome at the end. */
const OWN_TEXT = [
  'Bản Phố trồng thêm mười héc-ta rừng',
  'Sáng 12/3, hơn hai trăm người dân Bản Phố cùng lên đồi trồng cây, mở đầu cho kế hoạch phủ xanh vùng đầu nguồn.',
  CAPTION,
  CAPTION,
  'Theo ban quản lý thôn, số cây giống được ươm từ mùa thu năm trước, phần lớn là giổi và lát, hợp với đất dốc của vùng này.',
  'Mỗi hộ nhận chăm sóc năm mươi gốc trong ba năm đầu; cây chết được thay ngay trong mùa mưa, và công chăm được tính vào quỹ chung của thôn.',
  'Đợt trồng tiếp theo dự kiến vào tháng Tám, khi đất đủ ẩm và học sinh đã trở lại trường.',
  'Phản hồi',
  'Các tin khác',
  'Mới nhất',
].join('\n\n');

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('a file dropped on the window', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());

  it('becomes an article: title, lede, the caption once, no chrome', async () => {
    await dropFile(reader, 'ban-pho.txt', OWN_TEXT);
    const text = await reader.shown(/^Bản Phố trồng thêm mười héc-ta rừng$/);
    expect(await reader.inArticle((doc) => doc.querySelector('.docbao-lede')?.textContent)).toMatch(/^Sáng 12\/3, hơn hai trăm người dân/);
    expect(timesIn(text, 'Quang cảnh buổi trồng cây')).toBe(1);
    expect(text).not.toMatch(/Phản hồi|Các tin khác|Mới nhất/);
    expect(text).toContain('khi đất đủ ẩm');
  });

  it.runIf(existsSync(SEED))('works with the text that the product started from', async () => {
    await dropFile(reader, 'lao-cai-bau-cu.txt', readFileSync(SEED));
    const text = await reader.shown(/^Lào Cai tích cực triển khai/);
    expect(timesIn(text, 'Quang cảnh hội nghị')).toBe(1);
    expect(text).not.toMatch(/Phản hồi|Các tin khác|Mới nhất/);
    await reader.search('đbqh');
    await expect.poll(() => reader.rows.count(), PATIENCE).toBeGreaterThanOrEqual(0);
    await reader.search('bau cu');
    await expect.poll(() => reader.rows.first().innerText(), PATIENCE).toContain('bầu cử');
    await reader.page.getByRole('button', { name: 'Clear search' }).click();
  });

  it('is refused in words where Docbao can not read it', async () => {
    await dropFile(reader, 'anh.exe', Buffer.from([0x4d, 0x5a, 0, 0, 0xff, 0xfe]));
    await expect.poll(() => reader.page.locator('body').innerText(), PATIENCE).toMatch(/Could not save anh\.exe\./);
    await dropFile(reader, 'trong.txt', '');
    await reader.page.getByText('trong.txt is empty.').waitFor();
    await dropFile(reader, 'to.txt', Buffer.alloc(21 * 1024 * 1024, 'a'));
    await reader.page.getByText(/to\.txt is too large\. Docbao takes files of up to 21 MB\./).waitFor();
  });
});
