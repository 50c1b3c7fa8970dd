/** What is known about the bytes besides themselves. */
export interface DecodeOptions {
  /** The Content-Type header as received. */
  readonly contentType: string | null;
  readonly kind: 'html' | 'xml' | 'text';
}

/** How far into a document a declaration of its encoding is looked for, in bytes (the HTML standard says 1,024). */
const DECLARATION_BYTES = 4096;
/** How much of a document the detection reads, in bytes. */
const SAMPLE_BYTES = 65_536;

/** Encodings that authors name when they never thought about it: their claim is weighed against the bytes. */
const CARELESS_LABELS: ReadonlySet<string> = new Set(['windows-1252', 'utf-8', 'windows-1258']);

/** What windows-1252 has where ISO 8859-1 has control characters (0x80-0x9F). */
const WINDOWS_1252_UPPER =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/**
 * Bytes to text, whatever their labels claim: a byte order mark decides; then bytes that are valid UTF-8 are UTF-8;
 * then what the header, the XML prolog or a meta element declares, if the bytes can be that; then windows-1258 where
 * its tone marks stand on vowels, or else windows-1252. The answer is NFC, without byte order mark. Never throws:
 * what can't be decoded becomes U+FFFD.
 */
export function decodeBody(bytes: Uint8Array, options: DecodeOptions): string {
  const encoding = chooseEncoding(bytes, options);
  const text = decodeAs(bytes, encoding);
  return (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).normalize('NFC');
}

function chooseEncoding(bytes: Uint8Array, options: DecodeOptions): string {
  const marked = fromByteOrderMark(bytes) ?? fromZeroBytes(bytes);
  if (marked !== null) return marked;
  const { isValid, characters, errors } = scanUtf8(bytes);
  const declared = declaredEncoding(bytes, options);
  // ISO-2022-JP and its like are ASCII to the eye: only their label tells.
  if (isValid) return characters === 0 && declared === 'iso-2022-jp' ? declared : 'utf-8';
  if (declared !== null && !CARELESS_LABELS.has(declared)) return isVietnamese1258(bytes, CERTAIN_TONES) ? 'windows-1258' : declared;
  // A few bad bytes in a text full of good sequences: UTF-8 that was cut or patched, not another encoding.
  if (characters >= errors * 10) return 'utf-8';
  if (declared === 'windows-1258' || isVietnamese1258(bytes)) return 'windows-1258';
  return 'windows-1252';
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  // Node 20 decodes this label as ISO 8859-1.
  return text.replace(/[\x80-\x9F]/g, (control) => WINDOWS_1252_UPPER.charAt(control.charCodeAt(0) - 0x80));
}

function fromByteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: markup and spaces leave zero bytes at every other place and nowhere else. */
function fromZeroBytes(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, DECLARATION_BYTES) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const enough = length / 8;
  if (odd > enough && even < odd / 20) return 'utf-16le';
  if (even > enough && odd < even / 20) return 'utf-16be';
  return null;
}

interface Utf8Scan {
  readonly isValid: boolean;
  /** Well-formed sequences of several bytes. */
  readonly characters: number;
  /** Sequences that are not UTF-8. */
  readonly errors: number;
}

function scanUtf8(bytes: Uint8Array): Utf8Scan {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { isValid: true, characters: text.length === bytes.length ? 0 : 1, errors: 0 };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const errors = text.match(/\uFFFD+/g)?.length ?? 0;
    const characters = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
    return { isValid: false, characters, errors };
  }
}

function declaredEncoding(bytes: Uint8Array, { contentType, kind }: DecodeOptions): string | null {
  const header = /charset\s*=[\s"']*([\w.:-]+)/i.exec((contentType ?? '').slice(0, 1000))?.[1];
  const fromHeader = toEncoding(header);
  if (kind === 'text') return fromHeader;
  // Markup in UTF-16 was recognised by its zero bytes: what has none is something else, whatever it says.
  if (fromHeader !== null && !fromHeader.startsWith('utf-16')) return fromHeader;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_BYTES)).toString('latin1');
  const prolog = /<\?xml[^>]*?\sencoding\s*=[\s"']*([\w.:-]+)/i.exec(head)?.[1];
  const meta = kind === 'html' ? /<meta[^>]*?charset\s*=[\s"']*([\w.:-]+)/i.exec(head)?.[1] : undefined;
  const encoding = toEncoding(prolog) ?? toEncoding(meta);
  return encoding?.startsWith('utf-16') === true ? null : encoding;
}

/** The canonical name of a label, or null where no decoder knows it. */
function toEncoding(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    if (encoding === 'iso-8859-1' || encoding === 'latin1' || encoding === 'us-ascii') return 'windows-1252';
    return encoding;
  } catch {
    return null;
  }
}

/** Vowels that carry a tone in windows-1258: aeiouy, and â ă ê ô ơ ư, in both cases. */
const VOWELS_1258: ReadonlySet<number> = new Set([
  ...Buffer.from('aeiouyAEIOUY', 'latin1'),
  ...[0xe2, 0xc2, 0xe3, 0xc3, 0xea, 0xca, 0xf4, 0xd4, 0xf5, 0xd5, 0xfd, 0xdd],
]);
/** So many of them speak louder than a label. */
const CERTAIN_TONES = 8;
/** Combining grave, hook above, tilde, acute and dot below. */
const TONES_1258: ReadonlySet<number> = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);

/**
 * Vietnamese in windows-1258 writes most tones as a byte after the vowel; in western languages the same bytes are
 * letters that seldom follow one (Italian `può` does, `lunedì` does not).
 */
function isVietnamese1258(bytes: Uint8Array, least = 3): boolean {
  let onVowel = 0;
  let elsewhere = 0;
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  for (let at = 1; at < length; at += 1) {
    if (!TONES_1258.has(bytes[at] ?? 0)) continue;
    if (VOWELS_1258.has(bytes[at - 1] ?? 0)) onVowel += 1;
    else elsewhere += 1;
  }
  return onVowel >= least && onVowel > elsewhere * 19;
}
