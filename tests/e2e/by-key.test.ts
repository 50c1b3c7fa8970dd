import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, openReader, temporaryFolder, until, type Reader } from './driver.ts';
import { answerWith } from './views/stage.ts';

const MOST_TABS = 120;

describe('by key alone, from the first start on', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader({ language: 'vi' });
  });
  afterAll(() => reader.close());

  /** Goes on with Tab until what has the focus is called so. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let press = 0; press < MOST_TABS; press += 1) {
      const isThere = await reader.page.evaluate(
        (pattern) => {
          const element = document.activeElement;
          const label = element?.closest('label')?.textContent ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
          return element !== document.body && new RegExp(pattern, 'u').test(label.trim());
        },
        name.source,
      );
      if (isThere) return;
      await reader.page.keyboard.press('Tab');
    }
    throw new Error(`${MOST_TABS} times Tab did not lead to ${name.source}`);
  }

  /** Where the user says that a file goes, whenever they are asked. */
  async function saveAs(file: string): Promise<void> {
    await reader.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
    }, file);
  }

  const shownTitle = (): Promise<string> => reader.inArticle((doc) => doc.querySelector('.docbao-title')?.textContent ?? '');

  it('is welcomed, with the focus in the welcome', async () => {
    await reader.page.locator('.welcome').waitFor();
    await until('the focus', () => reader.page.evaluate(() => document.activeElement?.closest('.welcome') !== null));
  });

  it('chooses language and theme there', async () => {
    await tabTo(/^Theo hệ thống$/);
    await reader.page.keyboard.press('ArrowRight');
    await reader.page.keyboard.press('ArrowRight');
    await until('English', () => reader.page.evaluate(() => document.documentElement.lang === 'en'));
    await reader.page.keyboard.press('Tab');
    await reader.page.keyboard.press('ArrowRight');
    await reader.page.keyboard.press('ArrowRight');
    await until('night', () => reader.page.evaluate(() => document.documentElement.dataset['theme'] === 'night'));
  });

  it('picks and drops a source, and just reads', async () => {
    await tabTo(/^Nhân Dân/);
    await reader.page.keyboard.press('Space');
    expect(await reader.page.locator('.welcome-foot .button-primary').innerText()).toBe('Follow 1 source');
    await reader.page.keyboard.press('Space');
    await until('nothing to be picked', () => reader.page.locator('.welcome-foot .button-primary').isDisabled());
    await tabTo(/^Just read/);
    await reader.page.keyboard.press('Enter');
    await expect.poll(shownTitle, PATIENCE).not.toBe('');
  });

  it('goes on to another article and stars it', async () => {
    const first = await shownTitle();
    await reader.page.keyboard.press('j');
    await expect.poll(shownTitle, PATIENCE).not.toBe(first);
    const title = await shownTitle();
    await reader.page.keyboard.press('s');
    await reader.page.keyboard.press('3');
    await expect.poll(() => reader.rows.allInnerTexts(), PATIENCE).toEqual([expect.stringContaining(title)]);
  });

  it('marks a paragraph, writes a note to it, and takes both out as Markdown', async () => {
    const file = join(temporaryFolder('by-key'), 'highlights.md');
    await saveAs(file);
    await reader.page.keyboard.press('h');
    await until('the colours to have the focus', () => reader.page.evaluate(() => document.activeElement?.closest('.highlight-card') !== null));
    await tabTo(/^Note$/);
    await reader.page.keyboard.press('Enter');
    await until('room for the note', () => reader.page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'));
    await reader.page.keyboard.type('Worth keeping');
    await reader.page.keyboard.press('Control+Enter');
    await until('the note to stand there', async () => (await reader.page.locator('.highlight-card').innerText()).includes('Worth keeping'));
    await reader.page.keyboard.press('Escape');
    const words = (await reader.marked('docbao-mark-yellow')).trim();
    expect(words).not.toBe('');
    await reader.page.keyboard.press('Shift+H');
    await tabTo(/^Export as Markdown$/);
    await reader.page.keyboard.press('Enter');
    await expect.poll(() => readFile(file, 'utf8').catch(() => ''), PATIENCE).toContain('Worth keeping');
    expect(await readFile(file, 'utf8')).toContain(`> ${words.split(/[\\`*_[\]<>#|\n]/)[0]}`);
    await reader.page.keyboard.press('Escape');
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('gives the star a key of its own, and is told whose key it takes', async () => {
    await reader.page.keyboard.press('Control+k');
    await reader.page.keyboard.type('keys for each');
    await reader.page.keyboard.press('Enter');
    await tabTo(/^Add a key for: Star/);
    await reader.page.keyboard.press('Enter');
    await reader.page.keyboard.press('x');
    await until('the new key', () => reader.page.getByRole('button', { name: /^Remove X from: Star/ }).isVisible());
    await reader.page.keyboard.press('Enter');
    await reader.page.keyboard.press('j');
    await reader.page.getByText('J belongs to “Next article”.').waitFor();
    await tabTo(/^Take this key$/);
    await reader.page.keyboard.press('Enter');
    await until('the taken key', () => reader.page.getByRole('button', { name: /^Remove J from: Star/ }).isVisible());
    await reader.page.keyboard.press('Escape');
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
    await reader.page.keyboard.press('?');
    const sheet = reader.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const keysOf = (command: string): Promise<string[]> => sheet.locator('.shortcut').filter({ has: reader.page.getByText(command, { exact: true }) }).locator('kbd').allInnerTexts();
    await sheet.waitFor();
    expect([await keysOf('Next article'), await keysOf('Search the library'), await keysOf('Command palette')]).toEqual([['Ctrl ↓'], ['/', 'Ctrl Shift F'], ['Ctrl K']]);
    await reader.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await expect
      .poll(() => reader.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('next-article')?.accelerator), PATIENCE)
      .toBe('CmdOrCtrl+Down');
    await reader.page.keyboard.press('x');
    await until('the star to go', () =>
      reader.page.evaluate(async () => {
        const list = await window.docbao.feeds.list();
        return list.ok && list.value.counts.starred === 0;
      }),
    );
    await reader.page.evaluate(() => window.docbao.settings.set({ keys: {} }));
  });

  it('needs no single letters where they are switched off', async () => {
    await reader.page.evaluate(() => window.docbao.settings.set({ characterKeys: false }));
    await until('the menu to follow', async () => (await reader.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('toggle-star')?.accelerator)) === 'CmdOrCtrl+D');
    await reader.page.keyboard.press('s');
    await reader.page.keyboard.press('Control+d');
    await until('one star', () =>
      reader.page.evaluate(async () => {
        const list = await window.docbao.feeds.list();
        return list.ok && list.value.counts.starred === 1;
      }),
    );
  });

  it('finds a setting by its words, and sees it at once in the article', async () => {
    const leading = (): Promise<string> => reader.inArticle((doc) => {
      const { lineHeight, fontSize } = getComputedStyle(doc.querySelector('.docbao-body p') ?? doc.body);
      return (Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)).toFixed(2);
    });
    expect(await leading()).toBe('1.65');
    await reader.page.keyboard.press('Control+,');
    await tabTo(/^Find a setting/);
    await reader.page.keyboard.type('far lines');
    await reader.page.getByRole('status').filter({ hasText: '1 setting' }).waitFor({ state: 'attached' });
    await tabTo(/^Usual$/);
    await reader.page.keyboard.press('ArrowRight');
    await expect.poll(leading, PATIENCE).toBe('1.85');
    await reader.page.keyboard.press('Escape');
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('takes the article out as a PDF', async () => {
    const file = join(temporaryFolder('by-key'), 'article.pdf');
    await saveAs(file);
    await reader.page.keyboard.press('Control+Shift+P');
    await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0, PATIENCE).toBeGreaterThan(1000);
  });

  it('comes back to the welcome, follows what is picked there, and finds the way to a list', async () => {
    // Papers that exist are not asked by a test.
    await reader.page.evaluate(() => window.docbao.settings.set({ syncInBackground: false }));
    await answerWith({ reader }, 'sync:start', 'silence');
    const welcomeAgain = async (): Promise<void> => {
      await reader.page.keyboard.press('Control+k');
      await reader.page.keyboard.type('welcome again');
      await reader.page.keyboard.press('Enter');
      await reader.page.locator('.welcome').waitFor();
    };
    await welcomeAgain();
    await tabTo(/^Nhân Dân/);
    await reader.page.keyboard.press('Space');
    await tabTo(/^Follow 1 source$/);
    await reader.page.keyboard.press('Enter');
    await reader.page.getByText('Now following 1 source.').waitFor();
    await reader.page.getByRole('navigation').getByRole('button', { name: /^Nhân Dân/ }).waitFor();
    await welcomeAgain();
    await tabTo(/^Import OPML$/);
    await reader.page.keyboard.press('Enter');
    await reader.page.getByRole('dialog', { name: 'Import a subscription list' }).waitFor();
    await tabTo(/^Choose a file$/);
    await reader.page.keyboard.press('Escape');
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
