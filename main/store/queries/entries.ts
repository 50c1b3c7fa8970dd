import type { ArticleId } from '../../../contract/domain/article.ts';
import type { FeedId } from '../../../contract/domain/feed.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { findArticleByKey, getContentHash, insertArticle, updateArticleContent, type NewArticle } from './articles.ts';
import { keepVersion } from './versions.ts';
import { addWork } from './work.ts';

/** A feed's entry made ready to be stored. */
export interface IncomingEntry {
  /** What identifies the entry within its feed: its guid, else its address, else a hash of what it says. */
  readonly entryKey: string;
  /** Hash of what the entry says: tells an edited entry from the same one again. */
  readonly entryHash: string;
  readonly article: NewArticle;
  /** Whether the article's text has to be fetched from its page. */
  readonly needsPage: boolean;
}

export interface MergeOutcome {
  readonly inserted: readonly ArticleId[];
  /** Articles whose own content the feed has changed. */
  readonly updated: readonly ArticleId[];
}

interface KnownEntry {
  article_id: number | null;
  entry_hash: string;
}

/**
 * Takes a feed's entries into the library: new ones become articles, known ones are left alone unless they say something
 * else now, and an article that another feed brought already is linked, not repeated. An entry whose article was removed stays
 * removed. Must run in a transaction, together with `saveFeedAnswer`: then either the whole answer is stored or none of it.
 */
export function mergeEntries(db: WritableDb, feedId: FeedId, entries: readonly IncomingEntry[], at: number): MergeOutcome {
  const inserted: ArticleId[] = [];
  const updated: ArticleId[] = [];
  for (const entry of entries) {
    const known = db.get<KnownEntry>('SELECT article_id, entry_hash FROM feed_entries WHERE feed_id = ? AND entry_key = ?', feedId, entry.entryKey);
    if (!known) {
      const id = linkEntry(db, feedId, entry, at);
      if (id.isNew) inserted.push(id.articleId);
    } else if (known.entry_hash !== entry.entryHash) {
      db.run('UPDATE feed_entries SET entry_hash = ? WHERE feed_id = ? AND entry_key = ?', entry.entryHash, feedId, entry.entryKey);
      if (known.article_id !== null && refreshArticle(db, feedId, known.article_id, entry, at)) updated.push(known.article_id);
    }
  }
  return { inserted, updated };
}

function linkEntry(db: WritableDb, feedId: FeedId, entry: IncomingEntry, at: number): { articleId: ArticleId; isNew: boolean } {
  const twin = entry.article.urlKey === null ? null : findArticleByKey(db, entry.article.urlKey);
  const articleId = twin ?? insertArticle(db, entry.article);
  const sortAt = db.value<number>('SELECT published_at FROM articles WHERE id = ?', articleId) ?? entry.article.publishedAt;
  db.run('INSERT INTO feed_entries VALUES (?, ?, ?, ?, ?, ?)', feedId, entry.entryKey, articleId, entry.entryHash, sortAt, at);
  if (twin !== null) {
    // A starred article that outlived its unsubscribed feed belongs to this one now.
    db.run('UPDATE articles SET feed_id = ? WHERE id = ? AND feed_id IS NULL', feedId, articleId);
    return { articleId, isNew: false };
  }
  if (entry.needsPage) addWork(db, articleId, feedId, 'page', at);
  else if (entry.article.images.length > 0 && entry.article.offlineReason?.why !== 'images-off') addWork(db, articleId, feedId, 'images', at);
  return { articleId, isNew: true };
}

/** An edited entry: its page is asked again, or its own text replaces the stored one. Answers whether content changed now. */
function refreshArticle(db: WritableDb, feedId: FeedId, articleId: ArticleId, entry: IncomingEntry, at: number): boolean {
  if (entry.needsPage) {
    addWork(db, articleId, feedId, 'page', at);
    return false;
  }
  if (getContentHash(db, articleId) === entry.article.contentHash) return false;
  keepVersion(db, articleId, at);
  updateArticleContent(db, articleId, entry.article, at);
  if (entry.article.images.length > 0) addWork(db, articleId, feedId, 'images', at);
  return true;
}

/** What is known of a feed's entries: entry key -> entry hash. */
export function listEntryHashes(db: ReadableDb, feedId: FeedId): Map<string, string> {
  const rows = db.all<{ entry_key: string; entry_hash: string }>('SELECT entry_key, entry_hash FROM feed_entries WHERE feed_id = ?', feedId);
  return new Map(rows.map((row) => [row.entry_key, row.entry_hash]));
}
