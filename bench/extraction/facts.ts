import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import { readDate, toEpoch, VIETNAM_OFFSET } from '../../main/extract/dates.ts';
import { bagOf, phraseOf, tokensOf } from './fingerprint.ts';

/** A key whose value has another form than was agreed says nothing: the other keys still count. */
const words = z.union([z.string(), z.array(z.string()).transform((parts) => parts.join('\n'))]).nullish().catch(null);
const list = z.union([z.array(z.string()), z.string().transform((one) => [one])]).nullish().catch(null);

/** `<name>.expected.json` of a `--corpus` folder. Every key is optional; a byline may be a list of names. */
const expectedSchema = z.object({
  url: words,
  title: words,
  lede: words,
  author: z.union([z.string(), z.array(z.string()).transform((names) => names[0] ?? null)]).nullish().catch(null),
  publishedAt: z.union([z.string(), z.number()]).nullish().catch(null),
  firstSentence: words,
  lastSentence: words,
  text: words,
  captions: list,
  images: z.union([z.number(), z.array(z.unknown()).transform((images) => images.length)]).nullish().catch(null),
  forbidden: list,
});

/** What a page's extraction is measured against; phrases and words as fingerprints. */
export interface Facts {
  readonly url: string | null;
  readonly title: string | null;
  readonly lede: string | null;
  readonly author: string | null;
  readonly publishedAt: number | null;
  /** Whether only the day is known, in Vietnam's zone. */
  readonly isDayOnly?: boolean | undefined;
  readonly firstSentence: string | null;
  readonly lastSentence: string | null;
  readonly bag: string | null;
  readonly captions: readonly string[] | null;
  readonly images: number | null;
  readonly forbidden: readonly string[];
}

const factsSchema = z.record(
  z.string(),
  z.object({
    url: z.string().nullable(), title: z.string().nullable(), lede: z.string().nullable(), author: z.string().nullable(),
    publishedAt: z.number().nullable(), isDayOnly: z.boolean().optional(), firstSentence: z.string().nullable(), lastSentence: z.string().nullable(), bag: z.string().nullable(),
    captions: z.array(z.string()).nullable(), images: z.number().nullable(), forbidden: z.array(z.string()),
  }),
);

/** Facts written down as fingerprints in the tree. */
export function readFingerprints(file: URL): Readonly<Record<string, Facts>> {
  return factsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Facts that stand beside a page in words, or why there are none. */
export function readExpected(file: string): Facts | string {
  if (!existsSync(file)) return 'there is no .expected.json beside it';
  try {
    const parsed = expectedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
    return parsed.success ? toFacts(parsed.data) : 'its .expected.json is no object';
  } catch {
    return 'its .expected.json is no JSON';
  }
}

/** Turns words into fingerprints; what is not given stays unknown. */
export function toFacts(expected: Partial<z.infer<typeof expectedSchema>>): Facts {
  const phrase = (text: string | null | undefined): string | null => (text === null || text === undefined || tokensOf(text).length === 0 ? null : phraseOf(text));
  return {
    url: URL.canParse(expected.url ?? '') ? (expected.url ?? null) : null,
    title: phrase(expected.title),
    lede: phrase(expected.lede),
    author: phrase(expected.author),
    ...dateOf(expected.publishedAt ?? null),
    firstSentence: phrase(expected.firstSentence),
    lastSentence: phrase(expected.lastSentence),
    bag: expected.text === null || expected.text === undefined ? null : bagOf(expected.text),
    captions: expected.captions?.map(phraseOf) ?? null,
    images: expected.images ?? null,
    forbidden: (expected.forbidden ?? []).filter((text) => tokensOf(text).length > 0).map(phraseOf),
  };
}

/** ISO 8601 with a zone as it is; whatever else pages print is read as Vietnam's time. Ten digits are seconds. */
function dateOf(value: string | number | null): { publishedAt: number | null; isDayOnly: boolean } {
  if (typeof value === 'number') return { publishedAt: value < 1e11 ? value * 1000 : value, isDayOnly: false };
  const written = value === null ? null : readDate(value);
  return { publishedAt: written === null ? null : toEpoch(written, VIETNAM_OFFSET), isDayOnly: written?.hasTime === false };
}
