import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackZip } from '../../../scripts/runtime/zip-file.ts';

/** A ZIP file with one entry. */
function zipOf(name: string, content: string, { method = 8, mode = 0o644, checksum = crc32(content) } = {}): Buffer {
  const packed = method === 0 ? Buffer.from(content) : deflateRawSync(content);
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(checksum, 16);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(mode, 40);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

describe('unpackZip', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docbao-zip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function unpack(zip: Buffer, choose: (name: string) => string | null = (name) => name): Promise<string> {
    writeFileSync(join(folder, 'a.zip'), zip);
    const out = join(folder, 'out');
    await unpackZip(join(folder, 'a.zip'), out, choose);
    return out;
  }

  it.each([0, 8])('unpacks entries of method %i with their mode', async (method) => {
    const out = await unpack(zipOf('dir/program', '#!/bin/sh\n', { method, mode: 0o100755 }));
    expect(readFileSync(join(out, 'dir/program'), 'utf8')).toBe('#!/bin/sh\n');
    expect(statSync(join(out, 'dir/program')).mode & 0o777).toBe(0o755);
  });

  it('leaves out and renames as it is told', async () => {
    expect(existsSync(join(await unpack(zipOf('Cypress', 'x'), () => null), 'Cypress'))).toBe(false);
    expect(existsSync(join(await unpack(zipOf('Cypress', 'x'), () => 'electron'), 'electron'))).toBe(true);
  });

  it.each([
    ['damaged', zipOf('a', 'text', { checksum: 1 }), 'is damaged'],
    ['cut off', zipOf('a', 'text').subarray(0, -22), 'cut off'],
    ['not a ZIP file', Buffer.from('<html>'), 'cut off'],
    ['hostile', zipOf('../../etc/passwd', 'x'), 'leads out of its folder'],
  ])('refuses a file that is %s', async (_what, zip, message) => {
    await expect(unpack(zip)).rejects.toThrow(message);
  });
});
