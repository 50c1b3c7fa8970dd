import { eachWord } from '../contract/domain/fold.ts';
import { randomNumbers, type CorpusArticle } from './search-corpus.ts';

/** A query whose best answer is known: the article that its words were taken from. */
export interface KnownQuery {
  readonly query: string;
  /** The article's number in the corpus. */
  readonly article: number;
}

export const QUERY_FORMS = ['title words with marks', 'title words without marks', 'phrase from a body', 'words in another order', 'typo in one word'] as const;
export type QueryForm = (typeof QUERY_FORMS)[number];

const TITLE_WORDS = 4;
const BODY_WORDS = 3;

export function wordsIn(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word.toLowerCase()));
  return words;
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

/** `count` queries of each form, from articles drawn at random. */
export function knownQueries(corpus: readonly CorpusArticle[], count: number, seed: number): Record<QueryForm, KnownQuery[]> {
  const random = randomNumbers(seed);
  const queries = Object.fromEntries(QUERY_FORMS.map((form) => [form, [] as KnownQuery[]])) as Record<QueryForm, KnownQuery[]>;
  while (queries['phrase from a body'].length < count) {
    const article = Math.floor(random() * corpus.length);
    const title = pick(wordsIn(corpus[article]?.title ?? ''), TITLE_WORDS, random);
    const body = pick(wordsIn(corpus[article]?.body ?? ''), BODY_WORDS, random);
    if (title === null || body === null) continue;
    const plain = title.map(withoutMarks);
    const add = (form: QueryForm, words: readonly string[]): void => void queries[form].push({ query: words.join(' '), article });
    add('title words with marks', title);
    add('title words without marks', plain);
    add('phrase from a body', body);
    add('words in another order', shuffled(title, random));
    add('typo in one word', misspelled(plain, random));
  }
  return queries;
}

/** What the search box holds after each key, while a title's first words are typed. */
export function keystrokes(corpus: readonly CorpusArticle[], titles: number, seed: number, hasMarks: boolean): string[] {
  const random = randomNumbers(seed);
  const typed: string[] = [];
  for (let title = 0; title < titles; title += 1) {
    const words = wordsIn(corpus[Math.floor(random() * corpus.length)]?.title ?? '').slice(0, 5).join(' ');
    const text = hasMarks ? words : withoutMarks(words);
    for (let end = 1; end <= text.length; end += 1) if (text[end - 1] !== ' ') typed.push(text.slice(0, end));
  }
  return typed;
}

function pick(words: readonly string[], count: number, random: () => number): string[] | null {
  if (words.length < count) return null;
  const from = Math.floor(random() * (words.length - count + 1));
  return words.slice(from, from + count);
}

function shuffled(words: readonly string[], random: () => number): string[] {
  const keyed = words.map((word) => ({ word, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ word }) => word);
}

/** One slip in one word: a letter left out, put in, wrong, or two exchanged. */
function misspelled(words: readonly string[], random: () => number): string[] {
  const chosen = Math.floor(random() * words.length);
  return words.map((word, at) => (at === chosen ? slip(word, random) : word));
}

function slip(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + word.slice(at, at + 2).split('').reverse().join('') + word.slice(at + 2);
}
