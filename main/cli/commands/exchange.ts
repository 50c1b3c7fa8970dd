import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { fileLines } from '../../exchange/file-lines.ts';
import { importArticles } from '../../exchange/import-articles.ts';
import { exportSubscriptions, importSubscriptions } from '../../exchange/subscriptions.ts';
import type { Library } from '../../sync/open-library.ts';
import { urlKey } from '../../sync/url-key.ts';
import { UsageError, type Command, type CommandInput, type Output } from '../command.ts';

/** The largest subscription list that is read, in bytes. */
const MAX_LIST_BYTES = 50 * 1024 * 1024;
/** A line of progress at most so often: somebody may be reading along. */
const PROGRESS_EVERY_MS = 1_000;
/** Lines that were skipped and are told one by one. */
const MOST_TOLD = 100;

export const importCommand: Command = {
  usage: '<file.opml|file.jsonl[.xz|.gz]>',
  summary: 'subscribe to what a list names, or take in articles, one JSON object a line',
  options: {},
  words: [1, 1],
  check({ words }) {
    if (!isList(words[0] ?? '') && !ARTICLE_FILE.test(words[0] ?? '')) throw new UsageError('import takes an .opml or a .jsonl file (.jsonl.xz, .jsonl.gz).');
  },
  async run(library, { words }, output) {
    const [file = ''] = words;
    if (!isList(file)) {
      await importArticleFile(library, file, output);
      return;
    }
    const outcome = importSubscriptions(library.store.write, await readList(file), Date.now());
    for (const { url, message } of outcome.skipped) output.progress(`skipped: ${url}: ${message}`);
    output.answer(outcome, `${outcome.added} of ${outcome.feeds} subscriptions added, ${outcome.skipped.length} skipped.`);
  },
};

const ARTICLE_FILE = /\.jsonl(\.xz|\.gz)?$/i;

function isList(file: string): boolean {
  return ['.opml', '.xml'].includes(extname(file).toLowerCase());
}

/** The index follows while the articles come in; the command ends when it has them all. */
async function importArticleFile(library: Library, file: string, output: Output): Promise<void> {
  const started = Date.now();
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop);
  let told = started;
  const outcome = await importArticles(library.store.write, fileLines(file), {
    urlKey,
    signal: abort.signal,
    onProgress(lines, imported) {
      void library.indexed();
      const now = Date.now();
      if (now - told < PROGRESS_EVERY_MS) return;
      told = now;
      output.progress(`${lines} lines, ${imported} new articles, ${Math.round((lines * 1000) / (now - started))} lines a second`);
    },
  }).finally(() => process.off('SIGINT', stop));
  await library.indexed();
  for (const { line, message } of outcome.skipped.slice(0, MOST_TOLD)) output.progress(`line ${line} skipped: ${message}`);
  const answer = { ...outcome, ms: Date.now() - started };
  output.answer(answer, `${answer.imported} imported, ${answer.updated} updated, ${answer.skipped.length} skipped in ${answer.ms} ms.`);
  if (abort.signal.aborted) output.failure('Cancelled; what had come in stays. Run it again to go on.');
}

async function readList(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new DocbaoError('file-unreadable', `The file ${file} can't be read (${error.code ?? error.message}).`, { file }, error);
  });
  if (bytes.byteLength > MAX_LIST_BYTES) throw new DocbaoError('too-large', `The file ${file} is larger than ${MAX_LIST_BYTES / 1024 / 1024} MB.`, { file });
  return new TextDecoder(declaredEncoding(bytes)).decode(bytes);
}

/** Byte order mark, else the XML declaration, else UTF-8. */
function declaredEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const declared = /encoding=["']([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}

export const exportCommand: Command = {
  usage: '--opml [<file>]',
  summary: 'write the subscriptions as a list, to a file or to stdout',
  options: { opml: { type: 'boolean' } },
  words: [0, 1],
  check({ options }: CommandInput) {
    if (options['opml'] !== true) throw new UsageError('Say what to export: --opml.');
  },
  async run(library, { words }, output) {
    const [file] = words;
    const text = exportSubscriptions(library.store.read, Date.now());
    if (file === undefined) {
      output.answer({ opml: text }, text.trimEnd());
      return;
    }
    await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
      throw new DocbaoError('file-unreadable', `The file ${file} can't be written (${error.code ?? error.message}).`, { file }, error);
    });
    output.answer({ file }, `Written to ${file}.`);
  },
};
