import { eachWord, formsOf, type WordForms } from '../../contract/domain/fold.ts';
import { assembleSegment } from './assemble.ts';
import { FIELD_COUNT, FIELDS, type IndexedArticle } from './fields.ts';
import type { Segment } from './segment.ts';

/** A segment of these articles. Ids must differ from each other. */
export function buildSegment(articles: readonly IndexedArticle[]): Segment {
  const sorted = [...articles].sort((a, b) => a.id - b.id);
  const numbers = new Map<string, number>();
  const variants: WordForms[] = [];
  const stream: number[] = [];
  const streamStart = new Uint32Array(sorted.length * FIELD_COUNT + 1);
  let slot = 0;
  for (const article of sorted) {
    for (const field of FIELDS) {
      eachWord(article[field] ?? '', (word) => {
        const forms = formsOf(word);
        if (forms.folded === '') return;
        let number = numbers.get(forms.marked);
        if (number === undefined) {
          number = variants.length;
          numbers.set(forms.marked, number);
          variants.push(forms);
        }
        stream.push(number);
      });
      slot += 1;
      streamStart[slot] = stream.length;
    }
  }
  return assembleSegment({ ids: Uint32Array.from(sorted, ({ id }) => id), variants, streamStart, stream: Uint32Array.from(stream) });
}
