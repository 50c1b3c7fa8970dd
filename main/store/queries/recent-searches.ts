import type { ReadableDb, WritableDb } from '../connection.ts';

/** Older searches are forgotten. */
const MOST_KEPT = 50;

/** Remembers a search, as the latest. */
export function rememberSearch(db: WritableDb, query: string, at: number): void {
  const text = query.normalize('NFC').trim();
  if (text === '') return;
  db.transaction(() => {
    db.run('INSERT INTO recent_searches VALUES (?1, ?2) ON CONFLICT (query) DO UPDATE SET searched_at = ?2', text, at);
    db.run('DELETE FROM recent_searches WHERE query IN (SELECT query FROM recent_searches ORDER BY searched_at DESC, query LIMIT -1 OFFSET ?)', MOST_KEPT);
  });
}

/** What was searched lately, the latest first. */
export function listRecentSearches(db: ReadableDb, limit: number = MOST_KEPT): string[] {
  return db.column<string>('SELECT query FROM recent_searches ORDER BY searched_at DESC, query LIMIT ?', limit);
}

export function forgetRecentSearches(db: WritableDb): void {
  db.run('DELETE FROM recent_searches');
}
