import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatNotices, listNotices } from '../../../scripts/third-party-notices.ts';

const notices = listNotices(fileURLToPath(new URL('../../..', import.meta.url)));
const names = notices.map(({ name }) => name);

describe('the notices of what is shipped', () => {
  it('name what the source imports, and what that depends on', () => {
    expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'linkedom', 'css-select', 'react', 'scheduler', 'zod']));
  });

  it('do not name what only builds and tests', () => {
    for (const tool of ['electron', 'vite', 'vitest', 'playwright-core', 'typescript']) expect(names).not.toContain(tool);
  });

  it('carry the whole text of every licence', () => {
    const text = formatNotices(notices);
    for (const { name, version, license, text: licence } of notices) {
      expect(text).toContain(`${name} ${version} (${license})`);
      expect(licence.length, name).toBeGreaterThan(300);
    }
  });
});
