import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import { bagOf, phraseOf } from './fingerprint.ts';

const text = z.string().optional();

/** `<name>.expected.json` of a `--corpus` folder. Every key is optional. */
const expectedSchema = z.object({
  url: text,
  title: text.nullable(),
  lede: text.nullable(),
  author: text.nullable(),
  publishedAt: z.union([z.string(), z.number()]).nullish(),
  firstSentence: text.nullable(),
  lastSentence: text.nullable(),
  text: text.nullable(),
  captions: z.array(z.string()).nullish(),
  images: z.number().nullish(),
  forbidden: z.array(z.string()).nullish(),
});

/** What a page's extraction is measured against; phrases and words as fingerprints. */
export interface Facts {
  readonly url: string | null;
  readonly title: string | null;
  readonly lede: string | null;
  readonly author: string | null;
  readonly publishedAt: number | null;
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
    publishedAt: z.number().nullable(), firstSentence: z.string().nullable(), lastSentence: z.string().nullable(), bag: z.string().nullable(),
    captions: z.array(z.string()).nullable(), images: z.number().nullable(), forbidden: z.array(z.string()),
  }),
);

/** Facts written down as fingerprints in the tree. */
export function readFingerprints(file: URL): Readonly<Record<string, Facts>> {
  return factsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Facts that stand beside a page in words. */
export function readExpected(file: string): Facts | null {
  if (!existsSync(file)) return null;
  const parsed = expectedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? toFacts(parsed.data) : null;
}

/** Turns words into fingerprints; what is not given stays unknown. */
export function toFacts(expected: z.infer<typeof expectedSchema>): Facts {
  const phrase = (words: string | null | undefined): string | null => (words === null || words === undefined || words.trim() === '' ? null : phraseOf(words));
  const date = expected.publishedAt === null || expected.publishedAt === undefined ? Number.NaN : new Date(expected.publishedAt).getTime();
  return {
    url: expected.url ?? null,
    title: phrase(expected.title),
    lede: phrase(expected.lede),
    author: phrase(expected.author),
    publishedAt: Number.isNaN(date) ? null : date,
    firstSentence: phrase(expected.firstSentence),
    lastSentence: phrase(expected.lastSentence),
    bag: expected.text === null || expected.text === undefined ? null : bagOf(expected.text),
    captions: expected.captions?.map(phraseOf) ?? null,
    images: expected.images ?? null,
    forbidden: (expected.forbidden ?? []).map(phraseOf),
  };
}
