import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../driver.ts';
import { menuOf, search } from './library.ts';
import { answerWith, choose, openDialog, readRich, showSidebar, type Stage, type View } from './stage.ts';

const COMMANDS = ['add-subscription', 'import-opml', 'paste-text', 'show-shortcuts', 'search-help', 'rules', 'manage-tags', 'new-folder'] as const;

/** How many parts the settings have. */
const SECTIONS = 8;

/** Opens the `at`th entry of the menu of a place in the sidebar; -1 is its last. */
async function fromMenu(stage: Stage, place: string, at: number): Promise<void> {
  await menuOf(stage, place);
  const { reader } = stage;
  await reader.page.locator('.menu:popover-open').getByRole('menuitem').nth(at).click();
  await reader.page.locator('dialog[open]').waitFor();
}

const SOURCE = 'li.side-item[draggable="true"] .side-row';
const UNFOLLOW = -1;
const HEALTH = 3;
const RENAME = 4;
const MOVE = 5;

/** A dialog whose question to the library fails, or is not answered. */
async function unanswered(stage: Stage, command: string, channel: string, answer: 'failure' | 'silence'): Promise<void> {
  await answerWith(stage, channel, answer);
  const dialog = await openDialog(stage, command);
  await dialog.locator(answer === 'failure' ? '.state-failed' : '.skeleton').first().waitFor();
}

/** What opens over the window. */
export const DIALOG_VIEWS: readonly View[] = [
  { name: 'welcome', hasOwnColours: true, open: async (stage) => {
    await choose(stage, 'welcome');
    await stage.reader.page.locator('.welcome').waitFor();
  } },
  ...COMMANDS.map((command) => ({ name: command, open: async (stage: Stage) => void (await openDialog(stage, command)) })),
  ...(['tag', 'snooze'] as const).map((command) => ({
    name: command,
    open: async (stage: Stage) => {
      await readRich(stage);
      await openDialog(stage, command);
    },
  })),
  { name: 'rule', open: async (stage) => {
    const dialog = await openDialog(stage, 'rules');
    await dialog.locator('.button').last().click();
    await dialog.locator('form').waitFor();
  } },
  { name: 'tag-edit', hasOwnColours: true, open: async (stage) => {
    const dialog = await openDialog(stage, 'manage-tags');
    await dialog.locator('button:has(.lucide-pencil)').first().click();
    await dialog.getByRole('radio').first().waitFor();
  } },
  { name: 'saved-search', open: async (stage) => {
    await search(stage, 'sông', '#search-hits mark');
    await stage.reader.page.locator('.search-results .list-head [aria-pressed]').click();
    await stage.reader.page.locator('dialog[open]').waitFor();
  } },
  { name: 'not-found', open: async (stage) => {
    const dialog = await openDialog(stage, 'add-subscription');
    await dialog.getByRole('textbox').fill(stage.news.failure('404'));
    await stage.reader.page.keyboard.press('Enter');
    await dialog.locator('.add-outcome').getByText('127.0.0.1').first().waitFor();
  } },
  { name: 'import-result', open: async (stage) => {
    const dialog = await openDialog(stage, 'import-opml');
    const feed = (url: string): string => `<outline type="rss" text="Báo" xmlUrl="${url}"/>`;
    const list = `<opml version="2.0"><body>${feed(stage.news.siteFeed(1))}${feed(stage.news.siteFeed(1))}${feed('file:///etc/passwd')}</body></opml>`;
    await dialog.locator('input[type=file]').setInputFiles({ name: 'nguon.opml', mimeType: 'text/xml', buffer: Buffer.from(list) });
    await dialog.getByRole('listitem').nth(1).waitFor();
  } },
  { name: 'tags-chosen', open: async (stage) => {
    const dialog = await openDialog(stage, 'manage-tags');
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.locator('[aria-haspopup="menu"]').waitFor();
  } },
  { name: 'settings-found', open: async (stage) => {
    const dialog = await openDialog(stage, 'open-settings');
    await dialog.getByRole('textbox').first().fill('docbao');
    await dialog.locator('.settings-of').first().waitFor();
  } },
  { name: 'failing-health', hasOwnColours: true, open: async (stage) => {
    await showSidebar(stage);
    await stage.reader.page.locator('.side-failed').first().click();
    await stage.reader.page.locator('dialog[open]').waitFor();
  } },
  { name: 'move-source', open: async (stage) => fromMenu(stage, SOURCE, MOVE) },
  { name: 'rename-source', open: async (stage) => fromMenu(stage, SOURCE, RENAME) },
  { name: 'health', open: async (stage) => fromMenu(stage, SOURCE, HEALTH) },
  { name: 'unfollow', open: async (stage) => fromMenu(stage, SOURCE, UNFOLLOW) },
  { name: 'empty-bin', open: async (stage) => {
    await choose(stage, 'view-bin');
    await stage.reader.page.locator('.list-head [aria-haspopup="menu"]').first().click();
    await stage.reader.page.locator('.menu:popover-open').getByRole('menuitem').last().click();
    await stage.reader.page.locator('dialog[open]').waitFor();
  } },
  { name: 'saved-files', open: async (stage) => {
    const file = join(temporaryFolder('views'), 'trang trống.html');
    writeFileSync(file, '');
    await stage.reader.app.evaluate(({ dialog }, path) => {
      Object.assign(dialog, { showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [path] }) });
    }, file);
    await choose(stage, 'open-files');
    await stage.reader.page.locator('.notice-failed .notice-action').first().click();
    await stage.reader.page.locator('dialog[open]').waitFor();
  } },
  { name: 'rules-failed', open: async (stage) => unanswered(stage, 'rules', 'rules:list', 'failure'), leave: async (stage) => answerWith(stage, 'rules:list', null) },
  ...(['failure', 'silence'] as const).map((answer) => ({
    name: `highlights-${answer === 'failure' ? 'failed' : 'loading'}`,
    open: async (stage: Stage) => unanswered(stage, 'highlights', 'highlights:listAll', answer),
    leave: async (stage: Stage) => answerWith(stage, 'highlights:listAll', null),
  })),
  ...Array.from({ length: SECTIONS }, (_, index) => ({
    name: `settings-${index + 1}`,
    open: async (stage: Stage) => {
      const dialog = await openDialog(stage, 'open-settings');
      await dialog.locator('.settings-sections button').nth(index).click();
    },
  })),
];
