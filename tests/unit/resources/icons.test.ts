import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string): Buffer => readFileSync(new URL(`../../../resources/icons/${name}`, import.meta.url));

/** Width and height of a PNG from its IHDR; throws where it is none. */
function pngSize(bytes: Buffer): readonly [width: number, height: number] {
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error('not a PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the icons', () => {
  it.each([16, 24, 32, 48, 64, 96, 128, 256, 512])('linux/%ix%i.png has the size that its name says', (size) => {
    expect(pngSize(read(`linux/${size}x${size}.png`))).toEqual([size, size]);
  });

  it('icon.png is 1024 pixels wide', () => {
    expect(pngSize(read('icon.png'))).toEqual([1024, 1024]);
  });

  it('icon.icns holds every size that macOS asks for, each a whole PNG', () => {
    const file = read('icon.icns');
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const found: Record<string, number> = {};
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      const [width] = pngSize(file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
      found[file.toString('latin1', at, at + 4)] = width;
    }
    expect(found).toEqual({ icp4: 16, icp5: 32, ic11: 32, icp6: 64, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 });
  });

  it('icon.ico holds 16 to 256 pixels: bitmaps with transparency, the largest a PNG', () => {
    const file = read('icon.ico');
    expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes: number[] = [];
    for (let entry = 6; entry < 6 + 16 * file.readUInt16LE(4); entry += 16) {
      const size = file.readUInt8(entry) || 256;
      const image = file.subarray(file.readUInt32LE(entry + 12)).subarray(0, file.readUInt32LE(entry + 8));
      expect(image.length).toBe(file.readUInt32LE(entry + 8));
      if (size === 256) expect(pngSize(image)).toEqual([256, 256]);
      else expect([image.readUInt32LE(0), image.readInt32LE(4), image.readInt32LE(8), image.readUInt16LE(14)]).toEqual([40, size, size * 2, 32]);
      sizes.push(size);
    }
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  });
});
