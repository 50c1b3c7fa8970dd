import { until } from '../driver.ts';
import { pretendVoices, reachWord } from '../fake-voices.ts';
import { article, choose, openDialog, readRich, showSidebar, type Stage, type View } from './stage.ts';

/** Opens the menu of what the article was. The tools may be away: they come when the focus does. */
async function openEarlier({ reader }: Stage): Promise<void> {
  const button = reader.page.locator('.reader-tools button:has(.lucide-history)');
  await button.focus();
  await button.click();
}

async function openTool(stage: Stage, icon: string): Promise<void> {
  await readRich(stage);
  await stage.reader.page.locator(`.reader-tools button:has(.lucide-${icon})`).click();
  await until(`what ${icon} opens`, () => stage.reader.page.evaluate(() => document.querySelector('[popover]:popover-open') !== null));
}

/** The article, and what one does with it. */
export const READING_VIEWS: readonly View[] = [
  { name: 'article', hasOwnColours: true, open: readRich },
  ...(['list', 'newspaper', 'a-large-small', 'history'] as const).map((icon) => ({ name: `article-${icon}`, open: async (stage: Stage) => openTool(stage, icon) })),
  { name: 'voices', hasOwnColours: true, open: async (stage) => {
    await readRich(stage);
    await pretendVoices(stage.reader.page, ['en-US Amy', 'vi-VN An', 'vi-VN Linh']);
    await choose(stage, 'read-aloud');
    await until('a voice', async () => (await stage.reader.marked('docbao-speech')) !== '');
    await reachWord(stage.reader.page, 'đêm');
    await stage.reader.page.locator('.speech-bar [aria-haspopup="menu"]').click();
  }, leave: async (stage) => {
    await stage.reader.page.keyboard.press('Escape');
    // In another language it has stopped.
    const stop = stage.reader.page.locator('.speech-bar button').last();
    if (await stop.isVisible()) await stop.click();
  } },
  { name: 'code', open: async (stage) => {
    await readRich(stage);
    await article(stage).locator('.docbao-copy').focus();
    await until('the colours', async () => (await stage.reader.marked('docbao-code-comment')) !== '');
  } },
  { name: 'find-bar', hasOwnColours: true, open: async (stage) => {
    await readRich(stage);
    await choose(stage, 'find');
    await stage.reader.page.locator('.find-bar input').fill('nước');
    await until('a match', async () => /\d/.test(await stage.reader.page.locator('.find-count').innerText()));
  } },
  { name: 'highlight-card', hasOwnColours: true, open: async (stage) => {
    await readRich(stage);
    await article(stage).locator('.docbao-body p').nth(1).click({ clickCount: 3 });
    await stage.reader.page.locator('.highlight-card').waitFor();
  } },
  { name: 'highlights', hasOwnColours: true, open: async (stage) => {
    const dialog = await openDialog(stage, 'highlights');
    await dialog.locator('.highlight-item').first().waitFor();
  } },
  { name: 'lightbox', open: async (stage) => {
    await readRich(stage);
    await article(stage).locator('.docbao-body img').first().click();
    await stage.reader.page.locator('dialog.lightbox[open]').waitFor();
  } },
  { name: 'version', hasOwnColours: true, open: async (stage) => {
    await readRich(stage);
    await openEarlier(stage);
    await stage.reader.page.getByRole('menuitem').first().click();
    await stage.reader.page.locator('dialog[open] ins').first().waitFor();
  } },
  { name: 'stored-page', open: async (stage) => {
    await showSidebar(stage);
    await stage.reader.openFeed('Báo Thử 1');
    await stage.reader.rows.first().click();
    await openEarlier(stage);
    const item = stage.reader.page.getByRole('menuitemcheckbox');
    // It stays as it was when the article is opened again.
    if ((await item.getAttribute('aria-checked')) === 'true') await stage.reader.page.keyboard.press('Escape');
    else await item.click();
    await until('the page', () => stage.reader.inArticle((doc) => doc.querySelector('.docbao-source') !== null && doc.querySelector('.docbao-title') === null));
  } },
  { name: 'focus', open: async (stage) => {
    await readRich(stage);
    await choose(stage, 'focus-mode');
    await until('the article alone', async () => !(await stage.reader.page.getByRole('navigation').isVisible()));
  }, leave: async (stage) => choose(stage, 'focus-mode') },
];
