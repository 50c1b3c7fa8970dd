import { latin1, type FileType } from './sniff.ts';

/** Pixels as the picture is shown (a photo turned by its EXIF orientation counts as turned). */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** How many of the first bytes `measurePicture` may need: JPEG keeps its size behind previews and colour profiles. */
export const MEASURE_BYTES = 512 * 1024;

const MAX_JPEG_SEGMENTS = 2_000;
const MAX_SIDE = 1_000_000;

type Measure = (view: DataView, bytes: Uint8Array) => PixelSize | null;

/** Whether EXIF data (TIFF inside an APP1 segment) turns the picture on its side. */
function isTurned(view: DataView, start: number, end: number): boolean {
  if (start + 14 > end || view.getUint32(start) !== 0x45786966) return false;
  const tiff = start + 6;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > end) return false;
  const count = Math.min(view.getUint16(directory, isLittle), 100);
  for (let entry = directory + 2; entry + 12 <= end && entry < directory + 2 + count * 12; entry += 12) {
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle) >= 5;
  }
  return false;
}

const jpeg: Measure = (view) => {
  let at = 2;
  let turned = false;
  for (let segments = 0; segments < MAX_JPEG_SEGMENTS && at + 9 <= view.byteLength; segments += 1) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    }
    if (marker === 0xe1) turned ||= isTurned(view, at + 4, Math.min(at + 2 + length, view.byteLength));
    at += 2 + length;
  }
  return null;
};

const png: Measure = (view) => ({ width: view.getUint32(16), height: view.getUint32(20) });

const gif: Measure = (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) });

const bmp: Measure = (view) =>
  view.getUint32(14, true) === 12
    ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
    : { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };

const ico: Measure = (view) => ({ width: view.getUint8(6) || 256, height: view.getUint8(7) || 256 });

const webp: Measure = (view, bytes) => {
  const form = latin1(bytes, 12, 16);
  if (form === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (form !== 'VP8X') return null;
  const triple = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1;
  return { width: triple(24), height: triple(27) };
};

/** AVIF: the largest `ispe` property (ISO/IEC 23008-12 6.5.3); thumbnails and alpha planes have their own, smaller or equal. */
const avif: Measure = (view, bytes) => {
  const text = latin1(bytes, 0, Math.min(bytes.length, 64 * 1024));
  let best: PixelSize | null = null;
  for (let at = text.indexOf('ispe'); at >= 0 && at + 16 <= text.length; at = text.indexOf('ispe', at + 4)) {
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (best === null || size.width * size.height > best.width * best.height) best = size;
  }
  return best;
};

const svg: Measure = (_view, bytes) => {
  const tag = /<svg\b[^>]{0,4000}/i.exec(latin1(bytes, 0, 16 * 1024))?.[0] ?? '';
  const side = (name: string) => Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*(\\d{1,6}(?:\\.\\d{1,6})?)(?:px)?\\s*["']`, 'i').exec(tag)?.[1] ?? 0);
  const [width, height] = [Math.round(side('width')), Math.round(side('height'))];
  if (width > 0 && height > 0) return { width, height };
  const box = /\sviewBox\s*=\s*["']\s*([^"']{1,100})["']/i.exec(tag)?.[1]?.trim().split(/[\s,]+/).map(Number) ?? [];
  return { width: Math.round(box[2] ?? 0), height: Math.round(box[3] ?? 0) };
};

const MEASURES: Readonly<Record<string, Measure>> = { jpg: jpeg, png, gif, bmp, ico, webp, avif, svg };

/**
 * The size of a picture, read from its header alone: nothing is decoded. `head` is its first `MEASURE_BYTES` bytes, or all of
 * it. Null where the header is cut off, broken or says something absurd.
 */
export function measurePicture(head: Uint8Array, type: FileType): PixelSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    const size = MEASURES[type.extension]?.(view, head) ?? null;
    const isSane = size !== null && size.width > 0 && size.height > 0 && size.width <= MAX_SIDE && size.height <= MAX_SIDE;
    return isSane ? { width: size.width, height: size.height } : null;
  } catch (error) {
    // Reading past the end of the header: it is cut off.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
