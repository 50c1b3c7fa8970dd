import type { TagId } from '../../contract/domain/organising.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import { createTag, findArticleByKey, getContentHash, insertArticle, linkTag, updateArticleContent, type NewArticle, type WritableDb } from '../store/index.ts';
import { MAX_LINE, readArticleLine, type ArticleLine } from './article-lines.ts';

/** What came of taking in a file of articles. */
export interface ImportedArticles {
  readonly imported: number;
  readonly updated: number;
  readonly skipped: readonly { readonly line: number; readonly message: string }[];
  readonly ms: number;
}

export interface ImportOptions {
  /** What identifies an address (`main/sync/url-key.ts`). */
  readonly urlKey: (url: string) => string | null;
  readonly signal: AbortSignal;
  /** Called after each batch that is committed. */
  readonly onProgress: (lines: number, imported: number) => void;
}

/** Articles in one transaction: as many as the search index takes up at a time. */
const BATCH = 500;

/**
 * Takes articles into the library, a batch a transaction. Lines that can't be read are told by number and passed over. An
 * article that is there already, by its address or, without one, by what it says, is updated or left alone: an import that
 * was broken off is taken up by running it again.
 */
export async function importArticles(db: WritableDb, lines: AsyncIterable<string>, options: ImportOptions): Promise<ImportedArticles> {
  const started = Date.now();
  const sums = { imported: 0, updated: 0 };
  const skipped: { line: number; message: string }[] = [];
  let batch: ArticleLine[] = [];
  let number = 0;
  const commit = (): void => {
    db.transaction(() => {
      const tags = new TagIds(db);
      for (const article of batch) {
        const outcome = storeLine(db, article, tags, options);
        if (outcome !== 'same') sums[outcome] += 1;
      }
    });
    batch = [];
    options.onProgress(number, sums.imported);
  };
  for await (const line of lines) {
    if (options.signal.aborted) break;
    number += 1;
    if (line.trim() === '') continue;
    try {
      if (line.length > MAX_LINE) throw new Error('it is too long');
      batch.push(readArticleLine(line));
    } catch (error) {
      skipped.push({ line: number, message: toReaderError(error).message });
    }
    if (batch.length >= BATCH) commit();
  }
  commit();
  return { ...sums, skipped, ms: Date.now() - started };
}

/** The tags that one transaction needs, each looked for once. */
class TagIds {
  readonly #db: WritableDb;
  readonly #known = new Map<string, TagId>();

  constructor(db: WritableDb) {
    this.#db = db;
  }

  of(name: string): TagId {
    const id = this.#known.get(name) ?? createTag(this.#db, name, 'grey').id;
    this.#known.set(name, id);
    return id;
  }
}

function storeLine(db: WritableDb, line: ArticleLine, tagIds: TagIds, { urlKey }: ImportOptions): 'imported' | 'updated' | 'same' {
  const now = Date.now();
  const key = (line.url === null ? null : urlKey(line.url)) ?? `text:${line.contentHash}`;
  const { tags, ...content } = line;
  const images = content.images.map((ref, position) => ({ ...ref, position, asset: null, error: null }));
  const isWhole = images.length === 0;
  const article: NewArticle = {
    ...content,
    dir: 'ltr',
    images,
    offline: isWhole ? 'complete' : 'partial',
    offlineReason: isWhole ? null : { why: 'pending', message: `${images.length} images have not been fetched yet.`, missing: images.length, total: images.length },
    feedId: null,
    origin: 'saved-file',
    urlKey: key,
    publishedAt: Math.min(line.publishedAt ?? now, now),
    arrivedAt: now,
    enclosures: [],
  };
  const known = findArticleByKey(db, key);
  const id = known ?? insertArticle(db, article);
  const isSame = known !== null && getContentHash(db, known) === line.contentHash;
  if (known !== null && !isSame) updateArticleContent(db, known, article, now);
  for (const tag of tags) linkTag(db, id, tagIds.of(tag));
  return known === null ? 'imported' : isSame ? 'same' : 'updated';
}
