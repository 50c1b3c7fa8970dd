import { DEFAULT_SETTINGS, type Settings } from '../../../contract/domain/library.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

export function getSettings(db: ReadableDb): Settings {
  const rows = db.all<{ key: string; value: string }>('SELECT key, value FROM settings');
  const stored = Object.fromEntries(rows.filter((row) => row.key in DEFAULT_SETTINGS).map((row) => [row.key, JSON.parse(row.value) as unknown]));
  return { ...DEFAULT_SETTINGS, ...stored };
}

export function saveSettings(db: WritableDb, change: Partial<Settings>): void {
  db.transaction(() => {
    for (const [key, value] of Object.entries(change)) {
      db.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', key, JSON.stringify(value));
    }
  });
}

/** A mark that something was done once for this library, such as the starter articles' arrival. */
export function hasMark(db: ReadableDb, mark: string): boolean {
  return db.value<number>('SELECT 1 FROM meta WHERE key = ?', `mark:${mark}`) === 1;
}

export function setMark(db: WritableDb, mark: string): void {
  db.run('INSERT OR REPLACE INTO meta VALUES (?, 1)', `mark:${mark}`);
}
