import { FIELD_COUNT } from './fields.ts';
import { emptyPairs, MOST_COUNTED, pairRow, variantBit, wordsOfBits, wordsOfVariants, type Postings, type Segment } from './segment.ts';
import { finish, type Steps } from './steps.ts';
import { compareStrings, makeStringTable } from './string-table.ts';

/** Articles as runs of numbered variants: what a segment is assembled from. */
export interface WordStreams {
  /** Article ids, ascending. */
  readonly ids: Uint32Array;
  /** Each variant's two forms, in any order. */
  readonly variants: readonly { readonly folded: string; readonly marked: string }[];
  /** As in `Segment`, with numbers that point into `variants`. */
  readonly streamStart: Uint32Array;
  readonly stream: Uint32Array;
}

interface Numbering {
  readonly words: readonly string[];
  readonly marked: readonly string[];
  readonly variantStart: Uint32Array;
  /** Number in `WordStreams.variants` -> number in the segment. */
  readonly renumbered: Uint32Array;
}

/** How often a word stands in a field of each article that has it, article numbers ascending. */
export type WordCounts = (word: string, field: number) => ReadonlyMap<number, number> | undefined;

/** As `assembling`, at once. */
export function assembleSegment(streams: WordStreams, counts?: WordCounts): Segment {
  return finish(assembling(streams, counts));
}

/**
 * Builds a segment. The same articles give the same segment, whatever order their variants were numbered in.
 *
 * @param counts the words as an indexer has counted them; left out, they are counted from the streams
 */
export function* assembling(streams: WordStreams, counts?: WordCounts): Steps<Segment> {
  const { words, marked, variantStart, renumbered } = numberVariants(streams);
  yield;
  const stream = marked.length <= 0x10000 ? new Uint16Array(streams.stream.length) : new Uint32Array(streams.stream.length);
  for (let at = 0; at < stream.length; at += 1) stream[at] = renumbered[streams.stream[at] ?? 0] ?? 0;
  yield;
  const count = streams.ids.length;
  const source = { count, streamStart: streams.streamStart, stream, variantStart, wordOf: wordsOfVariants(variantStart) };
  const fields: Postings[] = [];
  for (let field = 0; field < FIELD_COUNT; field += 1) {
    const counted = counts === undefined ? countPostings(source, field) : readPostings(words, field, counts);
    yield;
    fields.push(withMarks(source, field, counted));
    yield;
  }
  const pairs = emptyPairs(count);
  for (let field = 0; field < FIELD_COUNT; field += 1) {
    collectPairs(source, field, pairs);
    yield;
  }
  return {
    count,
    ids: streams.ids,
    words: makeStringTable(words),
    variantStart,
    variants: makeStringTable(marked),
    fields,
    lengths: countLengths(fields, count),
    streamStart: streams.streamStart,
    stream,
    pairs,
  };
}

function numberVariants(streams: WordStreams): Numbering {
  const uses = new Uint32Array(streams.variants.length);
  for (const variant of streams.stream) uses[variant] = (uses[variant] ?? 0) + 1;
  const order = [...streams.variants.keys()].filter((variant) => uses[variant] !== 0);
  const formOf = (variant: number): { folded: string; marked: string } => streams.variants[variant] ?? { folded: '', marked: '' };
  order.sort((a, b) => {
    const first = formOf(a);
    const second = formOf(b);
    return compareStrings(first.folded, second.folded) || (uses[b] ?? 0) - (uses[a] ?? 0) || compareStrings(first.marked, second.marked);
  });
  const words: string[] = [];
  const starts: number[] = [];
  const renumbered = new Uint32Array(streams.variants.length);
  order.forEach((variant, place) => {
    const { folded } = formOf(variant);
    if (words.at(-1) !== folded) {
      words.push(folded);
      starts.push(place);
    }
    renumbered[variant] = place;
  });
  return { words, marked: order.map((variant) => formOf(variant).marked), variantStart: Uint32Array.from([...starts, order.length]), renumbered };
}

