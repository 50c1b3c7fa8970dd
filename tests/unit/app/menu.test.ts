import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { MenuEntry } from '../../../contract/ipc/contract.ts';
import { acceleratorOf, menuAccelerator } from '../../../main/app/accelerator.ts';
import { menuTemplate } from '../../../main/app/menu.ts';

type Item = MenuItemConstructorOptions;

function itemsOf(list: readonly Item[]): Item[] {
  return list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
const LANGUAGES = ['vi', 'en'] as const;
const commands: readonly MenuEntry[] = [
  { id: 'sync', group: 'library', title: 'Cập nhật', keys: ['r', 'f5'] },
  { id: 'next-article', group: 'reading', title: 'Bài sau', keys: ['j', 'mod+arrowdown'] },
  { id: 'toggle-star', group: 'article', title: 'Sao', keys: [] },
  { id: 'open-settings', group: 'window', title: 'Cài đặt', keys: ['mod+,'] },
  { id: 'show-shortcuts', group: 'window', title: 'Phím tắt', keys: ['?', 'mod+/'] },
];

function items(platform: NodeJS.Platform, language: 'vi' | 'en' = 'vi', send: (command: string) => void = vi.fn()): Item[] {
  return itemsOf(menuTemplate({ platform, language, isDevelopment: false, commands, send }));
}

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  it.each(LANGUAGES)('holds every command once and words for all, in %s', (language) => {
    const all = items(platform, language);
    expect(all.flatMap((item) => item.id ?? []).toSorted()).toEqual(commands.map(({ id }) => id).toSorted());
    expect(all.filter((item) => item.type !== 'separator' && item.label === undefined && item.role !== 'front')).toEqual([]);
  });

  it('uses no key twice', () => {
    const keys = items(platform).flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no developer tools in a release', () => {
    expect(items(platform, 'en').some((item) => item.role === 'toggleDevTools' || item.role === 'reload')).toBe(false);
  });
});

describe('a menu item', () => {
  it('sends its command', () => {
    const send = vi.fn();
    const item = items('linux', 'vi', send).find(({ id }) => id === 'sync');
    Reflect.apply(item?.click ?? (() => undefined), undefined, []);
    expect(send).toHaveBeenCalledWith('sync');
  });

  it('shows the key that the window answers, and answers it only on a Mac', () => {
    const keyOf = (platform: NodeJS.Platform): Partial<Item> | undefined => items(platform).find(({ id }) => id === 'next-article');
    expect(keyOf('linux')).toMatchObject({ accelerator: 'J', registerAccelerator: false });
    expect(keyOf('darwin')).toMatchObject({ accelerator: 'CmdOrCtrl+Down', registerAccelerator: true });
    expect(items('linux').find(({ id }) => id === 'toggle-star')).not.toHaveProperty('accelerator');
  });
});

describe('a key in a menu', () => {
  it.each([
    ['j', 'J'], ['shift+a', 'Shift+A'], ['mod+shift+f', 'CmdOrCtrl+Shift+F'], ['f5', 'F5'], ['?', '?'], ['mod++', 'CmdOrCtrl+Plus'], ['mod+arrowup', 'CmdOrCtrl+Up'],
    ['alt+space', 'Alt+Space'], ['đ', null], ['mediaplaypause', null],
  ])('%s is written %s', (key, written) => {
    expect(acceleratorOf(key)).toBe(written);
  });

  it('is the first that the menu can show', () => {
    expect(menuAccelerator(['đ', 'f5'], 'linux')).toBe('F5');
    expect(menuAccelerator(['r', 'f5'], 'darwin')).toBe('F5');
    expect(menuAccelerator(['r'], 'darwin')).toBeNull();
  });
});
