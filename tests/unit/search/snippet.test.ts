import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachWord } from '../../../contract/domain/fold.ts';
import { makeSnippet, snippetAt } from '../../../main/search/snippet.ts';

const withoutDots = (snippet: string): string => snippet.replace(/^… | …$/g, '');

describe('snippets', () => {
  const filler = 'nước lên tới hiên nhà, người dân dọn đồ suốt đêm; '.repeat(60);

  it('shows the piece around a word that is known', () => {
    const text = `${filler}Ngày bầu cử đã định. ${filler}`;
    let word = -1;
    let number = 0;
    eachWord(text, (found) => {
      if (found === 'bầu') word = number;
      number += 1;
    });
    const { snippet, snippetMatches } = snippetAt(Buffer.from(text), ['bau cu'], word);
    expect(snippetMatches.map(({ start, end }) => snippet.slice(start, end))).toEqual(['bầu cử']);
    expect(snippet).toMatch(/^… .+ …$/);
    expect(makeSnippet(text, ['bau cu'])).toEqual({ snippet, snippetMatches });
  });

  it('shows the beginning where the text is known to have no match', () => {
    expect(snippetAt(Buffer.from(filler), ['bau'], -1)).toEqual({ snippet: expect.stringMatching(/^nước lên .+ …$/) as string, snippetMatches: [] });
    expect(snippetAt(Buffer.from('ngắn'), ['bau'], -1)).toEqual({ snippet: 'ngắn', snippetMatches: [] });
  });

  it('looks through the whole text where the known word is none of those wanted', () => {
    const { snippet, snippetMatches } = snippetAt(Buffer.from(`${filler}bầu cử`), ['bau cu'], 3);
    expect(snippetMatches.map(({ start, end }) => snippet.slice(start, end))).toEqual(['bầu cử']);
  });

  it('is a piece of the text whatever characters it has, and never cuts one', () => {
    const pieces = fc.constantFrom('bầu', 'cử', ' ', '\u200b', 'ệ'.normalize('NFD'), 'đ', '🙂', '𠀀', '. ', 'khu phố ', '北京');
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 400 }), fc.nat(200), (list, word) => {
        const text = list.join('');
        const { snippet, snippetMatches } = snippetAt(Buffer.from(text), ['bau', 'cu*'], word);
        expect(text.replace(/\s/g, ' ')).toContain(withoutDots(snippet));
        for (const { start, end } of snippetMatches) expect(snippet.slice(start, end).normalize('NFC')).toMatch(/bầu|cử/);
      }),
    );
  });
});
