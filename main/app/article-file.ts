import { readFile } from 'node:fs/promises';
import type { Article } from '../../contract/domain/article.ts';
import type { Language } from '../../contract/words/index.ts';
import { buildArticleDocument } from './article-document.ts';
import { assetPath, assetType } from './asset-files.ts';
import { ASSET_ORIGIN } from './origins.ts';

/** A stored file by its name; null where the library has none of that name. */
type ReadAsset = (name: string) => Promise<Uint8Array | null>;

/** Bytes of pictures that a page takes along; no reader of pages opens more. */
const MOST_PICTURES = 100_000_000;

/** A page of its own asks no host and runs nothing, wherever it is opened. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** Set plainly, in the colours of whoever opens it. */
const STYLE = [
  ':root{color-scheme:light dark;--quiet:color-mix(in srgb,CanvasText 68%,Canvas)}',
  "body{max-width:40em;margin:2em auto;padding:0 1.2em;font:19px/1.65 'Literata','Noto Serif',Georgia,serif;overflow-wrap:break-word}",
  'h1,h2,h3{line-height:1.3}.docbao-lede{font-weight:500}',
  '.docbao-source,.docbao-meta,.docbao-address,figcaption,caption{color:var(--quiet);font:14px/1.5 system-ui,sans-serif}',
  'figure{margin:1.8em 0}img{display:block;max-width:100%;height:auto;margin:0 auto}figcaption{margin-top:.7em}',
  'blockquote{margin-inline:0;padding-inline-start:1em;border-inline-start:2px solid var(--quiet)}pre{white-space:pre-wrap}',
  '.docbao-table{overflow-x:auto}table{border-collapse:collapse;font:.8em/1.5 system-ui,sans-serif}th,td{padding:.5em .7em;text-align:start;vertical-align:top}',
  '.docbao-address{margin-top:3em;overflow-wrap:anywhere}',
].join('\n');

const PICTURE = new RegExp(`<img src="${ASSET_ORIGIN}/([0-9a-f]{64}\\.[a-z0-9]{1,5})" data-src="[^"]*"`, 'g');

/** Reads stored files from the library's `assets` folder. */
export function assetReader(folder: string): ReadAsset {
  return async (name) => {
    const path = assetPath(folder, name);
    return path === null ? null : readFile(path).catch(() => null);
  };
}

async function pictures(html: string, readAsset: ReadAsset): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let left = MOST_PICTURES;
  for (const name of new Set([...html.matchAll(PICTURE)].map(([, asset = '']) => asset))) {
    const bytes = await readAsset(name);
    if (bytes === null || bytes.byteLength > left) continue;
    left -= bytes.byteLength;
    found.set(name, `data:${assetType(name)};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return found;
}

/** An article as one file that any browser opens: its text, its pictures, its notes, where it came from; nothing of it leads to Docbao. */
export async function buildArticleFile(article: Article, language: Language, readAsset: ReadAsset): Promise<string> {
  const html = buildArticleDocument(article, language, 'paper');
  const inside = await pictures(html, readAsset);
  return html
    .replace(' data-theme="paper"', '')
    .replace(/<link rel="stylesheet"[^>]*>/, `<meta http-equiv="content-security-policy" content="${POLICY}">\n<style>${STYLE}</style>`)
    .replace(PICTURE, (_whole, name: string) => {
      const address = inside.get(name);
      return address === undefined ? '<img' : `<img src="${address}"`;
    });
}
