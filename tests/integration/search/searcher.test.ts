import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMatches } from '../../../contract/domain/matches.ts';
import { Searcher } from '../../../main/search/searcher.ts';
import { openStore, removeArticles, type Store } from '../../../main/store/index.ts';
import { add, catchUp, makeFolder, titlesOf, update } from './library.ts';

describe('search over a library', () => {
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

  it('says that it is not complete until it has caught up', () => {
    add(store, { title: 'Bầu cử ở Lào Cai' });
    expect(searcher.query({ query: 'bau cu', limit: 5, offset: 0 })).toMatchObject({ total: 0, isComplete: false });
    catchUp(searcher);
    expect(searcher.query({ query: 'bau cu', limit: 5, offset: 0 })).toMatchObject({ total: 1, isComplete: true });
  });

  it('finds with and without marks, in any case, while the last word is being typed', () => {
    add(store, { title: 'Đoàn ĐBQH tỉnh Lào Cai tiếp xúc cử tri' }, { title: 'Chuyện khác' });
    catchUp(searcher);
    for (const query of ['đbqh', 'dbqh', 'DBQH', 'lào cai', 'lao cai', 'LÀO CAI', 'lao c', 'l', 'Lào Cai tiếp x', 'tiep xuc']) {
      expect(titlesOf(searcher, query), query).toEqual(['Đoàn ĐBQH tỉnh Lào Cai tiếp xúc cử tri']);
    }
    expect(titlesOf(searcher, 'lao khac')).toEqual([]);
  });

  it('puts the marks that were typed first', () => {
    add(store, { title: 'Bán nhà' }, { title: 'Bàn ghế' }, { title: 'Bạn bè' }, { title: 'Không có gì', text: 'một cái bàn ở góc nhà' });
    catchUp(searcher);
    expect(titlesOf(searcher, 'bàn').slice(0, 2)).toEqual(['Bàn ghế', 'Không có gì']);
    expect(titlesOf(searcher, 'bán')[0]).toBe('Bán nhà');
    expect(titlesOf(searcher, 'ban')).toHaveLength(4);
    expect(titlesOf(searcher, '"bán"')).toEqual(['Bán nhà']);
  });

  it('takes a number or a vowel with its marks at the end for a whole word, and a letter for a beginning', () => {
    add(store, { title: 'Nơi này', text: 'cổ có 2 cửa, ai ở' }, { title: 'Nơi kia', text: 'cổ có 25 cửa, ai ởm ờ, ai ởm ờ' }, { title: 'Nơi nọ', text: 'một câu, một c, một câu' });
    catchUp(searcher);
    expect(titlesOf(searcher, 'cổ có 2')).toEqual(['Nơi này', 'Nơi kia']);
    expect(titlesOf(searcher, 'ai ở')).toEqual(['Nơi này', 'Nơi kia']);
    expect(titlesOf(searcher, 'một c')).toEqual(['Nơi nọ']);
  });

  it('puts the marks that were typed first among very many titles, wherever in the library they are', () => {
    add(store, { title: 'Đèo Ngang' }, { title: 'Đèo Gió' }, ...Array.from({ length: 1200 }, (_, at) => ({ title: at % 2 === 0 ? `Đi chợ ${at}` : `Dè dặt ${at}` })));
    catchUp(searcher);
    const newest = Array.from({ length: 20 }, (_, at) => `Đi chợ ${1198 - 2 * at}`);
    expect(searcher.query({ query: 'đ', limit: 20, offset: 0 }).hits.map(({ title }) => title)).toEqual(newest);
    expect(searcher.query({ query: 'đe', limit: 3, offset: 0 }).hits.map(({ title }) => title)).toEqual(['Đèo Gió', 'Đèo Ngang', 'Dè dặt 1199']);
  });

  it('puts bodies with a phrase in the order of how often they have it for their length', () => {
    add(store, { title: 'Dài', text: `bầu cử ${'khác '.repeat(40)}` }, { title: 'Ngắn', text: `bầu cử ${'khác '.repeat(10)}` }, { title: 'Hai lần', text: `bầu cử và bầu cử ${'khác '.repeat(10)}` });
    catchUp(searcher);
    expect(titlesOf(searcher, 'bầu cử')).toEqual(['Hai lần', 'Ngắn', 'Dài']);
  });

  it('puts phrases before scattered words, and titles before bodies', () => {
    add(
      store,
      { title: 'Rời rạc', text: 'cử tri đi từ sáng sớm để được tận tay bỏ phiếu và được bầu' },
      { title: 'Trong bài', text: 'ngày bầu cử đã đến' },
      { title: 'Trong sapo', lede: 'Công tác bầu cử', text: 'x' },
      { title: 'Cử đại biểu để bầu', text: 'x' },
      { title: 'Ngày bầu cử', text: 'x' },
    );
    catchUp(searcher);
    expect(titlesOf(searcher, 'bau cu')).toEqual(['Ngày bầu cử', 'Trong sapo', 'Trong bài', 'Cử đại biểu để bầu', 'Rời rạc']);
    expect(titlesOf(searcher, '"bầu cử"')).toEqual(['Ngày bầu cử', 'Trong sapo', 'Trong bài']);
    expect(titlesOf(searcher, 'bau -"bau cu"')).toEqual(['Cử đại biểu để bầu', 'Rời rạc']);
  });

  it('gives a snippet around the match', () => {
    const text = `${'chữ thừa '.repeat(100)}rồi đến ngày bầu cử ở xã. ${'thêm nữa '.repeat(100)}`;
    add(store, { title: 'Bầu cử', text });
    catchUp(searcher);
    const { hits: [hit], terms } = searcher.query({ query: 'bau cu', limit: 1, offset: 0 });
    const snippet = hit?.snippet ?? '';
    expect(findMatches(snippet, terms).map(({ start, end }) => snippet.slice(start, end))).toEqual(['bầu cử']);
    expect(snippet.length).toBeLessThan(200);
  });

  it('follows updates and removals', () => {
    const [first, second] = add(store, { title: 'Tin thứ nhất' }, { title: 'Tin thứ hai' });
    catchUp(searcher);
    update(store, first ?? 0, { title: 'Bản tin mới' });
    removeArticles(store.write, [second ?? 0]);
    catchUp(searcher);
    expect(titlesOf(searcher, 'thu')).toEqual([]);
    expect(titlesOf(searcher, 'tin')).toEqual(['Bản tin mới']);
    expect(searcher.check()).toEqual([]);
  });

  it('pages through results', () => {
    add(store, ...Array.from({ length: 30 }, (_, at) => ({ title: `Tin số ${at}` })));
    catchUp(searcher);
    const all = titlesOf(searcher, 'tin', 30);
    expect(new Set(all).size).toBe(30);
    expect(searcher.query({ query: 'tin', limit: 10, offset: 20 }).hits.map(({ title }) => title)).toEqual(all.slice(20));
  });

  it('starts again from what it wrote when it was closed, and from nothing when the file is gone or damaged', () => {
    add(store, ...Array.from({ length: 60 }, (_, at) => ({ title: `Tin số ${at}` })));
    catchUp(searcher);
    searcher.close();
    searcher = new Searcher(folder);
    expect(searcher.query({ query: 'tin so', limit: 1, offset: 0 })).toMatchObject({ total: 60, isComplete: true });
    searcher.close();

    const file = join(folder, 'index.sqlite');
    expect(statSync(file).size).toBeGreaterThan(0);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    searcher = new Searcher(folder);
    expect(searcher.query({ query: 'tin so', limit: 1, offset: 0 })).toMatchObject({ total: 0, isComplete: false });
    catchUp(searcher);
    expect(searcher.query({ query: 'tin so', limit: 1, offset: 0 })).toMatchObject({ total: 60, isComplete: true });
    searcher.close();

    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    writeFileSync(file, 'this is not a database');
    searcher = new Searcher(folder);
    catchUp(searcher);
    expect(searcher.query({ query: 'tin so', limit: 1, offset: 0 })).toMatchObject({ total: 60, isComplete: true });
    expect(searcher.check()).toEqual([]);
  });

  it('makes an index anew that an older Docbao wrote, or that has a damaged section', () => {
    add(store, ...Array.from({ length: 60 }, (_, at) => ({ title: `Tin số ${at}` })));
    catchUp(searcher);
    searcher.close();
    const file = join(folder, 'index.sqlite');
    const damages = [
      "UPDATE meta SET value = 1 WHERE key = 'format'; DROP TABLE segment_sections; DROP TABLE segments; CREATE TABLE segments (id INTEGER PRIMARY KEY, articles INTEGER NOT NULL, checksum INTEGER NOT NULL, data BLOB NOT NULL); INSERT INTO segments VALUES (1, 60, 0, x'00');",
      'UPDATE segment_sections SET data = zeroblob(length(data)) WHERE id = (SELECT max(id) FROM segment_sections)',
      'DELETE FROM segment_sections WHERE id = (SELECT min(id) FROM segment_sections)',
    ];
    for (const damage of damages) {
      const db = new Database(file);
      db.exec(damage);
      db.close();
      searcher = new Searcher(folder);
      expect(searcher.query({ query: 'tin so', limit: 1, offset: 0 })).toMatchObject({ total: 0, isComplete: false });
      catchUp(searcher);
      expect(searcher.query({ query: 'tin so', limit: 1, offset: 0 })).toMatchObject({ total: 60, isComplete: true });
      expect(searcher.check()).toEqual([]);
      searcher.close();
    }
    searcher = new Searcher(folder);
  });

  it('corrects what fits nothing as it was typed', () => {
    add(
      store,
      { title: 'Ngày bầu cử ở Lào Cai', text: 'Cử tri đi bỏ phiếu.' },
      { title: 'Giao thông Vietnam', text: 'chuyện đường xá' },
      { title: 'Chuyện khác', text: 'ngày mai bầu trời ở đây cử động, lào xào, cái cai' },
    );
    catchUp(searcher);
    for (const [query, title, corrected] of [
      ['baauf cuwr', 'Ngày bầu cử ở Lào Cai', 'bầu cử'],
      ['bau2 cu73', 'Ngày bầu cử ở Lào Cai', 'bàu cử'],
      ['baucu', 'Ngày bầu cử ở Lào Cai', 'bau cu'],
      ['viet nam', 'Giao thông Vietnam', 'vietnam'],
      ['ngay bau cu o loa cai', 'Ngày bầu cử ở Lào Cai', 'ngay bau cu o lao cai'],
      ['vietnm', 'Giao thông Vietnam', 'vietnam'],
    ] as const) {
      const found = searcher.query({ query, limit: 5, offset: 0 });
      expect(found.hits[0]?.title, query).toBe(title);
      expect(found.corrected, query).toBe(corrected);
    }
    expect(searcher.query({ query: 'bau cu', limit: 5, offset: 0 }).corrected).toBeNull();
    expect(searcher.query({ query: 'cử tri bỏ phiếu xyzxyz', limit: 5, offset: 0 })).toMatchObject({ total: 1 });
    expect(searcher.query({ query: 'cử xyzxyz', limit: 5, offset: 0 })).toMatchObject({ total: 0 });
  });

  it('suggests feeds, people and titles', () => {
    add(store, { title: 'Lào Cai vào mùa lũ', byline: 'Lê Lào' }, { title: 'Tin khác', text: 'lào', byline: 'Nguyễn An' });
    store.write.run("INSERT INTO feeds (feed_url, title, added_at) VALUES ('https://a.example/rss', 'Báo Lào Cai', 0)");
    catchUp(searcher);
    expect(searcher.suggest('lao', 5)).toEqual([
      { text: 'Báo Lào Cai', kind: 'feed' },
      { text: 'Lê Lào', kind: 'author' },
      { text: 'Lào Cai vào mùa lũ', kind: 'title' },
    ]);
    expect(searcher.suggest('nguyễn a', 5)).toEqual([{ text: 'Nguyễn An', kind: 'author' }]);
    expect(searcher.suggest(' ', 5)).toEqual([]);
  });

  it('finds related articles', () => {
    const [first] = add(
      store,
      { title: 'Lũ quét ở Sa Pa', text: 'mưa lớn gây lũ quét, đường sắt tê liệt' },
      { title: 'Sa Pa sau lũ quét', text: 'đường sắt đã thông' },
      { title: 'Giá vàng hôm nay', text: 'vàng lên' },
      ...Array.from({ length: 30 }, (_, at) => ({ title: `Bóng đá vòng ${at}`, text: 'trận đấu và bàn thắng' })),
    );
    catchUp(searcher);
    expect(searcher.related(first ?? 0, 3).map(({ title }) => title)).toEqual(['Sa Pa sau lũ quét']);
    expect(searcher.related(999, 3)).toEqual([]);
  });

  it('finds all others, the newest first, where a query only says what is not wanted', () => {
    add(store, { title: 'Tin cũ' }, { title: 'Phim hay' }, { title: 'Tin mới' });
    catchUp(searcher);
    expect(titlesOf(searcher, '-phim')).toEqual(['Tin mới', 'Tin cũ']);
    expect(titlesOf(searcher, '-is:read -tin')).toEqual(['Phim hay']);
    expect(searcher.query({ query: '-phim', limit: 5, offset: 0 }).terms).toEqual([]);
  });

  it('answers between the steps of writing, and a writing that is left costs nothing', () => {
    add(store, ...Array.from({ length: 2100 }, (_, at) => ({ title: `Lũ quét ${at}`, text: `xã ${at % 40}` })));
    const found = (): number => searcher.query({ query: 'lũ quét xã', limit: 5, offset: 0 }).total;
    let steps = 0;
    while (searcher.indexNextPage()) if (found() === 2100) steps += 1;
    expect(steps).toBeGreaterThan(10);
    const other = new Searcher(folder);
    expect(other.indexNextPage()).toBe(false);
    expect(other.check()).toEqual([]);
    other.close();

    add(store, ...Array.from({ length: 2100 }, (_, at) => ({ title: `Bão số ${at}` })));
    while (searcher.query({ query: 'bão', limit: 1, offset: 0 }).total < 2100) searcher.indexNextPage();
    for (let step = 0; step < 5; step += 1) searcher.indexNextPage();
    searcher.startAnew();
    catchUp(searcher);
    expect(searcher.query({ query: 'bão OR lũ', limit: 1, offset: 0 }).total).toBe(4200);
    expect(searcher.check()).toEqual([]);
  });

  it('answers all ids in the order of its results, a page of which it shows', () => {
    add(store, ...Array.from({ length: 120 }, (_, at) => ({ title: at % 3 === 0 ? `Lũ quét ${at}` : `Tin ${at}`, text: at % 2 === 0 ? 'lũ quét' : 'quét rồi lũ' })));
    catchUp(searcher);
    const pages = [0, 50, 100].flatMap((offset) => searcher.query({ query: 'lũ quét', limit: 50, offset }).hits.map(({ id }) => id));
    expect(pages).toHaveLength(120);
    expect([...searcher.ids('lũ quét')]).toEqual(pages);
    expect([...searcher.ids('không có gì cả')]).toEqual([]);
  });

  it('is empty for a query without words', () => {
    add(store, { title: 'Tin' });
    catchUp(searcher);
    for (const query of ['', '   ', '"', '""', '-', '!!!']) expect(searcher.query({ query, limit: 5, offset: 0 }).total, query).toBe(0);
  });
});
