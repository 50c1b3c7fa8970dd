import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { PATIENCE, openReader, runCommand, temporaryFolder, until, type Reader } from './driver.ts';

interface Shown {
  readonly colors: readonly string[];
  readonly words: string;
}

/** What is drawn over the shown article as a highlight. */
async function drawn(reader: Reader): Promise<Shown> {
  return reader.inArticle((doc) => {
    const all = [...(doc.defaultView?.CSS.highlights ?? [])].filter(([name, { size }]) => name.startsWith('docbao-mark-') && size > 0);
    const colors = all.map(([name]) => name.slice('docbao-mark-'.length));
    return { colors, words: all.flatMap(([, ranges]) => [...ranges].map((range) => (range as Range).toString())).join('|') };
  });
}

/** Words marked in an article: by mouse, by key, with notes, in lists and after a restart. Told in order, in one library. */
describe('highlights', () => {
  let reader: Reader;
  const card = (): Locator => reader.page.locator('.highlight-card');
  const paragraph = (at: number): Locator => reader.page.frameLocator('iframe[data-shown="true"]').locator('.docbao-body p').nth(at);

  beforeAll(async () => {
    reader = await openReader();
    await reader.rows.first().click();
    await until('the article', () => reader.inArticle((doc) => doc.querySelectorAll('.docbao-body p').length > 2));
  });
  afterAll(() => reader.close());

  it('marks what the mouse selects', async () => {
    await paragraph(0).click({ clickCount: 3 });
    await card().getByRole('button', { name: 'Green' }).click();
    await expect.poll(async () => (await drawn(reader)).colors, PATIENCE).toEqual(['green']);
    expect((await drawn(reader)).words.trim()).toBe((await paragraph(0).innerText()).trim());
  });

  it('takes a note on what is pressed, and shows it again', async () => {
    await paragraph(0).click();
    await card().getByRole('button', { name: 'Note', exact: true }).click();
    await card().getByRole('textbox', { name: 'Note' }).fill('Đọc lại đoạn này');
    await reader.page.keyboard.press('Control+Enter');
    await expect.poll(() => card().innerText(), PATIENCE).toContain('Đọc lại đoạn này');
    await reader.page.keyboard.press('Escape');
    await expect.poll(() => card().count(), PATIENCE).toBe(0);
  });

  it('marks the paragraph in sight by key alone, changes its colour and takes it away again', async () => {
    await reader.page.locator('iframe[data-shown="true"]').focus();
    await reader.inArticle((doc) => doc.querySelectorAll('.docbao-body p')[1]?.scrollIntoView({ block: 'start' }));
    await reader.page.keyboard.press('h');
    await expect.poll(() => reader.page.evaluate(() => document.activeElement?.closest('.highlight-card') !== null), PATIENCE).toBe(true);
    await reader.page.keyboard.press('Tab');
    await reader.page.keyboard.press('Enter');
    await expect.poll(async () => (await drawn(reader)).colors.length, PATIENCE).toBeGreaterThanOrEqual(1);
    await card().getByRole('button', { name: 'Remove highlight' }).click();
    const notice = reader.page.getByText('Highlight removed.');
    await notice.waitFor();
    await reader.page.locator('iframe[data-shown="true"]').focus();
    await reader.page.keyboard.press('Control+z');
    await notice.waitFor({ state: 'detached' });
    await expect.poll(async () => (await runCommand<unknown[]>(reader.library, 'highlights')).value.length, PATIENCE).toBe(2);
  });

  it('lists them for the article and the library, and goes to the place', async () => {
    await reader.page.keyboard.press('Shift+H');
    const dialog = reader.page.getByRole('dialog', { name: 'Highlights' });
    await expect.poll(() => dialog.locator('.highlight-item').count(), PATIENCE).toBe(2);
    await dialog.getByRole('textbox').fill('doc lai doan');
    await expect.poll(() => dialog.locator('.highlight-item').count(), PATIENCE).toBe(1);
    await dialog.locator('.highlight-go').click();
    await dialog.waitFor({ state: 'detached' });
    const top = await reader.inArticle((doc) => doc.querySelector('.docbao-body p')?.getBoundingClientRect().top ?? -1);
    expect(top).toBeGreaterThan(0);
  });

  it('marks a picture in its large view, and lists it with its caption', async () => {
    const image = reader.page.frameLocator('iframe[data-shown="true"]').locator('.docbao-body img').first();
    const caption = await reader.inArticle((doc) => doc.querySelector('.docbao-body figcaption')?.textContent.trim() ?? '');
    await image.click();
    await reader.page.getByRole('button', { name: 'Highlight this picture' }).click();
    await expect.poll(() => reader.page.evaluate(() => document.activeElement?.closest('.highlight-card') !== null), PATIENCE).toBe(true);
    await card().getByRole('button', { name: 'Pink' }).click();
    await expect.poll(() => image.getAttribute('data-mark'), PATIENCE).toBe('pink');
    await reader.page.keyboard.press('Escape');
    await reader.page.keyboard.press('Shift+H');
    const row = reader.page.locator('.highlight-item').filter({ has: reader.page.locator('.highlight-picture') });
    await expect.poll(() => row.innerText(), PATIENCE).toContain(caption);
    await reader.page.keyboard.press('Escape');
  });

  it('writes them as Markdown where the user says', async () => {
    const file = join(temporaryFolder('highlights'), 'out.md');
    await reader.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await reader.page.keyboard.press('Shift+H');
    await reader.page.getByRole('button', { name: 'Export as Markdown' }).click();
    await expect.poll(() => readFile(file, 'utf8').catch(() => ''), PATIENCE).toContain('Đọc lại đoạn này');
    await reader.page.keyboard.press('Escape');
  });

  it('sets its lines closer and to both edges at once', async () => {
    const look = (): Promise<string> => reader.inArticle((doc) => {
      const style = doc.defaultView?.getComputedStyle(doc.querySelector('.docbao-body p') ?? doc.body);
      return `${style?.textAlign} ${(Number.parseFloat(style?.lineHeight ?? '0') / Number.parseFloat(style?.fontSize ?? '1')).toFixed(2)}`;
    });
    expect(await look()).toBe('start 1.65');
    await reader.page.evaluate(() => window.docbao.settings.set({ readingLeading: 'close', isJustified: true }));
    await expect.poll(look, PATIENCE).toBe('justify 1.55');
  });

  it('has them after a restart', async () => {
    const title = await reader.inArticle((doc) => doc.querySelector('.docbao-title')?.textContent ?? '');
    await reader.close();
    reader = await openReader({ library: reader.library });
    await reader.read(title);
    await expect.poll(async () => (await drawn(reader)).colors, PATIENCE).toContain('green');
  });
});
