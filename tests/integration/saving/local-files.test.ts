import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPng } from '../../servers/drawn-png.ts';
import { chromePage } from '../../unit/archive/archives.ts';
import { docbao, docbaoJson } from '../cli/docbao.ts';
import { madeUpPage } from './made-up-page.ts';

interface Saved {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
}
interface Shown {
  readonly text: string;
  readonly html: string;
  readonly offline: string;
  readonly offlineReason: string | null;
  readonly images: readonly { readonly src: string; readonly stored: boolean; readonly error: string | null }[];
}

let folder: string;
let library: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docbao-saving-'));
  library = join(folder, 'library');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe('files of the disk', () => {
  it('an MHTML archive becomes an article with the pictures that are in it, and asks no host for the others', async () => {
    const file = write('rung.mhtml', chromePage({ doi: drawPng('doi', 640, 400), vuon: drawPng('vuon', 300, 200) }));
    const saved = await docbaoJson<Saved[]>(library, 'save', file);
    expect(saved).toEqual([{ id: expect.any(Number), title: 'Rừng đầu nguồn xanh trở lại', url: 'https://bao.example/rung-dau-nguon.html' }]);
    const shown = await docbaoJson<Shown>(library, 'show', String(saved[0]?.id));
    expect(shown.text).toContain('con suối cạn ngày nào lại có nước');
    expect(shown.images.map(({ src, stored }) => [src, stored])).toEqual([
      ['https://anh.example/doi.png', true],
      [expect.stringMatching(/^https:\/\/held\.invalid\/[0-9a-f]{64}$/), true],
      ['https://anh.example/thieu.png', false],
    ]);
    expect(shown.offline).toBe('partial');
    expect(shown.offlineReason).toContain('does not hold this image');
    expect(await docbaoJson(library, 'save', file)).toEqual(saved);
    expect(await docbaoJson(library, 'reextract')).toMatchObject({ articles: 1, failed: [] });
    expect((await docbaoJson<Shown>(library, 'show', String(saved[0]?.id))).images.filter(({ stored }) => stored)).toHaveLength(2);
    expect(await docbaoJson(library, 'check')).toEqual({ ok: true, problems: [] });
  });

  it('a saved page takes its pictures from the folder beside it, and from nowhere else', async () => {
    const pictures = ['suoi.png', 'suoi nho.png', '../ngoai.png', 'lien-ket.png'].map((name) => `<figure><img src="Ghi chép 1_files/${name}" srcset="https://anh.invalid/x.png 2000w"><figcaption>Ảnh ${name}</figcaption></figure>`);
    const outside = '<figure><img src="../bi-mat.png"></figure><figure><img src="file:///etc/passwd"></figure>';
    const file = write('trang/Ghi chép 1.html', madeUpPage(1, pictures.join('') + outside));
    write('trang/Ghi chép 1_files/suoi.png', drawPng('suoi', 600, 300));
    write('trang/Ghi chép 1_files/suoi nho.png', drawPng('nho', 500, 300));
    write('trang/ngoai.png', drawPng('ngoai', 600, 300));
    write('bi-mat.png', drawPng('bi-mat', 600, 300));
    symlinkSync(join(folder, 'bi-mat.png'), join(folder, 'trang/Ghi chép 1_files/lien-ket.png'));
    const [saved] = await docbaoJson<Saved[]>(library, 'save', file);
    const shown = await docbaoJson<Shown>(library, 'show', String(saved?.id));
    const stored = shown.images.filter((image) => image.stored).map(({ src }) => decodeURIComponent(src.split('/').at(-1) ?? ''));
    expect(stored).toEqual(['suoi.png', 'suoi nho.png']);
  });

  it('a folder is taken in as a whole; what can not be read is named, the rest is saved, and nothing twice', async () => {
    write('bao/a.html', madeUpPage(1));
    write('bao/thang 3/b.md', '# Sổ tay tháng ba\n\nMưa phùn kéo dài, ngô trên nương chậm lớn.');
    write('bao/thang 3/c.txt', 'Chợ phiên ngày mưa\n\nNgười đi chợ ít hơn mọi phiên, hàng rau vẫn đủ.');
    write('bao/thang 3/hong.mht', 'không phải trang nào cả');
    write('bao/thang 3/trong.txt', '');
    write('bao/thang 3/anh.png', drawPng('x', 300, 200));
    write('bao/.an/giau.txt', 'Không ai thấy\n\nTệp này ẩn.');
    write('bao/a_files/khung.html', madeUpPage(9));
    const { code, stdout, stderr } = await docbao(library, '--json', 'save', join(folder, 'bao'));
    expect(code).toBe(1);
    const titles = (JSON.parse(stdout) as Saved[]).map(({ title }) => title).sort();
    expect(titles).toEqual(['Chợ phiên ngày mưa', 'Ghi chép 1 ở Bản Phố', 'Sổ tay tháng ba']);
    expect(stderr).toContain('bao/thang 3/hong.mht: The file hong.mht holds no web page.');
    expect(stderr).toContain('bao/thang 3/trong.txt: The file trong.txt is empty.');
    await docbao(library, 'save', join(folder, 'bao'));
    expect((await docbaoJson<{ total: number }>(library, 'list')).total).toBe(3);
  });
});
