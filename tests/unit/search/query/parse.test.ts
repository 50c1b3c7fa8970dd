import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../main/search/query/parse.ts';
import type { QueryNode } from '../../../../main/search/query/tree.ts';
import { printQuery } from './printed.ts';

const NOW = new Date(2026, 10, 24, 9, 30).getTime();
const day = (year: number, month: number, date: number): number => new Date(year, month - 1, date).getTime();

const pieces = fc.constantFrom(
  ...['(', ')', '"', '-', ' ', ' ', 'OR ', ' HOẶC ', 'NOT ', 'bầu', 'cử', 'Đ', ',', ':', '\u200b', '\u0301', '“', '𠀀', '..', '7d', '2026-11', '24/11/2026', 'hôm qua'],
  ...['is:', 'là:', 'chưa đọc', 'lưu trữ', 'có:', 'ghi chú', 'date:', 'ngày:', 'after:', 'trước:', 'title:', 'tiêu đề:', 'tác giả:', 'nguồn:', 'thư mục:', 'thẻ:', 'site:', 'lang:', 'vi', 'sort:', 'mới'],
);
const typed = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')));

/** A tree in short: what a test can be read against. */
function short(node: QueryNode | null): string {
  if (node === null) return 'nothing';
  switch (node.kind) {
    case 'words':
      return (node.field === null ? '' : `${node.field}:`) + node.words.map(({ text, prefix }) => text + (prefix === null ? '' : '*')).join(' ');
    case 'phrase':
      return `${node.field === null ? '' : `${node.field}:`}"${node.words.map(({ text }) => text).join(' ')}"`;
    case 'filter':
      return JSON.stringify(node.filter);
    case 'ids':
      return `ids(${node.ids.join(' ')})`;
    case 'not':
      return `not(${short(node.node)})`;
    default:
      return `${node.kind}(${node.nodes.map(short).join(', ')})`;
  }
}

const read = (query: string): string => short(parseQuery(query, NOW).root);

