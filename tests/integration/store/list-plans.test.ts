import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleView } from '../../../contract/domain/article.ts';
import { countLibrary, createFolder, createTag, getNextWaking, listBinned, listWithDays, openStore, setArticleTags, wakeArticles, type ReadableDb, type Store } from '../../../main/store/index.ts';
import { addArticles, addFeed, makeEntry } from './shelf.ts';

let folder: string;
let store: Store;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docbao-plans-'));
  store = openStore(folder);
  const outer = createFolder(store.write, 'Báo', null);
  const ids = addArticles(store, addFeed(store, 'một', outer), Array.from({ length: 50 }, (_, key) => makeEntry(String(key), 1_000 + key, key)));
  setArticleTags(store.write, ids.slice(0, 9), [createTag(store.write, 'đọc', 'teal').id], []);
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How SQLite carries out each query that `work` asks. */
function plansOf(work: (db: ReadableDb) => unknown): string[] {
  const plans: string[] = [];
  const explain = (sql: string, params: readonly (string | number | bigint | null | Uint8Array)[]): void => {
    for (const { detail } of store.write.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params)) plans.push(detail);
  };
  work({
    all: (sql, ...params) => (explain(sql, params), store.write.all(sql, ...params)),
    get: (sql, ...params) => (explain(sql, params), store.write.get(sql, ...params)),
    column: (sql, ...params) => (explain(sql, params), store.write.column(sql, ...params)),
    value: (sql, ...params) => (explain(sql, params), store.write.value(sql, ...params)),
  });
  return plans;
}

const VIEWS: readonly ArticleView[] = [
  ...(['all', 'unread', 'starred', 'archived', 'queue', 'snoozed', 'bin'] as const).map((kind) => ({ kind })),
  { kind: 'feed', feedId: 1 },
  { kind: 'folder', folderId: 1 },
  { kind: 'tag', tagId: 1 },
];

describe('a list', () => {
  it.each(VIEWS)('of $kind is sorted by no query, in any order', (view) => {
    for (const sort of ['newest', 'oldest', 'longest'] as const) {
      for (const unreadFirst of [false, true]) {
        const plans = plansOf((db) => listWithDays(db, view, { sort, unreadFirst }));
        expect(plans.length).toBeGreaterThan(0);
        expect(plans.filter((plan) => plan.includes('TEMP B-TREE'))).toEqual([]);
      }
    }
  });

  it.each(['all', 'unread', 'starred', 'archived', 'queue', 'snoozed', 'bin'] as const)('of %s is read from its own index', (kind) => {
    const [ids] = plansOf((db) => listWithDays(db, { kind }));
    expect(ids).toMatch(/USING (COVERING )?INDEX status_/);
  });
});

describe('what is asked again and again', () => {
  it('looks at no more rows than it must', () => {
    const plans = [...plansOf(countLibrary), ...plansOf(getNextWaking), ...plansOf((db) => listBinned(db, 5))];
    expect(plans.filter((plan) => !/USING (COVERING )?INDEX status_/.test(plan))).toEqual([]);
  });
});

describe('what was snoozed', () => {
  it('comes back unread and on top, at its time and not before', () => {
    const [first = 0] = listWithDays(store.read, { kind: 'all' }).ids.slice(-1);
    store.write.run('UPDATE article_status SET snoozed_until = 9000, is_read = 1 WHERE article_id = ?', first);
    expect(wakeArticles(store.write, 8_999)).toEqual([]);
    expect(getNextWaking(store.read)).toBe(9_000);
    expect(wakeArticles(store.write, 9_000)).toEqual([first]);
    expect(listWithDays(store.read, { kind: 'unread' }).ids[0]).toBe(first);
    expect(getNextWaking(store.read)).toBeNull();
  });
});
