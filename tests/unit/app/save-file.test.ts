import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileNameOf, saveFile } from '../../../main/app/save-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'docbao-save-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a title as a file’s name', () => {
  it.each([
    ['Mưa lớn: 5/7 tỉnh?', 'Mưa lớn 5 7 tỉnh.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Windows\\a<b>|"*', 'C Windows a b.pdf'],
    ['  ', 'Docbao.pdf'],
    ['...', 'Docbao.pdf'],
    ['con', 'Docbao.pdf'],
    ['LPT1', 'Docbao.pdf'],
    [`a\u0000\nb${'x'.repeat(300)}`, `a b${'x'.repeat(97)}.pdf`],
  ])('%j is %j', (title, name) => {
    expect(fileNameOf(title, 'pdf')).toBe(name);
  });
});

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
