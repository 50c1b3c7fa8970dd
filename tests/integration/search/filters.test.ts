import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Searcher } from '../../../main/search/searcher.ts';
import { markArticles, openStore, tagArticle, type Store } from '../../../main/store/index.ts';
import { add, catchUp, makeFolder, titlesOf } from './library.ts';

describe('filters', () => {
  let folder: string;
  let store: Store;
  let searcher: Searcher;

  beforeAll(() => {
    folder = makeFolder();
    store = openStore(folder);
    add(
      store,
      { title: 'Bầu cử một', byline: 'Nguyễn Văn An' },
      { title: 'Bầu cử hai', byline: 'Trần Thị Bình' },
      { title: 'Bầu cử ba', text: 'An toàn' },
      { title: 'Mưa lũ', text: 'bầu cử ở xã' },
    );
    const write = store.write;
    write.run("UPDATE articles SET url = 'https://tin.example.vn/x/' || id, lang = CASE id WHEN 1 THEN 'vi-VN' WHEN 2 THEN 'en' ELSE 'vi' END");
    write.run("UPDATE articles SET url = 'https://khac.example/x' WHERE id = 3");
    const published = [Date.UTC(2026, 4, 10), Date.UTC(2026, 5, 11), Date.UTC(2025, 0, 5), Date.UTC(2026, 5, 20)];
    published.forEach((at, index) => write.run('UPDATE articles SET published_at = ? WHERE id = ?', at, index + 1));
    [300, 20, 900, 50].forEach((words, index) => write.run('UPDATE articles SET word_count = ? WHERE id = ?', words, index + 1));
    markArticles(write, [1], { isRead: true }, 0);
    markArticles(write, [2], { isStarred: true }, 0);
    write.run("INSERT INTO folders (id, title) VALUES (1, 'Báo trong nước'), (2, 'Khác')");
    write.run("INSERT INTO folders (id, parent_id, title) VALUES (3, 1, 'Báo tỉnh')");
    write.run("INSERT INTO feeds (id, feed_url, title, folder_id, added_at) VALUES (1, 'https://a.example/rss', 'Tuổi Trẻ', 3, 0), (2, 'https://b.example/rss', 'Nhân Dân', 2, 0)");
    for (const [feed, article] of [[1, 1], [1, 2], [2, 2], [2, 3]]) {
      write.run("INSERT INTO feed_entries VALUES (?, ?, ?, '', 0, 0)", feed ?? 0, String(article), article ?? 0);
    }
    write.run('UPDATE articles SET feed_id = 1 WHERE id < 4');
    write.run("INSERT INTO feeds (id, feed_url, title, folder_id, added_at) VALUES (3, 'https://c.example/rss', 'Tuổi Trẻ Cười', NULL, 0)");
    write.run("INSERT INTO feed_entries VALUES (3, 'c', 4, '', 0, 0)");
    for (const [id, name] of [[1, 'bão'], [1, 'kinh tế'], [2, 'bão lũ'], [4, 'Bão']] as const) tagArticle(write, id, name);
    write.run('UPDATE article_status SET is_archived = 1 WHERE article_id = 1');
    write.run('UPDATE article_status SET queued_at = 5 WHERE article_id = 2');
    write.run('UPDATE article_status SET snoozed_until = 5 WHERE article_id = 3');
    for (const [id, note] of [[1, 'xem lại'], [3, null]] as const) {
      write.run("INSERT INTO highlights (article_id, color, note, quote, prefix, suffix, start_at, end_at, created_at, changed_at) VALUES (?, 'yellow', ?, 'x', '', '', 0, 1, 0, 0)", id, note);
    }
    searcher = new Searcher(folder);
    catchUp(searcher);
  });

  afterAll(() => {
    searcher.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['bau cu is:unread', ['Bầu cử ba', 'Bầu cử hai', 'Mưa lũ']],
    ['là:đã đọc', ['Bầu cử một']],
    ['bầu cử là:chưa đọc -là:sao', ['Bầu cử ba', 'Mưa lũ']],
    ['nguồn:"tuoi tre"', ['Bầu cử hai', 'Bầu cử một']],
    ['nguồn:tuổi-trẻ', ['Mưa lũ', 'Bầu cử hai', 'Bầu cử một']],
    ['thẻ:bão', ['Mưa lũ', 'Bầu cử hai', 'Bầu cử một']],
    ['tag:"bao"', ['Mưa lũ', 'Bầu cử một']],
    ['thẻ:"kinh tế"', ['Bầu cử một']],
    ['tag:gió', []],
    ['có:thẻ -là:lưu trữ', ['Mưa lũ', 'Bầu cử hai']],
    ['is:archived', ['Bầu cử một']],
    ['là:đọc sau', ['Bầu cử hai']],
    ['là:hoãn lại', ['Bầu cử ba']],
    ['là:có đánh dấu', ['Bầu cử một', 'Bầu cử ba']],
    ['có:ghi chú', ['Bầu cử một']],
    ['has:highlight -has:note', ['Bầu cử ba']],
    ['feed:dân', ['Bầu cử hai', 'Bầu cử ba']],
    ['thư mục:báo', ['Bầu cử hai', 'Bầu cử một']],
    ['site:example.vn', ['Mưa lũ', 'Bầu cử hai', 'Bầu cử một']],
    ['site:tin.example.vn title:bau', ['Bầu cử hai', 'Bầu cử một']],
    ['lang:vi', ['Mưa lũ', 'Bầu cử một', 'Bầu cử ba']],
    ['tác giả:an', ['Bầu cử một']],
    ['author:"trần thị bình" OR mưa', ['Bầu cử hai', 'Mưa lũ']],
    ['date:2026-06', ['Mưa lũ', 'Bầu cử hai']],
    ['before:2026', ['Bầu cử ba']],
    ['after:2026 sort:old', ['Bầu cử một', 'Bầu cử hai', 'Mưa lũ']],
    ['bau cu sort:new', ['Mưa lũ', 'Bầu cử hai', 'Bầu cử một', 'Bầu cử ba']],
    ['bau cu sort:long', ['Bầu cử ba', 'Bầu cử một', 'Mưa lũ', 'Bầu cử hai']],
    ['sort:old', ['Bầu cử ba', 'Bầu cử một', 'Bầu cử hai', 'Mưa lũ']],
    ['has:image', []],
  ])('%s', (query, expected) => {
    const found = titlesOf(searcher, query);
    expect(query.includes('sort') || !/bau|bầu|author/.test(query) ? found : found.sort()).toEqual(expected);
  });

  it('counts what it found by feed and month', () => {
    const { facets } = searcher.query({ query: 'bau cu', limit: 1, offset: 0, withFacets: true });
    expect(facets?.months.map(({ month, count }) => [month, count])).toEqual([['2026-06', 2], ['2026-05', 1], ['2025-01', 1]]);
    expect(facets?.feeds).toEqual([{ feedId: 1, title: 'Tuổi Trẻ', count: 3 }]);
  });

  it('sees a changed status at once', () => {
    markArticles(store.write, [4], { isStarred: true }, 0);
    expect(titlesOf(searcher, 'is:starred')).toEqual(['Mưa lũ', 'Bầu cử hai']);
  });

  it('names all that a query finds, in the order of their ids', () => {
    expect([...searcher.matchingIds('bau cu -site:khac.example')]).toEqual([1, 2, 4]);
    expect([...searcher.matchingIds('là:chưa đọc OR title:"bầu cử một"')]).toEqual([1, 2, 3, 4]);
    expect([...searcher.matchingIds('bau cuu')]).toEqual([]);
    expect([...searcher.matchingIds('')]).toEqual([]);
  });

  it('finds nothing in the bin, and finds it again out of it', () => {
    store.write.run('UPDATE article_status SET deleted_at = 1 WHERE article_id IN (2, 4)');
    expect(titlesOf(searcher, 'bau cu').sort()).toEqual(['Bầu cử ba', 'Bầu cử một']);
    expect(titlesOf(searcher, 'sort:new')).toEqual(['Bầu cử một', 'Bầu cử ba']);
    expect(titlesOf(searcher, 'mua lx')).toEqual([]);
    expect([...searcher.matchingIds('bau cu')]).toEqual([1, 3]);
    expect(searcher.suggest('bau', 9).map(({ text }) => text)).not.toContain('Bầu cử hai');
    expect(searcher.related(1, 9).map(({ id }) => id)).not.toContain(2);
    store.write.run('UPDATE article_status SET deleted_at = NULL');
    expect([...searcher.matchingIds('bau cu')]).toEqual([1, 2, 3, 4]);
  });
});
