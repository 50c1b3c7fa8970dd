/** The kinds of file that Docbao keeps, told by their first bytes; what a server or a name says is not asked. */
export interface FileType {
  readonly extension: string;
  readonly mimeType: string;
}

/** How many of the first bytes are needed to tell a type. */
export const SNIFF_BYTES = 1024;

const PICTURES = {
  jpg: { extension: 'jpg', mimeType: 'image/jpeg' },
  png: { extension: 'png', mimeType: 'image/png' },
  gif: { extension: 'gif', mimeType: 'image/gif' },
  webp: { extension: 'webp', mimeType: 'image/webp' },
  avif: { extension: 'avif', mimeType: 'image/avif' },
  bmp: { extension: 'bmp', mimeType: 'image/bmp' },
  ico: { extension: 'ico', mimeType: 'image/x-icon' },
  svg: { extension: 'svg', mimeType: 'image/svg+xml' },
} as const satisfies Record<string, FileType>;

const FILES = {
  mp3: { extension: 'mp3', mimeType: 'audio/mpeg' },
  m4a: { extension: 'm4a', mimeType: 'audio/mp4' },
  mp4: { extension: 'mp4', mimeType: 'video/mp4' },
  ogg: { extension: 'ogg', mimeType: 'audio/ogg' },
  webm: { extension: 'webm', mimeType: 'video/webm' },
  pdf: { extension: 'pdf', mimeType: 'application/pdf' },
  epub: { extension: 'epub', mimeType: 'application/epub+zip' },
} as const satisfies Record<string, FileType>;

/** Bytes as a string of the same length, one character a byte. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

/** One thing that may stand before an XML document's root: a declaration, a comment, a DOCTYPE without entities. */
const BEFORE_ROOT = /^(?:\s+|<\?xml[^>]*\?>|<!DOCTYPE\s+svg[^[>]*>)/i;

/** An XML document whose root is svg. One that declares entities is refused: they multiply. */
function isSvg(head: Uint8Array): boolean {
  let text = latin1(head, 0, SNIFF_BYTES).replace(/^\u00ef\u00bb\u00bf/, '');
  for (;;) {
    if (text.startsWith('<!--')) {
      const end = text.indexOf('-->');
      if (end < 0) return false;
      text = text.slice(end + 3);
      continue;
    }
    const skipped = BEFORE_ROOT.exec(text)?.[0].length ?? 0;
    if (skipped === 0) return /^<svg[\s>]/i.test(text);
    text = text.slice(skipped);
  }
}

/** The picture type of a file by its first `SNIFF_BYTES` bytes, or null where it is none that a reader's window can show. */
export function sniffPicture(head: Uint8Array): FileType | null {
  const ascii = latin1(head, 0, 16);
  if (ascii.startsWith('\xff\xd8\xff')) return PICTURES.jpg;
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return PICTURES.png;
  if (ascii.startsWith('GIF87a') || ascii.startsWith('GIF89a')) return PICTURES.gif;
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return PICTURES.webp;
  if (ascii.slice(4, 8) === 'ftyp' && /avif|avis/.test(latin1(head, 8, 64))) return PICTURES.avif;
  if (ascii.startsWith('BM') && head.length > 26 && [12, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0)) return PICTURES.bmp;
  if (ascii.startsWith('\0\0\x01\0') && (head[4] ?? 0) > 0 && head[5] === 0) return PICTURES.ico;
  return isSvg(head) ? PICTURES.svg : null;
}

/** Whether bytes begin with an MPEG audio frame: eleven ones, a version, a layer, a bit rate and a sample rate that exist. */
function isMpegAudio(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3;
}

/** The type of an attached file (a programme, a document) or a picture, or null where it is none that Docbao keeps. */
export function sniffFile(head: Uint8Array): FileType | null {
  const picture = sniffPicture(head);
  if (picture !== null) return picture;
  const ascii = latin1(head, 0, 64);
  if (ascii.slice(4, 8) === 'ftyp') return /^M4[AB]/.test(ascii.slice(8)) ? FILES.m4a : FILES.mp4;
  if (ascii.startsWith('ID3') || isMpegAudio(head)) return FILES.mp3;
  if (ascii.startsWith('OggS')) return FILES.ogg;
  if (ascii.startsWith('\x1a\x45\xdf\xa3')) return ascii.includes('webm') ? FILES.webm : null;
  if (ascii.startsWith('%PDF-')) return FILES.pdf;
  return ascii.startsWith('PK') && ascii.slice(30).startsWith('mimetypeapplication/epub+zip') ? FILES.epub : null;
}

/** What a file that is no picture seems to be, for messages. */
export function describeContent(head: Uint8Array): string {
  if (head.length === 0) return 'it is empty';
  const text = latin1(head, 0, 256).trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html') || text.startsWith('<head')) return 'it is an HTML page';
  if (text.startsWith('{') || text.startsWith('[')) return 'it is JSON';
  if (text.startsWith('<')) return 'it is markup';
  return 'it is in a format Docbao does not know';
}
