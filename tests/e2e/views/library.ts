import { until, type Reader } from './driver.ts';

/** Something that the window can show, and the way there; labels are of no language. */
export interface View {
  readonly name: string;
  readonly open: (reader: Reader) => Promise<void>;
}

/** Chooses a command in the application's menu. */
export async function choose(reader: Reader, command: string): Promise<void> {
  await reader.app.evaluate(({ Menu }, id) => {
    const menu = Menu.getApplicationMenu();
    if (menu?.getMenuItemById(id) == null) throw new Error(`the menu has no ${id}`);
    menu.getMenuItemById(id)?.click();
  }, command);
}

/** Goes back to the list of all articles with the first one open, whatever was shown. */
export async function goHome(reader: Reader): Promise<void> {
  const { page } = reader;
  const isOver = (): Promise<boolean> => page.evaluate(() => document.querySelector('dialog[open], [popover]:popover-open') !== null);
  while (await isOver()) await page.keyboard.press('Escape');
  const box = page.locator('.search-box input');
  if ((await box.inputValue()) !== '') {
    await box.fill('');
    await box.press('Escape');
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Escape');
  await choose(reader, 'view-all');
  await page.locator('#article-list .row-title').first().waitFor();
}

async function read(reader: Reader): Promise<void> {
  await reader.rows.first().click();
  await reader.page.locator('iframe[data-shown="true"]').waitFor();
}

async function dialog(reader: Reader, command: string): Promise<void> {
  await choose(reader, command);
  await reader.page.locator('dialog[open]').waitFor();
}

async function search(reader: Reader, text: string, sign: string): Promise<void> {
  await reader.page.locator('.search-box input').fill(text);
  await reader.page.locator(sign).first().waitFor();
}

/** Every view that can be reached by a command of its own. */
const DIALOGS = [
  'add-subscription', 'import-opml', 'paste-text', 'show-shortcuts', 'palette', 'search-help', 'rules', 'manage-tags', 'new-folder',
] as const;

/** How many parts the settings have. */
const SECTIONS = 8;

export const VIEWS: readonly View[] = [
  { name: 'the welcome', open: async (reader) => {
    await choose(reader, 'welcome');
    await reader.page.locator('.welcome').waitFor();
  } },
  { name: 'the list and an article', open: read },
  ...(['view-starred', 'view-queue', 'view-archived', 'view-bin'] as const).map((command) => ({
    name: `an empty ${command}`,
    open: async (reader: Reader) => {
      await choose(reader, command);
      await reader.page.locator('.list-pane .state-message').waitFor();
    },
  })),
  { name: 'what a search found', open: async (reader) => search(reader, 'bao', '#search-hits mark') },
  { name: 'a search that found nothing', open: async (reader) => search(reader, 'qxzqxzqxz', '.search-results .state-message') },
  ...DIALOGS.map((command) => ({ name: `the dialog of ${command}`, open: async (reader: Reader) => dialog(reader, command) })),
  ...(['tag', 'snooze'] as const).map((command) => ({
    name: `the dialog of ${command}`,
    open: async (reader: Reader) => {
      await read(reader);
      await dialog(reader, command);
    },
  })),
  ...Array.from({ length: SECTIONS }, (_, index) => ({
    name: `part ${index + 1} of the settings`,
    open: async (reader: Reader) => {
      await dialog(reader, 'open-settings');
      const parts = reader.page.locator('.settings-sections button');
      await parts.nth(Math.min(index, (await parts.count()) - 1)).click();
    },
  })),
  { name: 'the find bar', open: async (reader) => {
    await read(reader);
    await choose(reader, 'find');
    await reader.page.locator('.find-bar input').fill('bao');
  } },
  { name: 'how a source is doing', open: async (reader) => {
    await reader.page.locator('.side-item[data-failed] .side-row').first().click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: /Tình trạng|Health/ }).first().click();
    await reader.page.locator('dialog[open]').waitFor();
  } },
  { name: 'the menu of a row', open: async (reader) => {
    await read(reader);
    await reader.page.locator('#article-list').focus();
    await reader.page.keyboard.press('Shift+F10');
    await reader.page.locator('.menu:popover-open').waitFor();
  } },
  { name: 'how the update stands', open: async (reader) => {
    await reader.page.locator('.sync-text').click();
    await until('the details', () => reader.page.evaluate(() => document.querySelector('[popover]:popover-open') !== null));
  } },
  { name: 'a notice with its undo', open: async (reader) => {
    await choose(reader, 'mark-all-read');
    await reader.page.locator('.notice').first().waitFor();
  } },
];
