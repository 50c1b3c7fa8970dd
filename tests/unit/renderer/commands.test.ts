import { beforeAll, describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../main/app/menu.ts';
import type { MenuEntry, MenuGroup } from '../../../contract/ipc/contract.ts';
import { isReserved } from '../../../renderer/app/key-map.ts';
import type { Command } from '../../../renderer/app/commands/command.ts';
import type { SettingEntry, SettingSection } from '../../../renderer/features/settings/registry.ts';
import { en } from '../../../contract/words/en/index.ts';
import { vi } from '../../../contract/words/vi/index.ts';
import { pretendBrowser } from './browser.ts';

let groups: Readonly<Record<MenuGroup, readonly Command[]>>;
let commands: readonly Command[];
let settings: readonly SettingEntry[];
let sections: readonly SettingSection[];

beforeAll(async () => {
  pretendBrowser();
  ({ COMMAND_GROUPS: groups, COMMANDS: commands } = await import('../../../renderer/app/commands.ts'));
  ({ SETTINGS: settings, SECTIONS: sections } = await import('../../../renderer/features/settings/registry.ts'));
});

describe.each([['vi', vi], ['en', en]] as const)('every command, in %s', (language, words) => {
  it('has a title of its own', () => {
    const titles = commands.map((command) => command.title(words));
    expect(titles.filter((title) => title.trim() === '')).toEqual([]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it.each(['linux', 'win32', 'darwin'] as const)('stands in the menu of %s, once', (platform) => {
    const entries: MenuEntry[] = (Object.keys(groups) as MenuGroup[]).flatMap((group) =>
      groups[group].map(({ id, title, keys }) => ({ id, group, title: title(words), keys })),
    );
    const template = JSON.stringify(menuTemplate({ platform, language, isDevelopment: false, commands: entries, send: () => undefined }));
    const ids = [...template.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.toSorted()).toEqual(commands.map(({ id }) => id).toSorted());
  });
});

describe('the commands', () => {
  it('are told apart by their ids', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
  });

  it('share no key, and take none that means something everywhere', () => {
    const keys = commands.flatMap((command) => command.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.filter(isReserved)).toEqual([]);
    const fixed = commands.flatMap((command) => command.fixedKeys ?? []);
    expect(fixed.filter((key, index) => !isReserved(key) || fixed.indexOf(key) !== index)).toEqual([]);
  });
});

describe('the settings', () => {
  it('have a place, a title and one sentence of explanation in both languages', () => {
    const ids = settings.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { id, section, title, hint } of settings) {
      expect(sections, id).toContain(section);
      for (const words of [vi, en]) {
        expect(title(words).trim(), id).not.toBe('');
        expect(hint(words), id).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
  });
});
