/** An image at one size. */
export interface Raster {
  /** Pixels, width and height. */
  readonly size: number;
  readonly png: Uint8Array;
  /** Rows from the top, four bytes a pixel, not premultiplied. */
  readonly rgba: Uint8Array;
}

/** Apple's four-letter types whose content is a PNG, by the pixels that each holds (Icon Services, `IconFamily`). */
const ICNS_TYPES: readonly (readonly [type: string, pixels: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
];

/** A macOS `.icns`: the word `icns`, the length, then each image with its type and length, big-endian. */
export function packIcns(rasters: readonly Raster[]): Buffer {
  const parts: Buffer[] = [];
  for (const [type, pixels] of ICNS_TYPES) {
    const raster = rasters.find((one) => one.size === pixels);
    if (raster !== undefined) parts.push(icnsBlock(type, raster.png));
  }
  return icnsBlock('icns', Buffer.concat(parts));
}

function icnsBlock(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

/**
 * A Windows `.ico`. Sizes under 256 are 32-bit bitmaps, which every tool that puts icons into programs understands;
 * 256 is a PNG.
 */
export function packIco(rasters: readonly Raster[]): Buffer {
  const images = rasters.map((raster) => (raster.size >= 256 ? Buffer.from(raster.png) : bitmap(raster)));
  const head = Buffer.alloc(6 + 16 * rasters.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(rasters.length, 4);
  let offset = head.length;
  for (const [index, { size }] of rasters.entries()) {
    const entry = 6 + 16 * index;
    const length = images[index]?.length ?? 0;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += length;
  }
  return Buffer.concat([head, ...images]);
}

/** BITMAPINFOHEADER of twice the height, pixels as BGRA from the bottom, then an empty mask of one bit a pixel. */
function bitmap({ size, rgba }: Raster): Buffer {
  const maskRow = Math.ceil(size / 32) * 4;
  const out = Buffer.alloc(40 + size * size * 4 + maskRow * size);
  out.writeUInt32LE(40, 0);
  out.writeInt32LE(size, 4);
  out.writeInt32LE(size * 2, 8);
  out.writeUInt16LE(1, 12);
  out.writeUInt16LE(32, 14);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4;
      const to = 40 + ((size - 1 - y) * size + x) * 4;
      out[to] = rgba[from + 2] ?? 0;
      out[to + 1] = rgba[from + 1] ?? 0;
      out[to + 2] = rgba[from] ?? 0;
      out[to + 3] = rgba[from + 3] ?? 0;
    }
  }
  return out;
}
