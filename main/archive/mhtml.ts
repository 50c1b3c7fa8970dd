import { DocbaoError } from '../../contract/domain/result.ts';
import { headerText, mediaType, readHeaders, typeParameter, type MimeHeaders } from './mime-headers.ts';
import { splitMultipart } from './multipart.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** Parts inside parts inside parts: browsers nest two. */
const MOST_DEPTH = 6;
/** Parts of one archive, over all levels. */
const MOST_PARTS = 3000;
const PAGE_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

/** One file of an archive. */
export interface ArchivePart {
  readonly mediaType: string;
  /** The whole Content-Type, for its charset. */
  readonly contentType: string | null;
  /** Without its angle brackets. */
  readonly contentId: string | null;
  /** Content-Location as it is written: an address, a path, or nothing of sense. */
  readonly location: string | null;
  readonly bytes: Uint8Array;
}

/** A page with what it shows, in one file (MHTML, RFC 2557). */
export interface PageArchive {
  readonly page: ArchivePart;
  /** Everything besides the page. */
  readonly others: readonly ArchivePart[];
  /** The page's address as far as the archive says it; may be no web address. */
  readonly address: string | null;
  /** The page's title as the browser wrote it into the archive. */
  readonly title: string | null;
}

interface Reading {
  readonly bytes: Buffer;
  readonly parts: ArchivePart[];
}

/**
 * Reads an MHTML archive as browsers, Word and mail programs write it. An archive that is cut off gives what is there.
 *
 * @throws {DocbaoError} `no-article` where there is no page in it; `too-large` where it has more parts than any page shows
 */
export function readMhtml(bytes: Uint8Array, name: string): PageArchive {
  const reading: Reading = { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), parts: [] };
  const start = leadingBlanks(reading.bytes);
  const { headers } = readHeaders(reading.bytes, start, bytes.byteLength);
  if (!headers.has('content-type')) throw noPage(name);
  readEntity(reading, start, bytes.byteLength, 0, name);
  const page = rootOf(reading.parts, headers);
  if (page === null) throw noPage(name);
  const subject = headers.get('subject');
  return {
    page,
    others: reading.parts.filter((part) => part !== page),
    address: headers.get('snapshot-content-location') ?? page.location ?? headers.get('content-location') ?? null,
    title: subject === undefined ? null : headerText(subject).normalize('NFC').trim() || null,
  };
}

function noPage(name: string): DocbaoError {
  return new DocbaoError('no-article', `The file ${name} holds no web page.`, { file: name });
}

/** A byte order mark or empty lines that an editor left before the header. */
function leadingBlanks(bytes: Buffer): number {
  return /^(?:\u00ef\u00bb\u00bf)?\s{0,100}/.exec(bytes.toString('latin1', 0, 200))?.[0].length ?? 0;
}

function readEntity(reading: Reading, start: number, end: number, depth: number, name: string): void {
  const { headers, bodyStart } = readHeaders(reading.bytes, start, end);
  const boundary = mediaType(headers).startsWith('multipart/') ? typeParameter(headers, 'boundary') : null;
  if (boundary !== null && boundary !== '' && depth < MOST_DEPTH) {
    for (const part of splitMultipart(reading.bytes, bodyStart, end, boundary)) readEntity(reading, part.start, part.end, depth + 1, name);
    return;
  }
  if (reading.parts.length >= MOST_PARTS) throw new DocbaoError('too-large', `The file ${name} has more than ${MOST_PARTS} parts.`, { file: name });
  reading.parts.push(toPart(headers, reading.bytes.subarray(bodyStart, end)));
}

function toPart(headers: MimeHeaders, body: Buffer): ArchivePart {
  return {
    mediaType: mediaType(headers),
    contentType: headers.get('content-type') ?? null,
    contentId: withoutBrackets(headers.get('content-id')),
    location: headers.get('content-location')?.replace(/\s+/g, '') || null,
    bytes: decodeTransfer(body, headers.get('content-transfer-encoding')),
  };
}

function withoutBrackets(id: string | undefined): string | null {
  return id?.trim().replace(/^<|>$/g, '') || null;
}

/** The page: what `start` names (RFC 2387, 3.2), else the part at the snapshot's address, else the first page there is. */
function rootOf(parts: readonly ArchivePart[], headers: MimeHeaders): ArchivePart | null {
  const pages = parts.filter((part) => PAGE_TYPES.has(part.mediaType));
  const start = withoutBrackets(typeParameter(headers, 'start') ?? undefined);
  const snapshot = headers.get('snapshot-content-location');
  return pages.find((part) => start !== null && part.contentId === start) ?? pages.find((part) => snapshot !== undefined && part.location === snapshot) ?? pages[0] ?? null;
}
