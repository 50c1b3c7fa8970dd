import { FIELD_COUNT } from './fields.ts';
import type { StringTable } from './string-table.ts';

/** Where the words of one field occur: for word `w`, entries `start[w]` to `start[w + 1]`, by article. */
export interface Postings {
  readonly start: Uint32Array;
  /** The article's number in the segment. */
  readonly articles: Uint16Array;
  /** How often the word stands in the field; `MOST_COUNTED` means so often or more: count in the stream. */
  readonly counts: Uint8Array;
  /** Which marked variants of the word occur: bit n for the n-th, bit 7 for the eighth and all after it. */
  readonly marks: Uint8Array;
}

/**
 * Some articles of the library, frozen: everything that a query needs as typed arrays, which are stored and loaded as they
 * lie in memory. A *word* is a folded form and has a number by its place in `words`; a *variant* is a marked form, numbered
 * so that the variants of one word follow each other, the commonest first.
 */
export interface Segment {
  readonly count: number;
  /** Article number in the segment -> article id; ascending. */
  readonly ids: Uint32Array;
  /** The folded words, sorted. */
  readonly words: StringTable;
  /** Word -> its first variant; one more than there are words. */
  readonly variantStart: Uint32Array;
  readonly variants: StringTable;
  readonly fields: readonly Postings[];
  /** Different words of field f of article a, at `a * FIELD_COUNT + f`. */
  readonly lengths: Uint32Array;
  /** Where field f of article a begins in `stream`, at `a * FIELD_COUNT + f`; one more than there are fields. */
  readonly streamStart: Uint32Array;
  /** Every article word by word, as variants. */
  readonly stream: Uint16Array | Uint32Array;
  /** One row of bits (one per article) for each value of `pairRow`: set where the article holds a pair of that row. */
  readonly pairs: Uint32Array;
}

/** In `Postings.counts`, so many or more. */
export const MOST_COUNTED = 255;
/** Rows of pair bits: more rows, fewer articles looked at in vain; 2,048 bits an article are a tenth of its memory. */
const PAIR_ROWS = 2048;
/** The bit that stands for the eighth variant of a word and all after it. */
const LAST_VARIANT_BIT = 7;

export function wordsOfBits(count: number): number {
  return (count + 31) >>> 5;
}

/** The row of pair bits that two neighbouring words share with one in 2,048 others. */
export function pairRow(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (PAIR_ROWS - 1);
}

/** The bit of `Postings.marks` for the n-th variant of a word. */
export function variantBit(place: number): number {
  return 1 << Math.min(place, LAST_VARIANT_BIT);
}

export function wordCount(segment: Segment): number {
  return segment.variantStart.length - 1;
}

/** The word that each variant belongs to. */
export function wordsOfVariants(variantStart: Uint32Array): Uint32Array {
  const words = new Uint32Array(variantStart[variantStart.length - 1] ?? 0);
  for (let word = 0; word + 1 < variantStart.length; word += 1) {
    words.fill(word, variantStart[word], variantStart[word + 1]);
  }
  return words;
}

export function emptyPairs(count: number): Uint32Array {
  return new Uint32Array(PAIR_ROWS * wordsOfBits(count));
}

type Section = Uint8Array | Uint16Array | Uint32Array;

function sectionsOf(segment: Segment): readonly Section[] {
  return [
    segment.ids,
    segment.words.bytes,
    segment.words.offsets,
    segment.variantStart,
    segment.variants.bytes,
    segment.variants.offsets,
    ...segment.fields.flatMap((field) => [field.start, field.articles, field.counts, field.marks]),
    segment.lengths,
    segment.streamStart,
    segment.stream,
    segment.pairs,
  ];
}

/** The widest of the numbers in them, in bytes: what a section must be aligned to, to be used where it lies. */
const ALIGNMENT = 4;

/**
 * A segment as runs of bytes, one for each of its arrays and one before them, in this machine's byte order (all that Docbao runs on
 * are little-endian). They are views on the segment.
 */
export function encodeSegment(segment: Segment): readonly Uint8Array[] {
  const header = Uint32Array.of(segment.count, segment.stream.BYTES_PER_ELEMENT);
  return [header, ...sectionsOf(segment)].map((section) => new Uint8Array(section.buffer, section.byteOffset, section.byteLength));
}

/**
 * The segment in `encodeSegment`'s bytes, as views on them.
 *
 * @throws {RangeError} where the bytes are not a segment.
 */
export function decodeSegment(sections: readonly Uint8Array[]): Segment {
  let next = 0;
  const bytes8 = (): Uint8Array => {
    const section = sections[next];
    if (section === undefined) throw new RangeError('A segment lacks a section.');
    next += 1;
    return section.byteOffset % ALIGNMENT === 0 ? section : section.slice();
  };
  const numbers16 = (): Uint16Array => {
    const { buffer, byteOffset, byteLength } = bytes8();
    return new Uint16Array(buffer, byteOffset, byteLength / 2);
  };
  const numbers32 = (): Uint32Array => {
    const { buffer, byteOffset, byteLength } = bytes8();
    return new Uint32Array(buffer, byteOffset, byteLength / 4);
  };
  const [count = 0, streamBytes = 2] = numbers32();
  return {
    count,
    ids: numbers32(),
    words: { bytes: bytes8(), offsets: numbers32() },
    variantStart: numbers32(),
    variants: { bytes: bytes8(), offsets: numbers32() },
    fields: Array.from({ length: FIELD_COUNT }, () => ({ start: numbers32(), articles: numbers16(), counts: bytes8(), marks: bytes8() })),
    lengths: numbers32(),
    streamStart: numbers32(),
    stream: streamBytes === 2 ? numbers16() : numbers32(),
    pairs: numbers32(),
  };
}
