import { spawn } from 'node:child_process';
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
  let rest = '';
  for await (const text of unpacking.stdout.setEncoding('utf8')) {
    // Not by readline, which takes U+2028 inside a text for the end of a line.
    const lines = (rest + String(text)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) articles.push(articleOf(line));
    if (articles.length >= count) break;
  }
  unpacking.kill();
  return articles.slice(0, count);
}

function articleOf(line: string): CorpusArticle {
  const { title, lede, body } = JSON.parse(line) as { title: string; lede: string; body: readonly string[] };
  return { title, lede, text: body.join('\n') };
}
