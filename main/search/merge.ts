import { assembling } from './assemble.ts';
import { FIELD_COUNT } from './fields.ts';
import { isSet } from './bits.ts';
import { wordCount, type Segment } from './segment.ts';
import { finish, type Steps } from './steps.ts';
import { stringAt } from './string-table.ts';

/** A segment and which of its articles are no longer valid in it. */
export interface LiveSegment {
  readonly segment: Segment;
  readonly dead: Uint32Array;
}

interface Forms {
  readonly folded: string;
  readonly marked: string;
}

/** As `merging`, at once. */
export function mergeSegments(parts: readonly LiveSegment[]): Segment {
  return finish(merging(parts));
}

/** Articles that are copied in one step. */
const COPIED = 1000;

/** One segment of all the articles that are still valid. No id may be valid in two of them. */
export function* merging(parts: readonly LiveSegment[]): Steps<Segment> {
  const numbers = new Map<string, number>();
  const variants: Forms[] = [];
  const renumbered: Uint32Array[] = [];
  for (const { segment } of parts) {
    renumbered.push(numberForms(segment, numbers, variants));
    yield;
  }
  const entries = parts.flatMap(({ segment, dead }, part) => {
    const valid = [...segment.ids.keys()].filter((article) => !isSet(dead, article));
    return valid.map((article) => ({ id: segment.ids[article] ?? 0, article, part }));
  });
  entries.sort((a, b) => a.id - b.id);
  const streamStart = new Uint32Array(entries.length * FIELD_COUNT + 1);
  const stream = new Uint32Array(entries.reduce((sum, { article, part }) => sum + streamLength(parts[part]?.segment, article), 0));
  let at = 0;
  for (const [place, { article, part }] of entries.entries()) {
    const segment = parts[part]?.segment;
    const numbersOfPart = renumbered[part];
    if (segment === undefined || numbersOfPart === undefined) continue;
    if (place % COPIED === 0) yield;
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      const slot = article * FIELD_COUNT + field;
      const end = segment.streamStart[slot + 1] ?? 0;
      for (let from = segment.streamStart[slot] ?? 0; from < end; from += 1) {
        stream[at] = numbersOfPart[segment.stream[from] ?? 0] ?? 0;
        at += 1;
      }
      streamStart[place * FIELD_COUNT + field + 1] = at;
    }
  }
  return yield* assembling({ ids: Uint32Array.from(entries, ({ id }) => id), variants, streamStart, stream });
}

function streamLength(segment: Segment | undefined, article: number): number {
  if (segment === undefined) return 0;
  return (segment.streamStart[(article + 1) * FIELD_COUNT] ?? 0) - (segment.streamStart[article * FIELD_COUNT] ?? 0);
}

/** Gives each variant of a segment its number in `variants`, adding those that are not there yet. */
function numberForms(segment: Segment, numbers: Map<string, number>, variants: Forms[]): Uint32Array {
  const result = new Uint32Array(segment.variants.offsets.length - 1);
  for (let word = 0; word < wordCount(segment); word += 1) {
    const folded = stringAt(segment.words, word);
    const end = segment.variantStart[word + 1] ?? 0;
    for (let variant = segment.variantStart[word] ?? 0; variant < end; variant += 1) {
      const marked = stringAt(segment.variants, variant);
      let number = numbers.get(marked);
      if (number === undefined) {
        number = variants.length;
        numbers.set(marked, number);
        variants.push({ folded, marked });
      }
      result[variant] = number;
    }
  }
  return result;
}
