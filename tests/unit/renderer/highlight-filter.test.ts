import { describe, expect, it } from 'vitest';
import type { HighlightColor, ListedHighlight } from '../../../contract/domain/highlight.ts';
import { filterHighlights } from '../../../renderer/features/highlights/highlight-filter.ts';

function highlight(id: number, quote: string, given: Partial<ListedHighlight> = {}): ListedHighlight {
  return {
    id, articleId: 1, quote, note: null, color: 'yellow', prefix: '', suffix: '', start: 0, end: quote.length, createdAt: 0, changedAt: 0, isOrphan: false, picture: null, asset: null,
    title: 'Phiên chợ', sourceName: null, url: null, publishedAt: 0, ...given,
  };
}

const ALL = [
  highlight(1, 'Chợ họp từ sớm'),
  highlight(2, 'Cầu treo Nậm Chảy', { color: 'green', articleId: 2, title: 'Khánh thành cầu treo' }),
  highlight(3, 'Ba mươi năm giữ chợ', { note: 'Đọc lại đoạn này', articleId: 2, title: 'Kỹ sư' }),
];

describe('highlights by a filter', () => {
  const ids = (text: string, articleId: number | null = null, color: HighlightColor | null = null): readonly number[] =>
    filterHighlights(ALL, { articleId, color, text }).map(({ id }) => id);

  it('are found by words of theirs, of their note and of their article, without marks and unfinished', () => {
    expect(ids('cho')).toEqual([1, 3]);
    expect(ids('doc lai')).toEqual([3]);
    expect(ids('KHANH than')).toEqual([2]);
    expect(ids('kĩ sư')).toEqual([3]);
    expect(ids('kỹ')).toEqual([3]);
    expect(ids('họp treo')).toEqual([]);
    expect(ids('ôm')).toEqual([]);
  });

  it('are narrowed by article and colour, and by nothing where nothing is asked', () => {
    expect(ids(' … ')).toEqual([1, 2, 3]);
    expect(ids('', 2)).toEqual([2, 3]);
    expect(ids('', 2, 'green')).toEqual([2]);
    expect(ids('cho', 2, 'green')).toEqual([]);
  });
});
