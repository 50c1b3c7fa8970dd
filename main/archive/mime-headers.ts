/** The header of one part of a MIME message (RFC 2045): names in lower case, folded lines joined. */
export type MimeHeaders = ReadonlyMap<string, string>;

/** A header's bytes that are read; more is no header. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_FIELDS = 200;

/** A header, and where the body behind it begins. */
export interface HeaderBlock {
  readonly headers: MimeHeaders;
  readonly bodyStart: number;
}

/** Reads the header that begins at `start`; what has no empty line within bounds has no body. */
export function readHeaders(bytes: Buffer, start: number, end: number): HeaderBlock {
  const limit = Math.min(end, start + MOST_HEADER_BYTES);
  const text = bytes.toString('latin1', start, limit);
  // A part may have no header at all: then its empty line comes first.
  const blank = /^\r?\n|\r?\n[^\S\n]*\r?\n/.exec(text);
  const headerLength = blank === null ? text.length : blank.index;
  const bodyStart = blank === null ? limit : start + blank.index + blank[0].length;
  const headers = new Map<string, string>();
  for (const line of text.slice(0, headerLength).replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/, MOST_FIELDS)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    // The first of two is the one that counts: a second could only be there to confuse.
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, bodyStart };
}

/** The type of a part in lower case, without parameters; plain text where none is said (RFC 2045, 5.2). */
export function mediaType(headers: MimeHeaders): string {
  return /^[^\s;]+\/[^\s;]+/.exec(headers.get('content-type') ?? '')?.[0].toLowerCase() ?? 'text/plain';
}

const PARAMETER = /;\s*([\w*-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|([^\s;"]{1,2000}))/g;

/** A parameter of Content-Type, unquoted; null where there is none. */
export function typeParameter(headers: MimeHeaders, wanted: string): string | null {
  for (const [, name = '', quoted, plain] of (headers.get('content-type') ?? '').matchAll(PARAMETER)) {
    if (name.toLowerCase() === wanted) return quoted?.replace(/\\(.)/g, '$1') ?? plain ?? null;
  }
  return null;
}

const ENCODED_WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?\s]{0,4000})\?=/gi;

/** A header's text with its encoded words decoded (RFC 2047); what can't be decoded stays as it is written. */
export function headerText(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(ENCODED_WORD, (whole, charset: string, kind: string, text: string) => {
      const bytes = kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : Buffer.from(text.replace(/_/g, ' ').replace(/=([0-9a-f]{2})/gi, (_hex, code: string) => String.fromCharCode(Number.parseInt(code, 16))), 'latin1');
      try {
        return new TextDecoder(charset).decode(bytes);
      } catch {
        return whole;
      }
    });
}
