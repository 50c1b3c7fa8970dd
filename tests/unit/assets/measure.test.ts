import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurePicture } from '../../../main/assets/measure.ts';
import { describeContent, sniffFile, sniffPicture } from '../../../main/assets/sniff.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const padded = (head: Buffer, length = 64) => Buffer.concat([head, Buffer.alloc(Math.max(0, length - head.length))]);

const FRAME = [0xff, 0xc2, 0, 17, 8, 0, 200, 1, 64, 3];
const JFIF = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0];
const exif = (orientation: number) =>
  bytes([0xff, 0xd8, 0xff, 0xe1, 0, 34], 'Exif\0\0', 'MM', [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0], FRAME);

/** A header of every format, each of a picture of 320 x 200. */
const PICTURES = {
  jpg: padded(bytes(JFIF, [0xff, 0xff], FRAME.slice(1))),
  png: padded(bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 64, 0, 0, 0, 200])),
  gif: padded(bytes('GIF89a', [64, 1, 200, 0])),
  bmp: padded(bytes('BM', Array(12).fill(0), [40, 0, 0, 0, 64, 1, 0, 0], [0x38, 0xff, 0xff, 0xff])),
  webp: padded(bytes('RIFF', [60, 0, 0, 0], 'WEBPVP8 ', Array(7).fill(0), [0x9d, 0x01, 0x2a, 64, 1, 200, 0])),
  avif: padded(bytes([0, 0, 0, 28], 'ftypavif', Array(16).fill(0), [0, 0, 0, 20], 'ispe', [0, 0, 0, 0, 0, 0, 1, 64, 0, 0, 0, 200]), 200),
  svg: Buffer.from('<?xml version="1.0"?><!-- vẽ --><svg xmlns="http://www.w3.org/2000/svg" width="320px" height=\'200\'></svg>'),
};

const measured = (head: Buffer) => {
  const type = sniffPicture(head);
  return type === null ? null : { extension: type.extension, ...measurePicture(head, type) };
};

describe('a picture’s type and size', () => {
  it.each(Object.entries(PICTURES))('reads %s', (extension, head) => {
    expect(measured(head)).toEqual({ extension, width: 320, height: 200 });
  });

  it('reads the other forms of WebP, BMP and ICO', () => {
    const lossless = padded(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x31, 0]));
    const extended = padded(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', Array(8).fill(0), [0x3f, 1, 0, 199, 0, 0]));
    const old = padded(bytes('BM', Array(12).fill(0), [12, 0, 0, 0, 64, 1, 200, 0]));
    expect([lossless, extended, old].map(measured)).toEqual(['webp', 'webp', 'bmp'].map((extension) => ({ extension, width: 320, height: 200 })));
    expect(measured(padded(bytes([0, 0, 1, 0, 1, 0, 0, 32])))).toEqual({ extension: 'ico', width: 256, height: 32 });
  });

  it('turns a photo that its camera turned', () => {
    expect(measured(exif(1))).toMatchObject({ width: 320, height: 200 });
    expect(measured(exif(6))).toMatchObject({ width: 200, height: 320 });
  });

  it('takes the larger of an AVIF picture and its thumbnail', () => {
    const thumbnail = bytes('ispe', [0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0, 20]);
    expect(measured(Buffer.concat([PICTURES.avif, thumbnail]))).toMatchObject({ width: 320, height: 200 });
  });

  it('sizes an SVG by its view box where it has no sides', () => {
    expect(measured(Buffer.from('<svg viewBox="0 0 320.4 200">'))).toMatchObject({ width: 320, height: 200 });
    expect(measured(Buffer.from('<svg width="100%" height="auto">'))).toEqual({ extension: 'svg' });
  });

  it('tells no size where the header is cut off or absurd', () => {
    expect(measured(PICTURES.png.subarray(0, 20))).toEqual({ extension: 'png' });
    expect(measured(padded(bytes('GIF89a', [0, 0, 200, 0])))).toEqual({ extension: 'gif' });
    expect(measured(padded(bytes(JFIF, 'nothing that belongs here')))).toEqual({ extension: 'jpg' });
  });

  it.each(['<!DOCTYPE html><html>', '{"error":1}', '', 'BM and then text that goes on and on and on', '<html><svg></svg></html>', '%PDF-1.7', 'RIFF....AVI ', 'ID3'])(
    'takes %j for no picture',
    (text) => expect(sniffPicture(Buffer.from(text))).toBeNull(),
  );

  it('refuses an SVG that declares entities, and comments without end', () => {
    expect(sniffPicture(Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'))).toBeNull();
    expect(sniffPicture(Buffer.from('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>'))?.extension).toBeUndefined();
    expect(sniffPicture(Buffer.from(`<!--${'<!-- -->'.repeat(200)}`))).toBeNull();
  });

  it('answers for every byte string, and for every damage to a real header', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => void measured(Buffer.from(noise))));
    const header = fc.constantFrom(...Object.values(PICTURES), exif(6));
    fc.assert(
      fc.property(header, fc.array(fc.tuple(fc.nat(199), fc.nat(255)), { maxLength: 20 }), fc.nat(200), (head, hits, length) => {
        const damaged = Buffer.from(head.subarray(0, length));
        for (const [at, value] of hits) if (at < damaged.length) damaged[at] = value;
        const found = measured(damaged);
        if (found !== null && 'width' in found) expect(found.width).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('says what something seems to be that is no picture', () => {
  expect(describeContent(Buffer.from(' <!doctype HTML>'))).toBe('it is an HTML page');
  expect(describeContent(Buffer.from(''))).toBe('it is empty');
  expect(describeContent(Buffer.from('{}'))).toBe('it is JSON');
});

it('tells attached files by their first bytes', () => {
  const files: readonly (readonly [Buffer, string | null])[] = [
    [bytes('ID3', [4, 0, 0]), 'mp3'],
    [bytes([0xff, 0xfb, 0x90, 0x64]), 'mp3'],
    [bytes([0xff, 0xff, 0xff, 0xff]), null],
    [bytes([0, 0, 0, 32], 'ftypM4A '), 'm4a'],
    [bytes([0, 0, 0, 32], 'ftypisom'), 'mp4'],
    [bytes('OggS'), 'ogg'],
    [bytes([0x1a, 0x45, 0xdf, 0xa3], '....webm'), 'webm'],
    [bytes([0x1a, 0x45, 0xdf, 0xa3], '....matroska'), null],
    [bytes('%PDF-1.4'), 'pdf'],
    [bytes('PK', Array(28).fill(0), 'mimetypeapplication/epub+zip'), 'epub'],
    [bytes('PK', Array(28).fill(0), 'mimetypeapplication/java-archive'), null],
    [bytes('MZ'), null],
    [PICTURES.png, 'png'],
  ];
  expect(files.map(([head]) => sniffFile(padded(head))?.extension ?? null)).toEqual(files.map(([, extension]) => extension));
});
