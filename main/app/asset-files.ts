import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** `<64 hex digits>.<extension>`: the only form of an asset's name, so that no name can lead out of the folder. */
const ASSET_NAME = /^([0-9a-f]{2})[0-9a-f]{62}\.([a-z0-9]{1,5})$/;

const MIME_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webm: 'video/webm',
  webp: 'image/webp',
};

/** An SVG opened by itself runs nothing and loads nothing; it may keep the styles inside it. */
const ASSET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const COMMON_HEADERS = {
  'content-security-policy': ASSET_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-site',
  'accept-ranges': 'bytes',
  // The name is the hash of the content.
  'cache-control': 'max-age=31536000, immutable',
} as const;

/** First and last byte, both inclusive (RFC 9110, section 14.1.2). */
interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Where an asset lies in the library's `assets` folder, or null where the name is not one. */
export function assetPath(assetsFolder: string, name: string): string | null {
  const match = ASSET_NAME.exec(name);
  return match?.[1] === undefined ? null : join(assetsFolder, match[1], name);
}

/**
 * One range of a `Range` header. `null` where the header is absent or of a form that may be ignored (several ranges,
 * another unit); `unsatisfiable` where it lies past the end.
 */
export function parseRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first >= size) return 'unsatisfiable';
  return first > last ? null : { first, last };
}

/** What kind of file a name says. */
export function assetType(name: string): string {
  return MIME_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** Answers a request for `docbao-asset://library/<name>` with the stored file, whole or in part, read as it is sent. */
export async function serveAsset(assetsFolder: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405);
  const name = url.pathname.slice(1);
  const path = url.host === 'library' ? assetPath(assetsFolder, name) : null;
  if (path === null) return plain(404);
  const size = await fileSize(path);
  if (size === null) return plain(404);
  const headers = new Headers(COMMON_HEADERS);
  headers.set('content-type', assetType(name));
  const range = parseRange(request.headers.get('range'), size);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  headers.set('content-length', String(size === 0 ? 0 : last - first + 1));
  if (range !== null) headers.set('content-range', `bytes ${first}-${last}/${size}`);
  const body = request.method === 'HEAD' || size === 0 ? null : streamOf(path, first, last);
  return new Response(body, { status: range === null ? 200 : 206, headers });
}

function streamOf(path: string, first: number, last: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream<Uint8Array>;
}

async function fileSize(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch {
    return null;
  }
}

function plain(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': ASSET_POLICY, 'x-content-type-options': 'nosniff' } });
}
