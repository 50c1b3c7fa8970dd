import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

// The structure is that of PKWARE's APPNOTE 6.3: local headers and data, a central directory, its end record.
const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const STORED = 0;

interface ZipEntry {
  readonly name: string;
  readonly mode: number;
  readonly method: number;
  readonly checksum: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/**
 * Unpacks some of a ZIP file, one entry in memory at a time. Entries of Electron's size and kind: no ZIP64, no encryption.
 * @param choose gives the path to write an entry to, relative to `folder`, or null to leave it out.
 * @throws Error when the file is cut off, an entry does not match its checksum, or a path leads out of the folder.
 */
export async function unpackZip(zipFile: string, folder: string, choose: (name: string) => string | null): Promise<void> {
  const file = openSync(zipFile, 'r');
  try {
    for (const entry of readEntries(file)) {
      const path = entry.name.endsWith('/') ? null : choose(entry.name);
      if (path === null) continue;
      const target = join(folder, path);
      if (!target.startsWith(resolve(folder) + sep)) throw new Error(`The ZIP file's entry ${entry.name} leads out of its folder.`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, contentOf(file, entry), { mode: entry.mode & 0o777 || 0o644 });
    }
  } finally {
    closeSync(file);
  }
}

function contentOf(file: number, entry: ZipEntry): Buffer {
  const header = read(file, entry.offset, LOCAL_SIZE);
  const start = entry.offset + LOCAL_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = read(file, start, entry.compressedSize);
  const content = entry.method === STORED ? packed : inflateRawSync(packed);
  if (crc32(content) !== entry.checksum) throw new Error(`The ZIP file's entry ${entry.name} is damaged.`);
  return content;
}

function readEntries(file: number): readonly ZipEntry[] {
  const size = fstatSync(file).size;
  const tail = read(file, Math.max(0, size - END_SIZE - LONGEST_COMMENT), Math.min(size, END_SIZE + LONGEST_COMMENT));
  const end = tail.lastIndexOf(Buffer.from(Uint32Array.of(END_SIGNATURE).buffer));
  if (end < 0) throw new Error('The ZIP file is cut off: its directory is missing.');
  const directory = read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: ZipEntry[] = [];
  for (let at = 0; at + CENTRAL_SIZE <= directory.length; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
      mode: directory.readUInt16LE(at + 40),
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      compressedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += CENTRAL_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function read(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  if (readSync(file, buffer, 0, length, position) !== length) throw new Error('The ZIP file is cut off.');
  return buffer;
}
