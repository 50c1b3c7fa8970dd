import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DocbaoError } from '../../contract/domain/result.ts';
import { MAX_LINE } from './article-lines.ts';

/**
 * The lines of a text file, `.gz` and `.xz` unpacked on the way (`.xz` by the system's `xz`). Lines end with `\n` alone:
 * text may hold U+2028, at which other readers of lines would break it.
 *
 * @throws {DocbaoError} `file-unreadable` where the file can't be read or unpacked
 */
export async function* fileLines(file: string): AsyncGenerator<string> {
  const unreadable = (error: unknown): DocbaoError => new DocbaoError('file-unreadable', `The file ${file} can't be read: ${(error as Error).message}.`, { file }, error);
  let rest = '';
  try {
    for await (const piece of openText(file)) {
      rest += piece;
      let start = 0;
      for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n', start)) {
        yield rest.slice(start, end);
        start = end + 1;
      }
      rest = rest.slice(start);
      if (rest.length > 2 * MAX_LINE) throw new Error('a line is longer than any article');
    }
  } catch (error) {
    throw unreadable(error);
  }
  if (rest !== '') yield rest;
}

async function* openText(file: string): AsyncGenerator<string> {
  if (file.endsWith('.xz')) {
    const xz = spawn('xz', ['-dc', '--', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    xz.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    const ended = once(xz, 'close').catch((error: unknown) => {
      throw new Error(`unpacking .xz needs the program xz (${(error as Error).message})`, { cause: error });
    });
    // A failure to start is told when its end is awaited.
    ended.catch(() => undefined);
    try {
      yield* pieces(xz.stdout);
    } finally {
      xz.kill();
    }
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new Error(said.trim() || `xz ended with ${code}`);
    return;
  }
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) {
    yield* pieces(bytes);
    return;
  }
  const gunzip = createGunzip();
  bytes.once('error', (error) => gunzip.destroy(error));
  yield* pieces(bytes.pipe(gunzip));
}

async function* pieces(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  for await (const piece of stream) yield piece as string;
}
