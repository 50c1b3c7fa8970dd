import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { ArticleImage } from '../../contract/domain/article.ts';
import type { Language } from '../../contract/words/index.ts';
import { countLibrary, listFeeds, type AssetRow } from '../store/index.ts';
import type { LibraryContext } from './context.ts';
import { keep } from './save.ts';
import { awaitsStarter, noteStarter } from './starter-mark.ts';

/** Where the starter articles' own addresses point; the host never exists (RFC 2606). */
const STARTER_BASE = 'https://starter.docbao.invalid/';
const DAY_MS = 86_400_000;

const indexSchema = z.array(
  z.object({ file: z.string().regex(/^[\w.-]+$/), lang: z.string(), title: z.string(), lede: z.string().nullable(), byline: z.string().nullable(), publishedAt: z.iso.datetime({ offset: true }) }),
);

/**
 * Puts the articles that come with the application into a library that is new and empty; does nothing to any other.
 *
 * @param folder the application's `starter` folder
 * @param language the articles in this language stand above the others
 */
export async function addStarterArticles(context: LibraryContext, folder: string, language: Language): Promise<void> {
  const { read, write } = context.store;
  if (!awaitsStarter(read)) return;
  if (countLibrary(read).all === 0 && listFeeds(read).length === 0) {
    const index = indexSchema.parse(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')));
    for (const entry of index) {
      const published = Date.parse(entry.publishedAt);
      await addStarterArticle(context, folder, entry, entry.lang === language ? published : published - DAY_MS);
    }
  }
  noteStarter(write);
}

async function addStarterArticle(context: LibraryContext, folder: string, entry: z.infer<typeof indexSchema>[number], publishedAt: number): Promise<void> {
  const bytes = await readFile(join(folder, entry.file));
  const text = await context.steps.run('readFile', { name: entry.file, bytes, baseUrl: STARTER_BASE });
  const assets: AssetRow[] = [];
  const images: ArticleImage[] = [];
  for (const [position, ref] of text.images.entries()) {
    const picture = basename(new URL(ref.src).pathname);
    const saved = await context.assets.saveBytes(await readFile(join(folder, 'pictures', picture)), picture);
    if ('skipped' in saved) continue;
    assets.push(saved);
    images.push({ ...ref, position, width: saved.width, height: saved.height, asset: saved.name, error: null });
  }
  const { lang, title, lede, byline } = entry;
  keep(
    context,
    { ...text, title, lede, byline, lang, sourceName: 'Docbao', publishedAt },
    { images, assets, fetched: 0, bytes: 0, dropped: new Set() },
    { origin: 'starter', url: null, also: () => undefined },
  );
}
