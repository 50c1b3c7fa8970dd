import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE, until } from './driver.ts';
import { hiddenFocus, misfits, smallTargets, violations, violationsInArticle } from './views/checks.ts';
import { VIEWS } from './views/index.ts';
import { goHome, openDialog, openStage, readRich, type Stage } from './views/stage.ts';

/** Presses of Tab in a view; in the window as a whole, all the way round its three panes; none while something is dragged. */
const TABS = 12;
const TABS_IN: Readonly<Record<string, number>> = { article: 64, 'drop-zone': 0 };
/** Views whose article is looked into as well. */
const ARTICLES: readonly string[] = ['article', 'stored-page'];

/** The settings with one of their parts open. */
async function openSettings(stage: Stage, section: 'look' | 'list'): Promise<Locator> {
  const dialog = await openDialog(stage, 'open-settings');
  await dialog.locator('.settings-sections button').nth(section === 'look' ? 0 : 2).click();
  return dialog;
}

describe('everything that the window shows', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('vi');
    // What is still fading in has not the contrast that it will have.
    await stage.reader.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(() => goHome(stage));
  afterAll(async () => {
    await stage.reader.close();
    await stage.news.close();
  });

  it.each(VIEWS.map((view) => [view.name, view] as const))('passes axe, and what axe cannot see: %s', async (_name, view) => {
    await view.open(stage);
    const found = [...(await violations(stage, view))];
    if (ARTICLES.includes(view.name)) found.push(...(await violationsInArticle(stage)));
    found.push(...(await smallTargets(stage)).map((target) => `small target (2.5.8): ${target}`));
    found.push(...(await hiddenFocus(stage, TABS_IN[view.name] ?? TABS)).map((target) => `hidden focus (2.4.11): ${target}`));
    found.push(...(await misfits(stage)));
    await view.leave?.(stage);
    expect(found).toEqual([]);
  });

  describe('and what is done in it', () => {
    beforeEach(async () => void (await stage.reader.page.evaluate(() => window.docbao.settings.set({ language: 'vi' }))));

    it('moves the edges by key and by a press, too (2.1.1, 2.5.7, 2.5.8)', async () => {
      const { page } = stage.reader;
      for (const [at, place] of ['.sidebar', '.list-pane'].entries()) {
        const edge = page.locator(`${place} > .resize-handle`);
        const width = async (): Promise<number> => Number(await edge.getAttribute('aria-valuenow'));
        const before = await width();
        await edge.press('ArrowRight');
        await until('the edge to move', async () => (await width()) > before);
        await edge.press('Enter');
        await until('the edge to go back', async () => (await width()) === before);
        const dialog = await openSettings(stage, 'list');
        const widths = dialog.locator('fieldset').nth(at + 1).locator('label');
        await widths.last().click();
        await until('a wide pane', async () => (await width()) > before);
        await widths.nth(1).click();
        await until('the usual pane', async () => (await width()) === before);
        await page.keyboard.press('Escape');
      }
    });

    it('does by a press what is done by dragging (2.5.7)', async () => {
      const { page } = stage.reader;
      const kinds = await page.evaluate(() => [...new Set([...document.querySelectorAll('[draggable="true"]')].map((one) => (one.matches('[role="option"]') ? 'article' : one.matches('.side-folder') ? 'folder' : 'source')))].sort());
      expect(kinds).toEqual(['article', 'folder', 'source']);
      const opened = async (place: string, icon: RegExp): Promise<string> => {
        await page.locator(place).first().click({ button: 'right' });
        await page.getByRole('menuitem', { name: icon }).first().click();
        await page.locator('dialog[open]').waitFor();
        const names = await page.locator('dialog[open]').innerText();
        await page.keyboard.press('Escape');
        return names;
      };
      expect(await opened('li.side-item[draggable="true"]', /^Chuyển/)).toContain('Báo ngày');
      expect(await opened('.side-folder', /^Chuyển/)).not.toBe('');
      expect(await opened('#article-list [role="option"]', /^Gắn thẻ/)).toContain('Miền núi');
    });

    it('asks nothing twice (3.3.7)', async () => {
      const { page } = stage.reader;
      // What was looked for is what is kept, under its own name.
      await page.locator('.search-box input').fill('mực nước sông');
      await page.locator('#search-hits mark').first().waitFor();
      await page.locator('.search-results .list-head [aria-pressed]').click();
      expect(await page.locator('dialog[open] input').first().inputValue()).toBe('mực nước sông');
      await goHome(stage);
      // An address that leads to no feed is saved as a page without being typed again.
      const asPage = await openDialog(stage, 'add-subscription');
      await asPage.getByRole('textbox').fill(stage.news.url('/song/ban-tin-chieu.html'));
      stage.news.answer('/song/ban-tin-chieu.html', { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<title>Bản tin chiều</title><article><h1>Bản tin chiều</h1>${'<p>Nước rút dần từ trưa, bà con trở về dọn lại nhà cửa, thầy trò rửa bàn ghế phơi đầy sân trường.</p>'.repeat(6)}</article>` });
      await page.keyboard.press('Enter');
      await asPage.getByRole('button', { name: 'Lưu trang này như một bài' }).click();
      await stage.reader.shown('Bản tin chiều');
      // What was chosen at the first start is what the settings show.
      await page.evaluate(() => window.docbao.settings.set({ language: 'vi' }));
      const dialog = await openSettings(stage, 'look');
      expect(await dialog.locator('fieldset').first().locator('label:has(:checked)').innerText()).toBe('Tiếng Việt');
      // A new name begins with the old one.
      await page.keyboard.press('Escape');
      await page.locator('.side-folder').first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Đổi tên' }).click();
      expect(await page.locator('dialog[open] input').inputValue()).toBe('Báo ngày');
    });

    it('goes by arrows through the sources, into folders and out of them, and from pane to pane', async () => {
      const { page } = stage.reader;
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
      await page.locator('#article-list').focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(focused, PATIENCE).toMatch(/^Tất cả/);
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toMatch(/^Chưa đọc/);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Có sao' }).waitFor();
      await page.locator('#article-list').waitFor();
      await page.locator('.side-folder > .side-row').focus();
      await page.keyboard.press('ArrowLeft');
      await page.locator('.side-branch').waitFor({ state: 'detached' });
      await page.keyboard.press('ArrowRight');
      await page.locator('.side-branch').waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toMatch(/Báo Thử 1/);
      await page.keyboard.press('ArrowLeft');
      expect(await focused()).toMatch(/^Báo ngày/);
      for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('article-list');
      await page.keyboard.press('ArrowDown');
      await page.locator('iframe[data-shown="true"]').waitFor();
      await page.keyboard.press('ArrowRight');
      await until('the article to have the focus', () => page.evaluate(() => document.activeElement?.tagName === 'IFRAME'));
    });

    it('goes to a heading by the table of contents, with the focus', async () => {
      const { page } = stage.reader;
      await readRich(stage);
      await page.locator('.reader-tools button:has(.lucide-list)').click();
      expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Nửa đêm', 'Gần sáng', 'Sáng hôm sau']);
      await page.getByRole('menuitem', { name: 'Gần sáng' }).press('Enter');
      await expect.poll(() => stage.reader.inArticle((doc) => doc.activeElement?.textContent), PATIENCE).toBe('Gần sáng');
      expect(await stage.reader.inArticle((doc) => (doc.activeElement?.getBoundingClientRect().top ?? -1) / doc.documentElement.clientHeight)).toBeLessThan(0.5);
    });

    it('gives the focus back when a dialog closes', async () => {
      const settings = stage.reader.page.locator('.side-foot .icon-button').last();
      await settings.press('Enter');
      await stage.reader.page.locator('dialog[open]').waitFor();
      await stage.reader.page.keyboard.press('Escape');
      await until('the focus to come back', () => settings.evaluate((element) => element === document.activeElement));
    });

    it('moves nothing where the system asks for less motion, and shows what is chosen in forced colours', async () => {
      await stage.reader.page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
      await openDialog(stage, 'open-settings');
      const moving = await stage.reader.page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 0).length);
      const outline = await stage.reader.page.locator('.settings-sections [aria-current]').evaluate((element) => getComputedStyle(element).outlineStyle);
      await stage.reader.page.emulateMedia({ reducedMotion: null, forcedColors: null });
      expect({ moving, outline }).toEqual({ moving: 0, outline: 'solid' });
    });
  });
});