interface StreamSource {
  readonly count: number;
  readonly streamStart: Uint32Array;
  readonly stream: Uint16Array | Uint32Array;
  readonly variantStart: Uint32Array;
  readonly wordOf: Uint32Array;
}

/** Calls `visit` for each word of a field of each article. */
function eachOccurrence(source: StreamSource, field: number, visit: (article: number, word: number, variant: number) => void): void {
  for (let article = 0; article < source.count; article += 1) {
    const slot = article * FIELD_COUNT + field;
    const end = source.streamStart[slot + 1] ?? 0;
    for (let at = source.streamStart[slot] ?? 0; at < end; at += 1) {
      const variant = source.stream[at] ?? 0;
      visit(article, source.wordOf[variant] ?? 0, variant);
    }
  }
}

type Counted = Omit<Postings, 'marks'>;

function readPostings(words: readonly string[], field: number, counts: WordCounts): Counted {
  const start = new Uint32Array(words.length + 1);
  const found = words.map((word) => counts(word, field));
  found.forEach((articles, word) => {
    start[word + 1] = (start[word] ?? 0) + (articles?.size ?? 0);
  });
  const size = start[words.length] ?? 0;
  const postings = { start, articles: new Uint16Array(size), counts: new Uint8Array(size) };
  let entry = 0;
  for (const articles of found) {
    if (articles === undefined) continue;
    for (const [article, count] of articles) {
      postings.articles[entry] = article;
      postings.counts[entry] = Math.min(count, MOST_COUNTED);
      entry += 1;
    }
  }
  return postings;
}

function countPostings(source: StreamSource, field: number): Counted {
  const total = source.variantStart.length - 1;
  const start = new Uint32Array(total + 1);
  const lastArticle = new Int32Array(total).fill(-1);
  eachOccurrence(source, field, (article, word) => {
    if (lastArticle[word] === article) return;
    lastArticle[word] = article;
    start[word + 1] = (start[word + 1] ?? 0) + 1;
  });
  for (let word = 0; word < total; word += 1) start[word + 1] = (start[word + 1] ?? 0) + (start[word] ?? 0);
  const size = start[total] ?? 0;
  const articles = new Uint16Array(size);
  const counts = new Uint8Array(size);
  const next = start.slice();
  lastArticle.fill(-1);
  eachOccurrence(source, field, (article, word) => {
    if (lastArticle[word] !== article) {
      lastArticle[word] = article;
      next[word] = (next[word] ?? 0) + 1;
    }
    const entry = (next[word] ?? 1) - 1;
    articles[entry] = article;
    if (counts[entry] !== MOST_COUNTED) counts[entry] = (counts[entry] ?? 0) + 1;
  });
  return { start, articles, counts };
}

function withMarks(source: StreamSource, field: number, counted: Counted): Postings {
  const { start, articles } = counted;
  const marks = new Uint8Array(articles.length);
  const current = start.slice();
  eachOccurrence(source, field, (article, word, variant) => {
    let entry = current[word] ?? 0;
    if (articles[entry] !== article) entry += 1;
    current[word] = entry;
    marks[entry] = (marks[entry] ?? 0) | variantBit(variant - (source.variantStart[word] ?? 0));
  });
  return { ...counted, marks };
}

function countLengths(fields: readonly Postings[], count: number): Uint32Array {
  const lengths = new Uint32Array(count * FIELD_COUNT);
  fields.forEach(({ articles }, field) => {
    for (const article of articles) {
      const slot = article * FIELD_COUNT + field;
      lengths[slot] = (lengths[slot] ?? 0) + 1;
    }
  });
  return lengths;
}

function collectPairs(source: StreamSource, field: number, pairs: Uint32Array): void {
  const width = wordsOfBits(source.count);
  let lastArticle = -1;
  let lastWord = -1;
  eachOccurrence(source, field, (article, word) => {
    if (article === lastArticle) {
      const place = pairRow(lastWord, word) * width + (article >>> 5);
      pairs[place] = (pairs[place] ?? 0) | (1 << (article & 31));
    }
    lastArticle = article;
    lastWord = word;
  });
}
