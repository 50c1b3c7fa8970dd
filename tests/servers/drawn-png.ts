import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A small PNG with two bands of colour that depend on `seed`: every address has its own picture, always the same. */
export function drawPng(seed: string, width: number, height: number): Buffer {
  const colours = createHash('sha256').update(seed).digest();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 2;
  const row = (from: number) => Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, colours.subarray(from, from + 3))]);
  const upperRows = Math.floor((height * ((colours[6] ?? 0) + 64)) / 384);
  const upper = Buffer.alloc(upperRows * (1 + width * 3), row(0));
  const lower = Buffer.alloc((height - upperRows) * (1 + width * 3), row(3));
  const end = chunk('IEND', Buffer.alloc(0));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat([upper, lower]), { level: 1 })), end]);
}

/** The picture that an address stands for: its size is read from the name (`..._180x108.jpg`), else 640 x 360. */
export function pictureFor(path: string): Buffer {
  const [, width, height] = /(\d{1,4})x(\d{1,4})/.exec(path) ?? [];
  const side = (text: string | undefined, otherwise: number) => Math.min(1600, Math.max(1, Number(text ?? otherwise)));
  return drawPng(path, side(width, 640), side(height, 360));
}
