import { resolve } from 'node:path';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { toReaderError } from '../../../contract/domain/result.ts';
import { getArticleSummaries } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { Command, Output } from '../command.ts';

interface Saved {
  readonly id: ArticleId;
  readonly title: string;
  readonly url: string | null;
}

export const save: Command = {
  usage: '<url|file|folder>...',
  summary: 'save web pages, and local .html, .mhtml, .txt and .md files, alone or whole folders of them',
  options: {},
  words: [1, 1000],
  async run(library, { words }, output) {
    const stop = new AbortController();
    const onInterrupt = (): void => {
      stop.abort();
      library.files.cancel();
    };
    process.once('SIGINT', onInterrupt);
    const ids: ArticleId[] = [];
    for (const word of words) {
      if (stop.signal.aborted) break;
      const saved = /^https?:\/\//i.test(word) ? savePage(library, word, output, stop.signal) : saveFiles(library, word, output);
      ids.push(...(await saved));
    }
    process.off('SIGINT', onInterrupt);
    if (stop.signal.aborted) output.failure('Cancelled; what was saved stays.');
    const saved = getArticleSummaries(library.store.read, ids).map(({ id, title, url }): Saved => ({ id, title, url }));
    output.answer(saved, saved.map(({ id, title }) => `${id}  ${title}`).join('\n'));
  },
};

async function savePage(library: Library, url: string, output: Output, signal: AbortSignal): Promise<ArticleId[]> {
  try {
    const id = await library.savePage(url, signal);
    output.progress(`saved: ${url}`);
    return [id];
  } catch (error) {
    if (!signal.aborted) output.failure(`${url}: ${toReaderError(error).message}`);
    return [];
  }
}

/** Files that were not read are named one by one; the others are saved all the same. */
async function saveFiles(library: Library, word: string, output: Output): Promise<ArticleId[]> {
  const ids: ArticleId[] = [];
  const outcome = await library.files.start([resolve(word)], (id, name) => {
    ids.push(id);
    output.progress(`saved: ${name}`);
  });
  // A file is named as the user named it; those inside a folder by their path in it.
  for (const { name, error } of outcome.failed) output.failure(`${name.includes('/') ? name : word}: ${error.message}`);
  const unnamed = outcome.failedCount - outcome.failed.length;
  if (unnamed > 0) output.failure(`${unnamed} more files could not be read.`);
  if (outcome.wasCut) output.failure(`${word} holds more files than can be saved at once: save its folders one by one.`);
  return ids;
}
