import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Searcher } from '../../../main/search/searcher.ts';
import { addSavedSearch, markArticles, openStore, rememberSearch, tagArticle, type Store } from '../../../main/store/index.ts';
import { add, catchUp, makeFolder, titlesOf } from './library.ts';

let folder: string;
let store: Store;
let searcher: Searcher;

beforeEach(() => {
  folder = makeFolder();
  store = openStore(folder);
  searcher = new Searcher(folder);
});

afterEach(() => {
  searcher.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function highlight(articleId: number, quote: string, note: string | null, at = 0): number {
  return store.write.run(
    "INSERT INTO highlights (article_id, color, note, quote, prefix, suffix, start_at, end_at, created_at, changed_at) VALUES (?, 'yellow', ?, ?, '', '', 0, 1, ?, ?)",
    articleId, note, quote, at, at,
  ).lastInsertRowid;
}

describe('notes and highlights', () => {
  it('brings an article by the words of its note, with marks and without, and shows the note', () => {
    const [flood = 0] = add(store, { title: 'Mưa lớn', text: 'Nước dâng ở Lào Cai.' }, { title: 'Nắng nóng', text: 'Hà Nội' });
    highlight(flood, 'Nước dâng', 'hỏi lại chú Tám về con đê');
    catchUp(searcher);
    for (const query of ['con đê', 'chu tam', 'hỏi lại chú Tá', '"con đê"', 'con đê lào cai', 'nuoc (đê OR nắng)']) expect(titlesOf(searcher, query), query).toEqual(['Mưa lớn']);
    expect(titlesOf(searcher, 'title:"con đê"')).toEqual([]);
    expect(titlesOf(searcher, '"con de"')).toEqual(['Mưa lớn']);
    expect(titlesOf(searcher, '"cỏn đê"')).toEqual([]);
    expect(titlesOf(searcher, 'nước -"con đê"')).toEqual([]);
    const [hit] = searcher.query({ query: 'chu tam', limit: 1, offset: 0 }).hits;
    expect(hit).toMatchObject({ foundIn: 'note', snippet: 'hỏi lại chú Tám về con đê' });
    expect(searcher.query({ query: 'lào cai', limit: 1, offset: 0 }).hits[0]?.foundIn).toBeUndefined();
    expect([...searcher.matchingIds('con đê')]).toEqual([flood]);
  });

  it('puts what the reader wrote first, and tells a passage from a note', () => {
    const ids = add(store, { title: 'Đê biển', text: 'x' }, { title: 'Đê sông', text: 'x' }, { title: 'Khác', text: 'con đê biển ở xa' });
    highlight(ids[2] ?? 0, 'con đê biển', null);
    catchUp(searcher);
    expect(titlesOf(searcher, 'đê biển')).toEqual(['Đê biển', 'Khác']);
    expect(searcher.query({ query: 'đê biển', limit: 2, offset: 1 }).hits[0]).toMatchObject({ foundIn: 'highlight', snippet: 'con đê biển' });
    highlight(ids[1] ?? 0, 'x', 'nhớ đê biển', 1);
    expect(titlesOf(searcher, 'đê biển')).toEqual(['Đê sông', 'Đê biển', 'Khác']);
    expect(titlesOf(searcher, 'đê biển sort:old')).toEqual(['Đê biển', 'Đê sông', 'Khác']);
  });

  it('follows every change of a note', () => {
    const [id = 0] = add(store, { title: 'Tin', text: 'x' });
    catchUp(searcher);
    const note = highlight(id, 'x', 'một');
    expect(titlesOf(searcher, 'một')).toEqual(['Tin']);
    store.write.run("UPDATE highlights SET note = 'hai', changed_at = 9 WHERE id = ?", note);
    expect(titlesOf(searcher, 'một')).toEqual([]);
    expect(titlesOf(searcher, 'hai')).toEqual(['Tin']);
    store.write.run('DELETE FROM highlights');
    expect(titlesOf(searcher, 'hai')).toEqual([]);
  });
});

describe('stories', () => {
  it('shows one article of a story, with who else tells it, unless it was not found itself', () => {
    const [lead = 0, second = 0, third = 0] = add(store, { title: 'Bão số 9 vào bờ' }, { title: 'Bão số 9 đổ bộ' }, { title: 'Tin bão số 9' }, { title: 'Bão giá' });
    store.write.run('UPDATE article_status SET led_by = ? WHERE article_id IN (?, ?)', lead, second, third);
    catchUp(searcher);
    const found = searcher.query({ query: 'bao so 9', limit: 9, offset: 0 });
    expect(found.total).toBe(1);
    expect(found.hits.map(({ id, others }) => [id, others?.map((other) => other.title)])).toEqual([[lead, ['Tin bão số 9', 'Bão số 9 đổ bộ']]]);
    expect(titlesOf(searcher, 'đổ bộ')).toEqual(['Bão số 9 đổ bộ']);
    expect(searcher.counts(['bão', 'bao so 9', 'bão là:đã đọc', ''])).toEqual([{ total: 2, unread: 2 }, { total: 1, unread: 1 }, { total: 0, unread: 0 }, { total: 0, unread: 0 }]);
    markArticles(store.write, [lead], { isRead: true }, 0);
    expect(searcher.counts(['bão'])).toEqual([{ total: 2, unread: 1 }]);
    expect([...searcher.matchingIds('bao so 9')]).toEqual([lead, second, third]);
  });
});

describe('suggestions', () => {
  it('offers own searches, tags, people and places, then titles', () => {
    const text = (does: string): string => `Hôm nay, ông Nguyễn Văn An ${does} ở Lào Cai, theo Bộ Giáo dục. Ông Nguyễn Văn An nói với Bộ Y tế.`;
    const ids = add(store, { title: 'Lào Cai mưa', text: text('họp') }, { title: 'Hai', text: text('nghỉ') }, { title: 'Ba', text: text('làm việc') });
    tagArticle(store.write, ids[0] ?? 0, 'lào xào');
    addSavedSearch(store.write, 'Mưa', 'lào cai mưa');
    rememberSearch(store.write, 'sông Lào', 1);
    catchUp(searcher);
    while (searcher.learnNames());
    expect(searcher.suggest('lao', 9)).toEqual([
      { text: 'lào cai mưa', kind: 'search' },
      { text: 'sông Lào', kind: 'search' },
      { text: 'lào xào', kind: 'tag' },
      { text: 'Lào Cai', kind: 'name' },
    ]);
    expect(searcher.suggest('nguyễn v', 9)).toEqual([{ text: 'Nguyễn Văn An', kind: 'name' }]);
    expect(searcher.suggest('bo', 9)).toEqual([]);
  });

  it('learns the names of what a sync brings', () => {
    expect(searcher.learnNames()).toBe(false);
    add(store, ...['Một', 'Hai', 'Ba'].map((title, at) => ({ title, text: `Tin từ Sơn La ${['sáng', 'trưa', 'chiều'][at]} nay.` })));
    catchUp(searcher);
    expect(searcher.suggest('son', 9)).toEqual([{ text: 'Sơn La', kind: 'name' }]);
  });
});

describe('facets', () => {
  it('counts tags, and follows them', () => {
    const ids = add(store, { title: 'Bão một' }, { title: 'Bão hai' }, { title: 'Mưa' });
    catchUp(searcher);
    for (const id of ids) tagArticle(store.write, id, 'thời tiết');
    tagArticle(store.write, ids[0] ?? 0, 'miền Trung');
    const tags = (): unknown => searcher.query({ query: 'bão', limit: 1, offset: 0, withFacets: true }).facets?.tags.map(({ name, count }) => [name, count]);
    expect(tags()).toEqual([['thời tiết', 2], ['miền Trung', 1]]);
    store.write.run('DELETE FROM article_tags WHERE article_id = ?', ids[0] ?? 0);
    expect(tags()).toEqual([['thời tiết', 1]]);
  });
});
