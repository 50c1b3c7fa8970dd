import { isSet } from './bits.ts';
import { freezeArticles } from './freeze.ts';
import { FIELD_COUNT, type IndexedArticle } from './fields.ts';
import { articleNumber, type Part } from './part.ts';
import { MOST_COUNTED, wordsOfVariants, type Segment } from './segment.ts';
import { stringAt } from './string-table.ts';

/** More sentences than this help nobody. */
const MOST_PROBLEMS = 20;

/** What the library says, for comparison. */
export interface LibraryWords {
  /** The ids of all articles. */
  readonly ids: readonly number[];
  /** The words of a sample of them. */
  readonly sample: readonly IndexedArticle[];
}

/** What of the index disagrees with the library, as sentences: which articles it holds, and a sample of them word by word. */
export function compareWithLibrary(parts: readonly Part[], library: LibraryWords): readonly string[] {
  const problems = [...compareIds(parts, library.ids), ...library.sample.flatMap((article) => compareWords(parts, article))];
  const rest = problems.length - MOST_PROBLEMS;
  return rest <= 0 ? problems : [...problems.slice(0, MOST_PROBLEMS), `The search index has ${rest} more such faults.`];
}

function compareIds(parts: readonly Part[], ids: readonly number[]): string[] {
  const wanted = new Set(ids);
  const seen = new Set<number>();
  const problems: string[] = [];
  for (const { segment, dead } of parts) {
    segment.ids.forEach((id, article) => {
      if (isSet(dead, article)) return;
      if (!wanted.has(id)) problems.push(`The search index holds article ${id}, which is not in the library.`);
      if (seen.has(id)) problems.push(`The search index holds article ${id} twice.`);
      seen.add(id);
    });
  }
  return [...problems, ...ids.filter((id) => !seen.has(id)).map((id) => `The search index lacks article ${id}.`)];
}

function compareWords(parts: readonly Part[], expected: IndexedArticle): string[] {
  const part = parts.find(({ segment, dead }) => {
    const article = articleNumber(segment, expected.id);
    return article >= 0 && !isSet(dead, article);
  });
  if (part === undefined) return [];
  const article = articleNumber(part.segment, expected.id);
  const alone = freezeArticles([expected]);
  for (let field = 0; field < FIELD_COUNT; field += 1) {
    const isSame = streamOf(part.segment, article, field) === streamOf(alone, 0, field);
    if (!isSame || !hasPostings(part.segment, article, field)) return [`The search index has other words for article ${expected.id} than the library.`];
  }
  return [];
}

/** The words of a field as one string. */
function streamOf(segment: Segment, article: number, field: number): string {
  const slot = article * FIELD_COUNT + field;
  const variants = segment.stream.subarray(segment.streamStart[slot], segment.streamStart[slot + 1]);
  return Array.from(variants, (variant) => stringAt(segment.variants, variant)).join(' ');
}

/** Whether every word of a field leads back to the article, as often as it stands there. */
function hasPostings(segment: Segment, article: number, field: number): boolean {
  const slot = article * FIELD_COUNT + field;
  const wordOf = wordsOfVariants(segment.variantStart);
  const counts = new Map<number, number>();
  for (const variant of segment.stream.subarray(segment.streamStart[slot], segment.streamStart[slot + 1])) {
    const word = wordOf[variant] ?? 0;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const postings = segment.fields[field];
  if (postings === undefined || segment.lengths[slot] !== counts.size) return false;
  return [...counts].every(([word, count]) => {
    const from = postings.start[word] ?? 0;
    const at = postings.articles.subarray(from, postings.start[word + 1]).indexOf(article);
    return at >= 0 && postings.counts[from + at] === Math.min(count, MOST_COUNTED);
  });
}
