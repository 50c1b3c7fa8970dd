import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, openReader, type Reader } from './driver.ts';

describe('the first start, with no network at all', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader({ language: 'vi' });
  });
  afterAll(() => reader.close());

  it('speaks the language of the system', async () => {
    expect(await reader.page.evaluate(() => document.documentElement.lang)).toBe('vi');
    await reader.page.getByText('Chưa đọc').first().waitFor();
  });

  it('opens on starter articles, with their pictures', async () => {
    await expect.poll(() => reader.rows.count()).toBeGreaterThan(3);
    const text = await reader.read(/Tờ báo của riêng bạn/);
    expect(text.length).toBeGreaterThan(500);
    expect((await reader.shownImages()).length).toBeGreaterThan(0);
  });

  it('finds them without marks', async () => {
    await reader.page.getByRole('combobox', { name: 'Tìm' }).fill('nguon bao');
    await expect.poll(() => reader.rows.allInnerTexts(), PATIENCE).toContainEqual(expect.stringContaining('Thêm nguồn báo'));
    // Once to give the list back, once to leave the box.
    await reader.page.keyboard.press('Escape');
    await reader.page.keyboard.press('Escape');
  });

  it('suggests papers to follow', async () => {
    const suggested = await reader.page.evaluate(() => window.docbao.feeds.listSuggested());
    expect(suggested.ok && suggested.value.length).toBeGreaterThan(5);
    await reader.page.keyboard.press('a');
    await reader.page.getByRole('dialog').getByText('Nhân Dân').first().waitFor();
  });
});
