import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getArticleVersion, insertArticle, keepVersion, listArticleVersions, MOST_VERSIONS, openStore, updateArticleContent, type Store } from '../../../main/store/index.ts';
import { newArticle } from './new-article.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docbao-versions-'));
  store = openStore(folder);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('earlier versions', () => {
  it('of an article are listed, the latest first, and can be read', () => {
    const id = insertArticle(store.write, newArticle('một', { title: 'Trước', text: 'Chữ cũ' }));
    expect(listArticleVersions(store.read, id)).toEqual([]);
    keepVersion(store.write, id, 100);
    updateArticleContent(store.write, id, newArticle('một', { title: 'Sau', text: 'Chữ mới' }), 100);
    keepVersion(store.write, id, 200);
    const [latest, first] = listArticleVersions(store.read, id);
    expect([latest, first]).toMatchObject([{ title: 'Sau', replacedAt: 200, articleId: id }, { title: 'Trước', replacedAt: 100 }]);
    expect(getArticleVersion(store.read, first?.id ?? 0)).toMatchObject({ title: 'Trước', text: 'Chữ cũ' });
    expect(() => getArticleVersion(store.read, 999)).toThrow('no earlier version');
  });

  it('of one article are kept up to a number, the oldest go; those of others stay', () => {
    const [one, other] = [insertArticle(store.write, newArticle('một')), insertArticle(store.write, newArticle('hai'))];
    keepVersion(store.write, other, 1);
    for (let at = 1; at <= MOST_VERSIONS + 5; at += 1) keepVersion(store.write, one, at);
    const kept = listArticleVersions(store.read, one).map(({ replacedAt }) => replacedAt);
    expect(kept).toHaveLength(MOST_VERSIONS);
    expect([kept[0], kept.at(-1)]).toEqual([MOST_VERSIONS + 5, 6]);
    expect(listArticleVersions(store.read, other)).toHaveLength(1);
  });
});
