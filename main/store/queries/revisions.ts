import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

/** What the search index has to do for one article: index its text anew, or forget it. */
export type ArticleChange =
  | { readonly removed: false; readonly id: number; readonly revision: number; readonly title: string; readonly lede: string | null; readonly byline: string | null; readonly text: string }
  | { readonly removed: true; readonly id: number; readonly revision: number };

/** The number of the library's newest content change. */
export function getLibraryRevision(db: ReadableDb): number {
  return db.value<number>("SELECT value FROM meta WHERE key = 'revision'") ?? 0;
}

/** Takes the next revision; belongs in the transaction that makes the change. */
export function nextRevision(db: WritableDb): number {
  return db.value<number>("UPDATE meta SET value = value + 1 WHERE key = 'revision' RETURNING value") ?? 0;
}

/** Gives each article a revision of its own, so that the search index looks at it again; belongs in a transaction. */
export function touchArticles(db: WritableDb, ids: readonly ArticleId[]): void {
  const revision = getLibraryRevision(db);
  db.run("UPDATE meta SET value = value + ? WHERE key = 'revision'", ids.length);
  db.run('UPDATE articles SET revision = ? + 1 + t.key FROM json_each(?) t WHERE articles.id = t.value', revision, JSON.stringify(ids));
}

/**
 * Articles whose content changed or that were removed after `revision`, oldest change first. An article that changed
 * several times appears once, at its last change. What is in the bin counts as removed. Ask again with the last row's revision until it answers none.
 */
export function listChangesSince(db: ReadableDb, revision: number, limit: number): ArticleChange[] {
  const rows = db.all<{ id: number; revision: number; removed: number }>(
    `SELECT id, revision, 0 AS removed FROM articles WHERE revision > ?1
     UNION ALL SELECT article_id, revision, 1 FROM removed_articles WHERE revision > ?1
     ORDER BY revision LIMIT ?2`,
    revision,
    limit,
  );
  return rows.map((row) => {
    if (row.removed === 1) return { removed: true, id: row.id, revision: row.revision };
    const content = db.get<{ title: string; lede: string | null; byline: string | null; text: string }>(
      `SELECT a.title, a.lede, a.byline, b.text FROM articles a JOIN article_bodies b ON b.article_id = a.id
       JOIN article_status s ON s.article_id = a.id WHERE a.id = ? AND s.deleted_at IS NULL`,
      row.id,
    );
    if (!content) return { removed: true, id: row.id, revision: row.revision };
    return { removed: false, id: row.id, revision: row.revision, ...content };
  });
}
