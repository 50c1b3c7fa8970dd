import { until } from '../driver.ts';
import { answerWith, choose, openDialog, resize, showSidebar, type Stage, type View } from './stage.ts';

export async function search({ reader }: Stage, text: string, sign: string): Promise<void> {
  await reader.page.locator('.search-box input').fill(text);
  await reader.page.locator(sign).first().waitFor();
}

export async function menuOf(stage: Stage, place: string): Promise<void> {
  await showSidebar(stage);
  await stage.reader.page.locator(place).first().click({ button: 'right' });
  await stage.reader.page.locator('.menu:popover-open').waitFor();
}

async function setOnline({ reader }: Stage, isOnline: boolean): Promise<void> {
  await reader.page.evaluate((value) => {
    Object.defineProperty(navigator, 'onLine', { value, configurable: true });
    window.dispatchEvent(new Event(value ? 'online' : 'offline'));
  }, isOnline);
}

const NARROW = [700, 700] as const;
const USUAL = [1280, 800] as const;

/** The lists, what stands around them, and what they show where they have nothing to show. */
export const LIBRARY_VIEWS: readonly View[] = [
  ...(['view-starred', 'view-bin'] as const).map((command) => ({
    name: command,
    open: async (stage: Stage) => {
      await choose(stage, command);
      await stage.reader.page.locator('#article-list .row-title').first().waitFor();
    },
  })),
  ...(['view-queue', 'view-archived'] as const).map((command) => ({
    name: `empty-${command}`,
    open: async (stage: Stage) => {
      await choose(stage, command);
      await stage.reader.page.locator('.list-pane .state-message').waitFor();
    },
  })),
  { name: 'search-box', open: async ({ reader }) => {
    await reader.page.locator('.search-box input').focus();
    await reader.page.getByText('mực nước sông').first().waitFor();
  } },
  { name: 'search-found', hasOwnColours: true, open: async (stage) => search(stage, 'nuoc', '#search-hits mark') },
  { name: 'search-narrowed', open: async (stage) => {
    await search(stage, 'nuoc', '#search-hits mark');
    await stage.reader.page.locator('.search-results .list-head [aria-controls]').click();
    await stage.reader.page.locator('.facet-group').first().waitFor();
  }, leave: async ({ reader }) => reader.page.locator('.search-results .list-head [aria-controls]').click() },
  { name: 'search-none', open: async (stage) => search(stage, 'qxzqxzqxz', '.search-results .state-message') },
  { name: 'search-suggestions', open: async (stage) => {
    await search(stage, 'lao c', '#search-hits mark');
    await stage.reader.page.locator('.suggestions [role="option"]').first().waitFor();
  } },
  { name: 'menu-order', open: async (stage) => {
    await search(stage, 'nuoc', '#search-hits mark');
    await stage.reader.page.locator('.search-results .list-head [aria-haspopup="menu"]').click();
    await stage.reader.page.locator('.menu:popover-open').waitFor();
  } },
  { name: 'view-tag', open: async (stage) => {
    await showSidebar(stage);
    await stage.reader.page.locator('li.side-item:not([draggable]) .side-row').first().click();
    await stage.reader.page.locator('#article-list .row-title').first().waitFor();
  } },
  { name: 'menu-list', open: async ({ reader }) => {
    await reader.page.locator('.list-head [aria-haspopup="menu"]').first().click();
    await reader.page.locator('.menu:popover-open').waitFor();
  } },
  { name: 'menu-tag', open: async (stage) => menuOf(stage, 'li.side-item:not([draggable]) .side-row') },
  { name: 'menu-source', open: async (stage) => menuOf(stage, 'li.side-item[draggable="true"] .side-row') },
  { name: 'menu-folder', open: async (stage) => menuOf(stage, '.side-folder .side-row') },
  { name: 'menu-article', open: async ({ reader }) => {
    await reader.rows.first().click();
    await reader.page.locator('#article-list').focus();
    await reader.page.keyboard.press('Shift+F10');
    await reader.page.locator('.menu:popover-open').waitFor();
  } },
  { name: 'selected-articles', hasOwnColours: true, open: async ({ reader }) => {
    await reader.rows.first().click();
    await reader.page.locator('#article-list').focus();
    for (const key of ['Shift+J', 'Shift+J']) await reader.page.keyboard.press(key);
    await reader.page.locator('.selection-bar').waitFor();
  }, leave: async ({ reader }) => {
    await reader.page.locator('.selection-bar button').first().click();
  } },
  { name: 'selected-sources', open: async (stage) => {
    await showSidebar(stage);
    for (const at of [0, 1]) await stage.reader.page.locator('li.side-item[draggable="true"] .side-row').nth(at).click({ modifiers: ['Control'] });
    await stage.reader.page.locator('.side-chosen').waitFor();
  }, leave: async ({ reader }) => reader.page.locator('.side-chosen button').last().click() },
  { name: 'drop-zone', open: async ({ reader }) => {
    await reader.page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/uri-list', 'https://bao.example/');
      document.dispatchEvent(new DragEvent('dragenter', { dataTransfer }));
    });
    await reader.page.locator('.drop-zone').waitFor();
  }, leave: async ({ reader }) => reader.page.locator('.drop-zone').dispatchEvent('dragleave') },
  { name: 'sync-details', open: async (stage) => {
    const { reader } = stage;
    await showSidebar(stage);
    await reader.page.locator('.sync-text').click();
    await until('the details', () => reader.page.evaluate(() => document.querySelector('[popover]:popover-open') !== null));
  } },
  { name: 'notice', hasOwnColours: true, open: async (stage) => {
    await choose(stage, 'mark-all-read');
    await stage.reader.page.locator('.notice').first().waitFor();
  } },
  { name: 'narrow-sources', open: async (stage) => {
    await resize(stage, ...NARROW);
    await showSidebar(stage);
  }, leave: async (stage) => resize(stage, ...USUAL) },
  { name: 'offline', open: async (stage) => {
    await showSidebar(stage);
    await setOnline(stage, false);
    await stage.reader.page.locator('.sync-text', { hasText: /Đang ngoại tuyến|Offline/ }).waitFor();
  }, leave: async (stage) => setOnline(stage, true) },
  { name: 'add-offline', open: async (stage) => {
    await setOnline(stage, false);
    await openDialog(stage, 'add-subscription');
  }, leave: async (stage) => setOnline(stage, true) },
  { name: 'list-failed', open: async (stage) => {
    await answerWith(stage, 'articles:listIds', 'failure');
    await choose(stage, 'view-unread');
    await stage.reader.page.locator('.list-pane .state-failed').waitFor();
  }, leave: async (stage) => answerWith(stage, 'articles:listIds', null) },
  { name: 'list-loading', open: async (stage) => {
    await answerWith(stage, 'articles:listIds', 'silence');
    await choose(stage, 'view-unread');
    await stage.reader.page.locator('.list-pane .skeleton').first().waitFor();
  }, leave: async (stage) => answerWith(stage, 'articles:listIds', null) },
  { name: 'search-failed', open: async (stage) => {
    await answerWith(stage, 'search:query', 'failure');
    await search(stage, 'sông', '.search-results .state-failed');
  }, leave: async (stage) => answerWith(stage, 'search:query', null) },
  { name: 'palette', open: async (stage) => void (await openDialog(stage, 'palette')) },
];