describe('the query language', () => {
  it.each([
    ['bầu cử', 'bầu cử*'],
    ['bầu cử ', 'bầu cử'],
    ['"bầu cử"', '"bầu cử"'],
    ['“bầu cử” tỉnh', 'and("bầu cử", tỉnh*)'],
    ['"bầu cử', '"bầu cử"'],
    ['bầu -cử', 'and(bầu, not("cử"))'],
    ['bầu -"đại biểu" cử', 'and(bầu, not("đại biểu"), cử*)'],
    ['Covid-19', 'Covid 19*'],
    ['bầu OR cử', 'or(bầu, cử*)'],
    ['bầu cử HOẶC lào cai', 'or(bầu cử, lào cai*)'],
    ['bầu or cử', 'bầu or cử*'],
    ['(bầu OR cử) tỉnh', 'and(or(bầu, cử), tỉnh*)'],
    ['tỉnh (bầu (cử OR x))', 'and(tỉnh, and(bầu, or(cử, x)))'],
    ['bầu AND cử', 'bầu cử*'],
    ['KHÔNG bầu cử', 'and(not("bầu"), cử*)'],
    ['KHÔNG THẤU TÌNH', 'KHÔNG THẤU TÌNH*'],
    ['LŨ VÀ BÃO', 'LŨ VÀ BÃO*'],
    ['LŨ OR BÃO', 'or(LŨ, BÃO*)'],
    ['NOT bầu cử', 'and(not("bầu"), cử*)'],
    ['title:bầu', '0:bầu*'],
    ['tiêu đề:"bầu cử"', '0:"bầu cử"'],
    ['tác giả:"Nguyễn An" x', 'and(3:Nguyễn An, x*)'],
    ['nguồn:"Tuổi Trẻ"', '{"kind":"feed","name":"tuoi tre","isWhole":true}'],
    ['feed:vnexpress', '{"kind":"feed","name":"vnexpress","isWhole":false}'],
    ['thư mục:báo', '{"kind":"folder","name":"bao","isWhole":false}'],
    ['thẻ:bão', '{"kind":"tag","name":"bao","isWhole":false}'],
    ['nhãn:"Kinh tế"', '{"kind":"tag","name":"kinh te","isWhole":true}'],
    ['tag:bão-lũ', '{"kind":"tag","name":"bao lu","isWhole":false}'],
    ['is:archived', '{"kind":"status","status":"archived"}'],
    ['là:lưu trữ', '{"kind":"status","status":"archived"}'],
    ['là:có đánh dấu x', 'and({"kind":"status","status":"highlighted"}, x*)'],
    ['là:đọc sau', '{"kind":"status","status":"queued"}'],
    ['là:hoãn lại', '{"kind":"status","status":"snoozed"}'],
    ['có:ghi chú', '{"kind":"has","what":"note"}'],
    ['has:highlight', '{"kind":"has","what":"highlight"}'],
    ['trang:https://VnExpress.net/x', '{"kind":"site","host":"vnexpress.net"}'],
    ['is:unread bầu', 'and({"kind":"status","status":"unread"}, bầu*)'],
    ['là:chưa đọc bầu', 'and({"kind":"status","status":"unread"}, bầu*)'],
    ['là:"đã đọc"', '{"kind":"status","status":"read"}'],
    ['is:read -(mưa OR bão)', 'and({"kind":"status","status":"read"}, not(or(mưa, bão)))'],
    ['sort:new -(-"có")', 'not(not("có"))'],
    ['-is:read', 'not({"kind":"status","status":"read"})'],
    ['x -is:starred', 'and(x, not({"kind":"status","status":"starred"}))'],
    ['có:hình ảnh', '{"kind":"has","what":"image"}'],
    ['lang:vi', '{"kind":"lang","lang":"vi"}'],
    ['-bầu', 'not("bầu")'],
    ['-bầu OR -cử', 'or(not("bầu"), not("cử"))'],
    ['-', 'nothing'],
    ['', 'nothing'],
    ['()', 'nothing'],
    [')(', 'nothing'],
    ['OR', 'nothing'],
    ['x OR', 'x'],
    ['https://a.example/b', 'https a example b*'],
  ])('%s is read as %s', (query, expected) => {
    expect(read(query)).toBe(expected);
  });

  it.each([
    ['date:2026-11', day(2026, 11, 1), day(2026, 12, 1)],
    ['date:2026', day(2026, 1, 1), day(2027, 1, 1)],
    ['ngày:24/11/2026', day(2026, 11, 24), day(2026, 11, 25)],
    ['date:11/2026', day(2026, 11, 1), day(2026, 12, 1)],
    ['date:7d', NOW - 7 * 86_400_000, null],
    ['date:3m', day(2026, 8, 24), null],
    ['ngày:hôm qua', day(2026, 11, 23), day(2026, 11, 24)],
    ['date:2026-01..2026-03', day(2026, 1, 1), day(2026, 4, 1)],
    ['after:2026-11-02', day(2026, 11, 2), null],
    ['sau:2/11/2026', day(2026, 11, 2), null],
    ['before:2026-11', null, day(2026, 11, 1)],
  ])('%s is a span of time', (query, from, to) => {
    expect(read(query)).toBe(JSON.stringify({ kind: 'published', from, to }));
  });

  it('says what it could not understand, and searches it as words', () => {
    for (const query of ['is:nothing', 'date:31/2/2026', 'date:soon', 'has:', 'sort:upwards', 'lang:???']) {
      const parsed = parseQuery(`x ${query}`, NOW);
      expect(parsed.misunderstood, query).toEqual([query]);
      expect(short(parsed.root), query).toMatch(/^x /);
    }
    expect(parseQuery('10:30 http://x.example', NOW).misunderstood).toEqual([]);
  });

  it('sorts by date when asked, or when there are no words to rank by', () => {
    expect(parseQuery('x sort:new', NOW).sort).toBe('new');
    expect(parseQuery('sắp xếp:cũ x', NOW).sort).toBe('old');
    expect(parseQuery('sắp xếp:dài x', NOW).sort).toBe('long');
    expect(parseQuery('is:unread', NOW).sort).toBe('new');
    expect(parseQuery('is:unread x', NOW).sort).toBe('best');
  });

  it('tells the reader what to mark', () => {
    expect(parseQuery('bầu cử "lào cai" -tỉnh (a OR b) title:x', NOW).terms).toEqual(['bầu cử', '"lào cai"', 'a', 'b', 'x*']);
  });

  it('prints as it is read, again and again', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const printed = printQuery(parseQuery(query, NOW), NOW);
        expect(printQuery(parseQuery(printed, NOW), NOW)).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const parsed = parseQuery(query, NOW);
        expect(parsed.run.every(({ folded }) => folded !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(() => parseQuery('('.repeat(100_000), NOW)).not.toThrow();
    expect(() => parseQuery('-'.repeat(100_000), NOW)).not.toThrow();
    expect(() => parseQuery('NOT '.repeat(50_000), NOW)).not.toThrow();
  });
});
