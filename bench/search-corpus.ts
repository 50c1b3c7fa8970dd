import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** An article of a corpus file: one JSON object a line. */
export interface CorpusArticle {
  readonly title: string;
  readonly lede: string;
  readonly body: string;
}

export const CORPUS_FOLDER = resolve(import.meta.dirname, '../../shared/data/corpus');

/** A seeded source of numbers in [0, 1): the same run every time (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The first `most` articles of a `.jsonl` or `.jsonl.xz` file. */
export async function readCorpus(file: string, most: number): Promise<CorpusArticle[]> {
  const child = file.endsWith('.xz') ? spawn('xz', ['-dc', file]) : spawn('cat', [file]);
  const articles: CorpusArticle[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (articles.length < most && line !== '') articles.push(toArticle(line));
    if (articles.length >= most) {
      child.kill();
      break;
    }
  }
  if (rest !== '' && articles.length < most) articles.push(toArticle(rest));
  return articles;
}

function toArticle(line: string): CorpusArticle {
  const { title, lede, body } = JSON.parse(line) as { title: string; lede: string | null; body: readonly string[] };
  return { title: title.normalize('NFC'), lede: (lede ?? '').normalize('NFC'), body: body.join('\n').normalize('NFC') };
}

/** How many of an invented article's words come from another article. */
const EXCHANGED = 0.3;

/** `count` articles: the corpus, then the corpus again and again with words exchanged between its articles. */
export function* stretch(corpus: readonly CorpusArticle[], count: number): Generator<CorpusArticle> {
  const random = randomNumbers(7);
  for (let number = 0; number < count; number += 1) {
    const article = corpus[number % corpus.length];
    const other = corpus[Math.floor(random() * corpus.length)];
    if (article === undefined || other === undefined) return;
    if (number < corpus.length) yield article;
    else yield { title: mix(article.title, other.title, random), lede: mix(article.lede, other.lede, random), body: mix(article.body, other.body, random) };
  }
}

function mix(text: string, other: string, random: () => number): string {
  const words = other.split(' ');
  return text.split(' ').map((word) => (random() < EXCHANGED ? (words[Math.floor(random() * words.length)] ?? word) : word)).join(' ');
}
