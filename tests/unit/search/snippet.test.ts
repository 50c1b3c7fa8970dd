import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachWord } from '../../../contract/domain/fold.ts';
import { findMatches } from '../../../contract/domain/matches.ts';
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
    const snippet = snippetAt(Buffer.from(text), ['bau cu'], word);
    expect(snippet).toMatch(/^… .{1,40}bầu cử .+ …$/);
    expect(makeSnippet(text, ['bau cu'])).toBe(snippet);
  });

  it('shows the beginning where the text is known to have no match', () => {
    expect(snippetAt(Buffer.from(filler), ['bau'], -1)).toMatch(/^nước lên .+ …$/);
    expect(snippetAt(Buffer.from('ngắn'), ['bau'], -1)).toBe('ngắn');
  });

  it('looks through the whole text where the known word is none of those wanted', () => {
    expect(snippetAt(Buffer.from(`${filler}bầu cử`), ['bau cu'], 3)).toMatch(/bầu cử$/);
  });

  it('is a piece of the text whatever characters it has, with a match where the text has one', () => {
    const terms = ['bau', 'cu*'];
    const pieces = fc.constantFrom('bầu', 'cử', ' ', '\u200b', 'ệ'.normalize('NFD'), 'đ', '🙂', '𠀀', '. ', 'khu phố ', '北京');
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 400 }), fc.nat(200), (list, word) => {
        const text = list.join('');
        const snippet = snippetAt(Buffer.from(text), terms, word);
        expect(text.replace(/\s/g, ' ')).toContain(withoutDots(snippet));
        if (findMatches(text, terms).length > 0) expect(findMatches(snippet, terms)).not.toEqual([]);
      }),
    );
  });
});
