/** A stretch of bytes: one part of a message, header and body. */
export interface PartRange {
  readonly start: number;
  readonly end: number;
}

/** RFC 2046, 5.1.1 allows 70 characters; what is longer by far is no boundary. */
const MOST_BOUNDARY = 400;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const DASH = 0x2d;

/**
 * The parts of a multipart body (RFC 2046, 5.1): what stands between its delimiter lines. Where the closing one is missing,
 * the last part goes to the end. What stands before the first and after the last is not for readers.
 */
export function* splitMultipart(bytes: Buffer, start: number, end: number, boundary: string): Generator<PartRange> {
  if (boundary.length > MOST_BOUNDARY) return;
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  let partStart = -1;
  for (let at = bytes.indexOf(delimiter, start); at >= 0 && at < end; at = bytes.indexOf(delimiter, at + 1)) {
    const line = delimiterLine(bytes, start, end, at, delimiter.length);
    if (line === null) continue;
    if (partStart >= 0) yield { start: partStart, end: Math.max(partStart, line.start) };
    if (line.isLast) return;
    partStart = line.end;
  }
  if (partStart >= 0 && partStart < end) yield { start: partStart, end };
}

interface DelimiterLine {
  /** Where the part before it ends: the line end that comes first belongs to the delimiter. */
  readonly start: number;
  /** Where the part after it begins. */
  readonly end: number;
  readonly isLast: boolean;
}

/** The delimiter line whose dashes are at `at`; null where other text has merely the same beginning. */
function delimiterLine(bytes: Buffer, start: number, end: number, at: number, length: number): DelimiterLine | null {
  if (at > start && bytes[at - 1] !== LINE_FEED) return null;
  let after = at + length;
  const isLast = bytes[after] === DASH && bytes[after + 1] === DASH;
  if (isLast) after += 2;
  while (after < end && (bytes[after] === 0x20 || bytes[after] === 0x09)) after += 1;
  if (bytes[after] === RETURN) after += 1;
  if (after < end && bytes[after] !== LINE_FEED) return null;
  let before = at;
  if (before > start && bytes[before - 1] === LINE_FEED) before -= 1;
  if (before > start && bytes[before - 1] === RETURN) before -= 1;
  return { start: before, end: Math.min(after + 1, end), isLast };
}
