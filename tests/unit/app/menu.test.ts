import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../main/app/menu.ts';

type Item = MenuItemConstructorOptions;

function itemsOf(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
const LANGUAGES = ['vi', 'en'] as const;
const COMMANDS = [
  'add-subscription', 'save-page', 'import-opml', 'export-opml', 'sync', 'cancel-sync', 'focus-search', 'next-article', 'previous-article', 'toggle-read', 'toggle-star',
  'mark-all-read', 'open-original', 'print', 'save-pdf', 'open-settings', 'show-shortcuts',
];

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  it.each(LANGUAGES)('holds every command once and words for all, in %s', (language) => {
    const items = itemsOf(menuTemplate({ platform, language, isDevelopment: false, send: vi.fn(), print: vi.fn(), savePdf: vi.fn() }));
    expect(items.flatMap((item) => item.id ?? []).toSorted()).toEqual(COMMANDS.toSorted());
    const unnamed = items.filter((item) => item.type !== 'separator' && item.label === undefined && item.role !== 'front');
    expect(unnamed).toEqual([]);
  });

  it('uses no shortcut twice', () => {
    const items = itemsOf(menuTemplate({ platform, language: 'vi', isDevelopment: false, send: vi.fn(), print: vi.fn(), savePdf: vi.fn() }));
    const shortcuts = items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('has no developer tools in a release', () => {
    const items = itemsOf(menuTemplate({ platform, language: 'en', isDevelopment: false, send: vi.fn(), print: vi.fn(), savePdf: vi.fn() }));
    expect(items.some((item) => item.role === 'toggleDevTools' || item.role === 'reload')).toBe(false);
  });
});

describe('a menu item', () => {
  it('sends its command', () => {
    const send = vi.fn();
    const items = itemsOf(menuTemplate({ platform: 'linux', language: 'vi', isDevelopment: false, send, print: vi.fn(), savePdf: vi.fn() }));
    const item = items.find(({ id }) => id === 'sync');
    Reflect.apply(item?.click ?? (() => undefined), undefined, []);
    expect(send).toHaveBeenCalledWith('sync');
  });
});
