import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { saveFile } from '../../../main/app/save-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'docbao-save-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('saving a text to a file', () => {
  it('writes it where the user says, and answers the name alone', async () => {
    const asked: string[] = [];
    const filePath = join(folder, 'Nguồn của tôi.opml');
    const name = await saveFile(
      async (suggested) => {
        asked.push(suggested);
        return { canceled: false, filePath };
      },
      'docbao.opml',
      '<opml>Đọc báo</opml>',
    );
    expect(name).toBe('Nguồn của tôi.opml');
    expect(asked).toEqual(['docbao.opml']);
    expect(readFileSync(filePath, 'utf8')).toBe('<opml>Đọc báo</opml>');
  });

  it('writes nothing where the user changes their mind', async () => {
    expect(await saveFile(async () => ({ canceled: true, filePath: '' }), 'docbao.opml', 'x')).toBeNull();
  });

  it('says which file can not be written', async () => {
    const filePath = join(folder, 'no-such-folder', 'docbao.opml');
    await expect(saveFile(async () => ({ canceled: false, filePath }), 'docbao.opml', 'x')).rejects.toMatchObject({
      kind: 'file-unwritable',
      facts: { name: 'docbao.opml' },
    });
  });
});
