import type { ArticleView } from '../../../contract/domain/article.ts';
import type { LibraryCounts } from '../../../contract/domain/library.ts';
import { insertFeed, mergeEntries, type IncomingEntry, type ReadableDb, type Store } from '../../../main/store/index.ts';

/** An entry with an article of its own: `key` tells it from the others, and its date follows from it. */
export function makeEntry(key: string, publishedAt: number, wordCount = 1): IncomingEntry {
  const content = { title: `Bài ${key}`, lede: null, byline: null, sourceName: null, lang: 'vi', dir: 'ltr' as const, html: '<p>x</p>', text: 'x', wordCount, contentHash: `hash of ${key}` };
  const rest = { images: [], offline: 'complete' as const, offlineReason: null, feedId: null, origin: 'feed' as const, enclosures: [] };
  return { entryKey: `id:${key}`, entryHash: 'first', needsPage: false, article: { ...content, ...rest, url: `https://bao.vn/${key}`, urlKey: `bao.vn/${key}`, publishedAt, arrivedAt: publishedAt } };
}

export function addFeed(store: Store, name: string, folderId: number | null = null): number {
  return insertFeed(store.write, { feedUrl: `https://${name}/rss`, siteUrl: null, title: name, addedAt: 1, kind: 'feed', folderId });
}

export function addArticles(store: Store, feedId: number, entries: readonly IncomingEntry[]): readonly number[] {
  return store.write.transaction(() => mergeEntries(store.write, feedId, entries.map((entry) => ({ ...entry, article: { ...entry.article, feedId } })), 1)).inserted;
}

/** Everything of a library that organising changes. */
export function everythingIn(db: ReadableDb): unknown {
  return {
    feeds: db.all('SELECT * FROM feeds ORDER BY id'),
    entries: db.all('SELECT * FROM feed_entries ORDER BY feed_id, entry_key'),
    folders: db.all('SELECT * FROM folders ORDER BY id'),
    tags: db.all('SELECT * FROM tags ORDER BY id'),
    tagged: db.all('SELECT * FROM article_tags ORDER BY article_id, tag_id'),
    statuses: db.all('SELECT * FROM article_status ORDER BY article_id'),
    owners: db.all('SELECT id, feed_id FROM articles ORDER BY id'),
  };
}

interface StatusRow {
  readonly article_id: number;
  readonly is_read: number;
  readonly is_starred: number;
  readonly is_archived: number;
  readonly queued_at: number | null;
  readonly snoozed_until: number | null;
  readonly deleted_at: number | null;
}

const visible = (row: StatusRow): boolean => row.deleted_at === null && row.snoozed_until === null;

const KINDS: { readonly [K in keyof LibraryCounts]: (row: StatusRow) => boolean } = {
  all: visible,
  unread: (row) => visible(row) && row.is_read === 0,
  starred: (row) => row.deleted_at === null && row.is_starred === 1,
  archived: (row) => row.deleted_at === null && row.is_archived === 1,
  queue: (row) => visible(row) && row.queued_at !== null,
  snoozed: (row) => row.deleted_at === null && row.snoozed_until !== null,
  bin: (row) => row.deleted_at !== null,
};

/** What a library holds, found the slow way: by looking at every row. */
export class Naive {
  readonly #db: ReadableDb;
  readonly #rows: readonly StatusRow[];

  constructor(db: ReadableDb) {
    this.#db = db;
    this.#rows = db.all<StatusRow>('SELECT * FROM article_status');
  }

  get counts(): LibraryCounts {
    const count = (kind: keyof LibraryCounts): number => this.#rows.filter(KINDS[kind]).length;
    return { all: count('all'), unread: count('unread'), starred: count('starred'), archived: count('archived'), queue: count('queue'), snoozed: count('snoozed'), bin: count('bin') };
  }

  /** The articles of a view, ascending. */
  ids(view: ArticleView): number[] {
    return this.#rowsOf(view).map((row) => row.article_id).sort((a, b) => a - b);
  }

  unread(view: ArticleView): number {
    return this.#rowsOf(view).filter((row) => row.is_read === 0).length;
  }

  #rowsOf(view: ArticleView): StatusRow[] {
    if (view.kind === 'feed') return this.#holding(new Set(this.#entriesOf(new Set([view.feedId]))));
    if (view.kind === 'folder') return this.#holding(new Set(this.#entriesOf(this.#feedsIn(view.folderId))));
    if (view.kind === 'tag') return this.#holding(new Set(this.#db.column<number>('SELECT article_id FROM article_tags WHERE tag_id = ?', view.tagId)));
    return this.#rows.filter(KINDS[view.kind]);
  }

  #holding(ids: ReadonlySet<number>): StatusRow[] {
    return this.#rows.filter((row) => ids.has(row.article_id) && visible(row));
  }

  #entriesOf(feeds: ReadonlySet<number>): number[] {
    return this.#db.all<{ feed_id: number; article_id: number }>('SELECT feed_id, article_id FROM feed_entries').flatMap((row) => (feeds.has(row.feed_id) ? [row.article_id] : []));
  }

  #feedsIn(folderId: number): ReadonlySet<number> {
    const folders = this.#db.all<{ id: number; parent_id: number | null }>('SELECT id, parent_id FROM folders');
    const inside = (id: number | null): boolean => id === folderId || (id !== null && inside(folders.find((folder) => folder.id === id)?.parent_id ?? null));
    return new Set(this.#db.all<{ id: number; folder_id: number | null }>('SELECT id, folder_id FROM feeds').flatMap((feed) => (inside(feed.folder_id) ? [feed.id] : [])));
  }
}
