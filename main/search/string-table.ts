/** Strings as one run of UTF-8 and their offsets: loads without parsing. Sorted where `find` and `prefixRange` are used. */
export interface StringTable {
  readonly bytes: Uint8Array;
  /** One more than there are strings. */
  readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function makeStringTable(strings: readonly string[]): StringTable {
  const bytes = encoder.encode(strings.join(''));
  const offsets = new Uint32Array(strings.length + 1);
  let at = 0;
  strings.forEach((text, index) => {
    at += byteLength(text);
    offsets[index + 1] = at;
  });
  return { bytes, offsets };
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0xd800 || code > 0xdfff) bytes += 3;
    else bytes += 2;
  }
  return bytes;
}

/** The order in which tables are sorted: by code point, which is the order of their bytes. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (!/[\ud800-\uffff]/.test(a + b)) return a < b ? -1 : 1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function stringAt(table: StringTable, index: number): string {
  return decoder.decode(table.bytes.subarray(table.offsets[index], table.offsets[index + 1]));
}

export function encodeWord(word: string): Uint8Array {
  return encoder.encode(word);
}

/** Compares string `index` with `word`; with `isPrefix`, only as far as `word` goes. */
function compareAt(table: StringTable, index: number, word: Uint8Array, isPrefix: boolean): number {
  const start = table.offsets[index] ?? 0;
  const length = (table.offsets[index + 1] ?? 0) - start;
  const shared = Math.min(length, word.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (table.bytes[start + at] ?? 0) - (word[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return isPrefix && length >= word.length ? 0 : length - word.length;
}

function lowerBound(table: StringTable, word: Uint8Array, from: number, isAfter: (order: number) => boolean, isPrefix: boolean): number {
  let low = from;
  let high = table.offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(compareAt(table, middle, word, isPrefix))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of `word` in a sorted table, or -1. */
export function findString(table: StringTable, word: Uint8Array): number {
  const at = lowerBound(table, word, 0, (order) => order >= 0, false);
  return at < table.offsets.length - 1 && compareAt(table, at, word, false) === 0 ? at : -1;
}

/** Where the strings that begin with `prefix` lie in a sorted table: from `low`, below `high`. */
export function prefixRange(table: StringTable, prefix: Uint8Array): { readonly low: number; readonly high: number } {
  const low = lowerBound(table, prefix, 0, (order) => order >= 0, true);
  return { low, high: lowerBound(table, prefix, low, (order) => order > 0, true) };
}
