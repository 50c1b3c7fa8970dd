import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldName, VALUES } from '../../../main/search/query/names.ts';
import { parseQuery } from '../../../main/search/query/parse.ts';
import { en } from '../../../contract/words/en/index.ts';
import { vi } from '../../../contract/words/vi/index.ts';

const DOCUMENT = readFileSync(new URL('../../../docs/search.md', import.meta.url), 'utf8');

describe.each([['vi', vi], ['en', en]] as const)('the help on searching in %s', (_language, { search }) => {
  const rows = search.helpSections.flatMap((section) => [...section.rows]);

  it('gives examples that are understood', () => {
    for (const { write } of rows) {
      const { root, misunderstood } = parseQuery(write, Date.now());
      expect(misunderstood, write).toEqual([]);
      expect(root, write).not.toBeNull();
    }
  });

  it('names only filters that there are', () => {
    const named = rows.flatMap(({ finds }) => finds.match(/(?<![\p{L}])(?:là|có|is|has):[\p{L}]+(?: [\p{L}]+)?/gu) ?? []);
    for (const filter of named) expect(parseQuery(filter.split(' và ')[0] ?? '', 0).misunderstood, filter).toEqual([]);
  });

  it('writes filters of its own language', () => {
    for (const name of Object.values(search.filters)) expect(parseQuery(`${name}:"2026"`, 0).misunderstood, name).toEqual([]);
  });
});

describe('docs/search.md', () => {
  it('names every status and everything that an article may have', () => {
    for (const status of Object.keys(VALUES.is)) expect(DOCUMENT).toContain(`is:${status}`);
    for (const what of Object.keys(VALUES.has)) expect(what === 'highlight' ? 'is:highlighted' : `has:${what}`).toSatisfy((text: string) => DOCUMENT.includes(text));
  });

  it('shows only filters that are understood', () => {
    const filters = DOCUMENT.match(/`(?:là|có|is|has|sort|lang|date|ngày|thẻ|tag):[^`]+`/gu) ?? [];
    expect(filters.length).toBeGreaterThan(20);
    for (const filter of filters.map((text) => text.slice(1, -1)).filter((text) => text !== 'is:purple')) {
      expect(parseQuery(filter, Date.now()).misunderstood, filter).toEqual([]);
    }
  });

  it('names each filter of the window in both languages', () => {
    const text = foldName(DOCUMENT);
    for (const { filters } of [vi.search, en.search]) for (const name of Object.values(filters)) expect(text).toContain(foldName(name));
  });
});
