import type { Outcome } from './extractors.ts';
import type { Facts } from './facts.ts';
import { countsOf, Haystack, phraseOf, tokensOf } from './fingerprint.ts';

/** One extractor's marks on one page; null where the page's facts say nothing of it. */
export interface Score {
  readonly f1: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly images: readonly [kept: number, expected: number] | null;
  /** Pictures beyond those expected. */
  readonly extraImages: number;
  readonly captions: readonly [kept: number, expected: number] | null;
  /** Captions that are in the text more than once. */
  readonly repeated: number;
  readonly leaks: number;
  readonly forbidden: number;
  /** Title, lede, author, date, first and last sentence: right of those that are known. */
  readonly fields: Readonly<Record<string, boolean>>;
  readonly ms: number;
  readonly error: string | null;
}

const DATE_TOLERANCE = 60_000;
const DAY = 86_400_000;

export function score(outcome: Outcome, facts: Facts): Score {
  const text = measuredText(outcome, facts);
  const haystack = new Haystack(text);
  const captions = facts.captions;
  const captionText = new Haystack(outcome.captions.join('\n'));
  const inBody = new Haystack(outcome.text);
  return {
    ...overlap(text, facts.bag),
    images: facts.images === null ? null : [Math.min(outcome.images, facts.images), facts.images],
    extraImages: facts.images === null ? 0 : Math.max(0, outcome.images - facts.images),
    captions: captions === null ? null : [captions.filter((caption) => captionText.count(caption) > 0).length, captions.length],
    repeated: (captions ?? []).filter((caption) => inBody.count(caption) > 1).length,
    leaks: facts.forbidden.filter((phrase) => haystack.count(phrase) > 0).length,
    forbidden: facts.forbidden.length,
    fields: fieldsOf(outcome, facts, haystack),
    ms: outcome.ms,
    error: outcome.error,
  };
}

/** The expected text may or may not open with the lede: where it does, the extractor's lede counts as text. */
function measuredText(outcome: Outcome, facts: Facts): string {
  if (outcome.lede === '') return outcome.text;
  if (new Haystack(outcome.text).count(phraseOf(outcome.lede)) > 0 || facts.bag === null) return outcome.text;
  const expected = countsOf({ bag: facts.bag });
  const words = countsOf({ text: outcome.lede });
  const own = countsOf({ text: outcome.text });
  let missing = 0;
  let total = 0;
  for (const [word, count] of words) {
    total += count;
    missing += Math.min(count, Math.max(0, (expected.get(word) ?? 0) - (own.get(word) ?? 0)));
  }
  return missing > total / 2 ? `${outcome.lede}\n${outcome.text}` : outcome.text;
}

function overlap(text: string, bag: string | null): { f1: number | null; precision: number | null; recall: number | null } {
  if (bag === null) return { f1: null, precision: null, recall: null };
  const expected = countsOf({ bag });
  const found = countsOf({ text });
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);
  let common = 0;
  for (const [word, count] of found) common += Math.min(count, expected.get(word) ?? 0);
  const precision = common === 0 ? 0 : common / sum(found);
  const recall = common === 0 ? 0 : common / sum(expected);
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function fieldsOf(outcome: Outcome, facts: Facts, haystack: Haystack): Record<string, boolean> {
  const fields: Record<string, boolean> = {};
  if (facts.title !== null) fields['title'] = phraseOf(outcome.title) === facts.title;
  if (facts.lede !== null) fields['lede'] = new Haystack(outcome.lede).count(facts.lede) > 0;
  if (facts.author !== null) fields['author'] = tokensOf(outcome.author).length > 0 && new Haystack(outcome.author).count(facts.author) > 0;
  if (facts.publishedAt !== null) fields['date'] = isSameTime(outcome.publishedAt, facts);
  if (facts.firstSentence !== null) fields['first'] = haystack.count(facts.firstSentence) > 0;
  if (facts.lastSentence !== null) fields['last'] = haystack.count(facts.lastSentence) > 0;
  return fields;
}

/** To the minute, or the day where no more is known. */
function isSameTime(found: number | null, { publishedAt, isDayOnly }: Facts): boolean {
  if (found === null || publishedAt === null) return false;
  return isDayOnly === true ? found >= publishedAt && found < publishedAt + DAY : Math.abs(found - publishedAt) < DATE_TOLERANCE;
}
