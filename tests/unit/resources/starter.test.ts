import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractMarkdown } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';

const folder = new URL('../../../resources/starter/', import.meta.url);

const picture = z.strictObject({ file: z.string().regex(/^[a-z-]+\.webp$/u), alt: z.string().min(10), caption: z.string().min(10) });
const indexSchema = z.array(
  z.strictObject({
    file: z.string().regex(/^[a-z-]+\.(vi|en)\.md$/u),
    lang: z.enum(['vi', 'en']),
    title: z.string().min(10).max(80),
    lede: z.string().min(40),
    byline: z.string().min(3),
    publishedAt: z.iso.datetime({ offset: true }),
    images: z.array(picture).min(1),
  }),
);

const index = indexSchema.parse(JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')));
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

describe('the starter articles', () => {
  it('come in pairs, one in Vietnamese and one in English', () => {
    const topics = (lang: string): string[] => index.filter((entry) => entry.lang === lang).map((entry) => entry.file.replace(/\.\w+\.md$/u, ''));
    expect(topics('vi')).toEqual(topics('en'));
    expect(topics('vi').length).toBeGreaterThanOrEqual(6);
  });

  it('are all listed, and each pair shows the same pictures', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.md')).sort()).toEqual(index.map((entry) => entry.file).sort());
    for (const entry of index.filter(({ lang }) => lang === 'vi')) {
      const twin = index.find(({ file }) => file === entry.file.replace('.vi.', '.en.'));
      expect(twin?.images.map(({ file }) => file)).toEqual(entry.images.map(({ file }) => file));
    }
  });

  it.each(index)('$file is NFC, short enough to be read at once, and its language is written with its marks', ({ file, lang }) => {
    const text = textOf(file);
    expect(text).toBe(text.normalize('NFC'));
    const words = text.split(/\s+/u).length;
    expect(words).toBeGreaterThan(250);
    expect(words).toBeLessThan(500);
    expect(/[ạảấầậắặẽếềệ]/u.test(text) && text.includes('đ')).toBe(lang === 'vi' || file === 'search.en.md');
  });

  it.each(index)('$file shows the pictures that the index names, with those captions', ({ file, images }) => {
    const shown = [...textOf(file).matchAll(/!\[([^\]]*)\]\(pictures\/([^ )]+) "([^"]*)"\)/gu)].map(([, alt, name, caption]) => ({ file: name, alt, caption }));
    expect(shown).toEqual(images);
    for (const { file: name } of images) {
      const path = new URL(`pictures/${name}`, folder);
      expect(existsSync(path), name).toBe(true);
      expect(statSync(path).size, name).toBeLessThan(150_000);
      expect(webpSize(readFileSync(path)).width, name).toBe(1400);
    }
  });

  it.each(index)('$file becomes an article whose pictures have their captions', ({ file, images }) => {
    const { html } = extractMarkdown(textOf(file), file);
    const clean = sanitizeHtml(html, { baseUrl: 'https://starter.invalid/' });
    expect(clean.images.map(({ src, alt, caption }) => ({ file: src.slice('https://starter.invalid/pictures/'.length), alt, caption }))).toEqual(images);
  });

  it('are listed newest first, the welcome before all others', () => {
    const times = index.map(({ publishedAt }) => Date.parse(publishedAt));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(index[0]?.file).toBe('welcome.vi.md');
  });
});

/** The canvas of a lossy WebP: the VP8 frame header (RFC 6386, 9.1), or VP8X where the file is extended. */
function webpSize(bytes: Buffer): { width: number; height: number } {
  expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12)).toBe('RIFFWEBP');
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  expect(kind).toBe('VP8 ');
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}
