import { Transform, type Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { DocbaoError } from '../../contract/domain/result.ts';
import { shownAddress } from './address.ts';
import type { FetchKind } from './types.ts';

const hasZstd = typeof zlib.createZstdDecompress === 'function';
/** What can be taken apart here: zstd only where Node's zlib has it (22.15 and newer). */
export const ACCEPT_ENCODING = hasZstd ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';
const MAX_ENCODINGS = 3;

const whatWords: Readonly<Record<FetchKind, string>> = { feed: 'a feed', page: 'a page', image: 'a picture', file: 'a file' };

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`;
}

/** The refusal of something too large. `announced` is what the server says it would send, null where the limit was run into. */
export function tooLarge(url: URL, kind: FetchKind, limitBytes: number, announced: number | null): DocbaoError {
  const shown = shownAddress(url);
  const size = announced === null ? 'is larger than' : `has ${megabytes(announced)}, more than`;
  const message = `${shown} ${size} Docbao accepts for ${whatWords[kind]} (${megabytes(limitBytes)}).`;
  const facts = { host: url.host, url: shown, limitBytes };
  return new DocbaoError('too-large', message, announced === null ? facts : { ...facts, bytes: announced });
}

/** Passes bytes on and fails as soon as there are more of them than allowed. */
class Meter extends Transform {
  readonly #limit: number;
  readonly #onExcess: () => Error;
  readonly #onBytes: (bytes: number) => void;
  #seen = 0;

  constructor(limit: number, onExcess: () => Error, onBytes: (bytes: number) => void) {
    super();
    this.#limit = limit;
    this.#onExcess = onExcess;
    this.#onBytes = onBytes;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: Error | null, data?: Buffer) => void): void {
    this.#seen += chunk.length;
    this.#onBytes(chunk.length);
    if (this.#seen > this.#limit) done(this.#onExcess());
    else done(null, chunk);
  }
}

/** The codings of a body in the order in which they were applied; `identity` left out. */
export function codingsOf(contentEncoding: string | null): readonly string[] {
  const names = (contentEncoding ?? '').toLowerCase().split(',');
  return names.map((name) => name.trim().replace(/^x-/, '')).filter((name) => name !== '' && name !== 'identity' && name !== 'none');
}

/** Whether a body that is declared gzip or deflate does not begin like one: servers that lie about it are common. */
function isPlainAfterAll(coding: string, first: Buffer): boolean {
  if (coding === 'gzip') return first.length >= 2 && (first[0] !== 0x1f || first[1] !== 0x8b);
  if (coding === 'zstd') return first.length >= 4 && first.readUInt32LE(0) !== 0xfd2fb528 && (first.readUInt32LE(0) & 0xfffffff0) !== 0x184d2a50;
  return false;
}

function decoderFor(coding: string, first: Buffer | null): Transform | null {
  if (coding === 'gzip') return zlib.createGunzip();
  if (coding === 'br') return zlib.createBrotliDecompress();
  if (coding === 'zstd' && hasZstd) return zlib.createZstdDecompress();
  if (coding !== 'deflate') return null;
  // "deflate" means zlib (RFC 9110 8.4.1.2), but bare deflate is sent too: the low half of the first byte tells (RFC 1950).
  const isZlib = first === null || first.length === 0 || ((first[0] ?? 0) & 0x0f) === 8;
  return isZlib ? zlib.createInflate() : zlib.createInflateRaw();
}

export interface BodyOptions {
  readonly url: URL;
  readonly kind: FetchKind;
  readonly contentEncoding: string | null;
  readonly limitBytes: number;
  /** How many of them are here from an earlier answer that broke. */
  readonly alreadyBytes: number;
  /** Called for each piece that came over the network. */
  readonly onTransferred: (bytes: number) => void;
}

/** Waits for the first piece of a stream and puts it back. Null where the stream is empty. */
async function peek(source: Readable): Promise<Buffer | null> {
  for (;;) {
    const chunk: unknown = source.read();
    if (chunk instanceof Buffer) {
      source.unshift(chunk);
      return chunk;
    }
    if (source.readableEnded) return null;
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error) => {
        source.off('readable', settle).off('end', settle).off('error', settle).off('close', settle);
        if (error instanceof Error) reject(error);
        else if (source.destroyed && !source.readableEnded) reject(source.errored ?? new Error('the stream was closed'));
        else resolve();
      };
      source.on('readable', settle).on('end', settle).on('error', settle).on('close', settle);
    });
  }
}

/** Joins streams so that the end or the fault of one reaches the next, and letting go of the last lets go of all. */
function chain(source: Readable, ...stages: readonly Transform[]): Readable {
  let last: Readable = source;
  for (const stage of stages) {
    const previous = last;
    previous.on('error', (error) => stage.destroy(error));
    previous.on('close', () => {
      if (!previous.readableEnded && !stage.destroyed) stage.destroy(previous.errored ?? undefined);
    });
    stage.on('close', () => previous.destroy());
    // Whoever reads the last stage sees the fault; a stage that nobody reads any more must not bring the process down.
    stage.on('error', () => undefined);
    previous.pipe(stage);
    last = stage;
  }
  return last;
}

/**
 * The body without its content codings, never more than `limitBytes` of it: neither on the wire nor decompressed (a bomb is
 * stopped when it passes the limit). The stream fails with `DocbaoError` `too-large` or `broken-transfer`, or with what the
 * transfer itself failed with.
 */
export async function decodedBody(raw: Readable, options: BodyOptions): Promise<AsyncIterable<Uint8Array>> {
  const excess = () => tooLarge(options.url, options.kind, options.limitBytes, null);
  const source = chain(raw, new Meter(options.limitBytes - options.alreadyBytes, excess, options.onTransferred));
  const codings = codingsOf(options.contentEncoding);
  if (codings.length === 0) return source;
  const unreadable = new DocbaoError('broken-transfer', `${options.url.host} sent a body in a coding Docbao does not know (${codings.join(', ').slice(0, 60)}).`, {
    host: options.url.host,
    url: shownAddress(options.url),
  });
  if (codings.length > MAX_ENCODINGS) throw unreadable;
  const first = await peek(source);
  const outermost = codings.at(-1) ?? '';
  if (first === null || isPlainAfterAll(outermost, first)) return source;
  const decoders = codings.toReversed().map((coding, index) => decoderFor(coding, index === 0 ? first : null));
  const known = decoders.filter((decoder) => decoder !== null);
  if (known.length < decoders.length) throw unreadable;
  return chain(source, ...known.flatMap((decoder) => [decoder, new Meter(options.limitBytes, excess, () => undefined)]));
}
