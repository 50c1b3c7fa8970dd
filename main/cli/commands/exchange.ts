import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { exportSubscriptions, importSubscriptions } from '../../exchange/subscriptions.ts';
import { UsageError, type Command, type CommandInput } from '../command.ts';

/** The largest subscription list that is read, in bytes. */
const MAX_LIST_BYTES = 50 * 1024 * 1024;

export const importCommand: Command = {
  usage: '<file.opml>',
  summary: 'subscribe to what a list names',
  options: {},
  words: [1, 1],
  check({ words }) {
    if (!['.opml', '.xml'].includes(extname(words[0] ?? '').toLowerCase())) throw new UsageError('import takes an .opml file.');
  },
  async run(library, { words }, output) {
    const outcome = importSubscriptions(library.store.write, await readList(words[0] ?? ''), Date.now());
    for (const { url, message } of outcome.skipped) output.progress(`skipped: ${url}: ${message}`);
    output.answer(outcome, `${outcome.added} of ${outcome.feeds} subscriptions added, ${outcome.skipped.length} skipped.`);
  },
};

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
