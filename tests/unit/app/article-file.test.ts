import { describe, expect, it } from 'vitest';
import { buildArticleFile } from '../../../main/app/article-file.ts';
import { article, image } from './an-article.ts';

const NAME = `${'a'.repeat(64)}.webp`;
const GONE = `${'b'.repeat(64)}.jpg`;
const readAsset = async (name: string): Promise<Uint8Array | null> => (name === NAME ? new Uint8Array([1, 2, 3]) : null);

describe('an article as a file', () => {
  const html = '<p>Lời<a href="#place-1" role="doc-noteref"><sup>1</sup></a></p><figure><img data-src="https://a.vn/1.jpg" alt="Cầu"></figure><figure><img data-src="https://a.vn/2.jpg" alt="Sông"></figure><p id="place-1">Chú.</p>';
  const images = [image({ asset: NAME }), image({ src: 'https://a.vn/2.jpg', asset: GONE, position: 1 })];
  const built = buildArticleFile(article({ html, images, url: 'https://a.vn/bai', byline: 'Lan Anh' }), 'vi', readAsset);

  it('holds its pictures; one that the disk has lost is its words', async () => {
    const file = await built;
    expect(file).toContain('<img src="data:image/webp;base64,AQID" alt="Cầu"');
    expect(file).toContain('<img alt="Sông"');
  });

  it('holds its notes, and says where it came from', async () => {
    const file = await built;
    expect(file).toContain('<a href="#place-1" role="doc-noteref">');
    expect(file).toContain('id="place-1"');
    expect(file).toContain('<footer class="docbao-address">https://a.vn/bai</footer>');
    expect(file).toContain('Lan Anh');
  });

  it('leads to nothing of Docbao, and asks no host', async () => {
    const file = await built;
    expect(file).not.toMatch(/docbao-(?:app|asset):|<link|data-src|data-theme|<script/);
    expect([...file.matchAll(/ (?:src|srcset)="([^"]*)"/g)].every(([, address = '']) => address.startsWith('data:'))).toBe(true);
    expect(file).toContain(`<meta http-equiv="content-security-policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`);
  });
});
