import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Real articles, where this machine has them. */
export const CORPUS = fileURLToPath(new URL('../../../../shared/data/corpus/vietnews-22k.jsonl.xz', import.meta.url));

export interface CorpusArticle {
  readonly title: string;
  readonly lede: string;
  readonly text: string;
}

/** The first articles of the corpus. */
export async function readCorpus(count: number): Promise<readonly CorpusArticle[]> {
  const unpacking = spawn('xz', ['-dc', CORPUS], { stdio: ['ignore', 'pipe', 'ignore'] });
  const articles: CorpusArticle[] = [];
  for await (const line of createInterface({ input: unpacking.stdout })) {
    const { title, lede, body } = JSON.parse(line) as { title: string; lede: string; body: readonly string[] };
    articles.push({ title, lede, text: body.join('\n') });
    if (articles.length === count) break;
  }
  unpacking.kill();
  return articles;
}
