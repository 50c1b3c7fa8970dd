import type { ReadableDb } from '../connection.ts';

/** What is wrong with the database itself, in sentences; empty where it is sound. */
export function checkDatabase(db: ReadableDb): string[] {
  const problems: string[] = [];
  for (const row of db.column<string>('PRAGMA integrity_check')) {
    if (row !== 'ok') problems.push(`The library file is damaged: ${row}`);
  }
  const orphans = db.all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check');
  for (const orphan of orphans.slice(0, 20)) problems.push(`A row of ${orphan.table} refers to a missing row of ${orphan.parent}.`);
  for (const [table, what] of [['article_bodies', 'text'], ['article_status', 'status']] as const) {
    const missing = db.value<number>(`SELECT count(*) FROM articles a WHERE NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.article_id = a.id)`) ?? 0;
    if (missing > 0) problems.push(`${missing} articles have no ${what}.`);
  }
  return problems;
}

export interface StoreTotals {
  readonly feeds: number;
  readonly articles: number;
  readonly unread: number;
  readonly starred: number;
  readonly bin: number;
  readonly assets: number;
  readonly assetBytes: number;
}

export function getTotals(db: ReadableDb): StoreTotals {
  const count = (sql: string): number => db.value<number>(sql) ?? 0;
  return {
    feeds: count('SELECT count(*) FROM feeds'),
    articles: count('SELECT count(*) FROM article_status WHERE deleted_at IS NULL'),
    unread: count('SELECT count(*) FROM article_status WHERE is_read = 0 AND deleted_at IS NULL'),
    starred: count('SELECT count(*) FROM article_status WHERE is_starred = 1 AND deleted_at IS NULL'),
    bin: count('SELECT count(*) FROM article_status WHERE deleted_at IS NOT NULL'),
    assets: count('SELECT count(*) FROM assets'),
    assetBytes: count('SELECT coalesce(sum(bytes), 0) FROM assets'),
  };
}
