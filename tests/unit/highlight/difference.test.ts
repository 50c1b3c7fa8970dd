import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, differenceOf, type DifferenceParagraph } from '../../../contract/domain/difference.ts';
import { versionLines } from '../../../contract/domain/version-lines.ts';

const written = (paragraphs: readonly DifferenceParagraph[]): string[] =>
  paragraphs.map((runs) => runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join(' '));

const kept = (paragraphs: readonly DifferenceParagraph[], without: 'removed' | 'added'): string[] =>
  paragraphs.map((runs) => runs.filter(({ kind }) => kind !== without).map(({ text }) => text).join(' ')).filter((text) => text !== '');

describe('what changed between two texts', () => {
  it('is nothing where they are the same', () => {
    expect(written(differenceOf(['Một', 'Hai ba'], ['Một', 'Hai ba']))).toEqual(['Một', 'Hai ba']);
  });

  it('is told word by word inside an edited paragraph', () => {
    const before = ['Cử tri xã đi bầu cử từ sớm.', 'Có 120 người.'];
    const after = ['Cử tri xã đi bầu cử từ 7 giờ sáng.', 'Có 120 người.', 'Kết quả có vào tối nay.'];
    expect(written(differenceOf(before, after))).toEqual(['Cử tri xã đi bầu cử từ [-sớm.] [+7 giờ sáng.]', 'Có 120 người.', '[+Kết quả có vào tối nay.]']);
  });

  it('leaves paragraphs apart that have little in common', () => {
    expect(written(differenceOf(['Mưa lớn ở Lào Cai'], ['Giá vàng hôm nay tăng']))).toEqual(['[-Mưa lớn ở Lào Cai]', '[+Giá vàng hôm nay tăng]']);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'đ', 'ê'), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = differenceOf(before, after);
        expect(kept(difference, 'added').join('\n')).toBe(before.join('\n'));
        expect(kept(difference, 'removed').join('\n')).toBe(after.join('\n'));
      }),
    );
  });

  it('bounds its work on texts that have nothing in common', () => {
    const many = (name: string): string[] => Array.from({ length: 5000 }, (_, at) => `${name}${at}`);
    expect(differenceOf(many('a'), many('b'))).toHaveLength(10_000);
  });
});

describe('the rows of a table', () => {
  const table = (level: string): readonly string[] => versionLines(`<p>Đêm qua nước lên.</p><table><caption>Mực nước</caption><thead><tr><th>Giờ</th><th>Mức</th></tr></thead><tbody><tr><td>22</td><td><p>Cao</p><p>${level} m</p></td></tr></tbody></table><pre>a\tb</pre>`);

  it('are lines of cells, and nothing else is', () => {
    expect(table('3,1')).toEqual(['Đêm qua nước lên.', 'Mực nước', 'Giờ\tMức', '22\tCao 3,1 m', 'a b']);
  });

  it('are compared cell by cell', () => {
    const rows = differenceOf(table('3,1'), table('3,8')).map(cellsOf);
    expect(rows.map((cells) => cells === null ? null : written(cells))).toEqual([null, null, ['Giờ', 'Mức'], ['22', 'Cao [-3,1] [+3,8] m'], null]);
  });

  it('have their cells where the whole row came', () => {
    const rows = differenceOf(['Giờ\tMức'], ['Giờ\tMức', '4\t']).map(cellsOf);
    expect(rows.map((cells) => written(cells ?? []))).toEqual([['Giờ', 'Mức'], ['[+4]', '']]);
  });
});
