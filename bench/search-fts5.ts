import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { formsOf, eachWord } from '../contract/domain/fold.ts';
import type { CorpusArticle } from './search-corpus.ts';

/** SQLite's own full-text search, as a user would set it up instead. */
export interface Fts5 {
  /** Rowids are the articles' numbers in the corpus, from 1. */
  search(match: string): readonly number[];
  count(match: string): number;
  bytes(): number;
  close(): void;
}

export type TextForm = 'folded' | 'marked';

/** Indexes articles in a new FTS5 file, their words folded, or with their marks. */
export function buildFts5(file: string, articles: Iterable<CorpusArticle>, form: TextForm): Fts5 {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(title, lede, body, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0")`);
  const insert = db.prepare('INSERT INTO t (title, lede, body) VALUES (?, ?, ?)');
  db.exec('BEGIN');
  let count = 0;
  for (const { title, lede, body } of articles) {
    insert.run(ftsText(title, form), ftsText(lede, form), ftsText(body, form));
    count += 1;
    if (count % 1000 === 0) db.exec('COMMIT; BEGIN');
  }
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return openFts5(file);
}

export function openFts5(file: string): Fts5 {
  const db = new Database(file, { fileMustExist: true });
  db.pragma('mmap_size = 2147483648');
  const statement = db.prepare<[string], number>('SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 3, 1.5, 1) LIMIT 50').pluck();
  const counting = db.prepare<[string], number>('SELECT count(*) FROM t WHERE t MATCH ?').pluck();
  return { search: (match) => statement.all(match), count: (match) => counting.get(match) ?? 0, bytes: () => statSync(file).size, close: () => db.close() };
}

/** A text as FTS5 is given it. */
export function ftsText(text: string, form: TextForm): string {
  if (form === 'marked') return text.normalize('NFC').toLowerCase();
  const words: string[] = [];
  eachWord(text, (word) => words.push(formsOf(word).folded));
  return words.join(' ');
}

const quoted = (word: string): string => `"${word.replaceAll('"', '')}"`;

/** The query forms that FTS5 offers for some words. */
export const FTS5_FORMS: Record<string, (words: readonly string[]) => string> = {
  and: (words) => words.map(quoted).join(' AND '),
  phrase: (words) => quoted(words.join(' ')),
  or: (words) => words.map(quoted).join(' OR '),
};

/** All words, the last as a prefix: what FTS5 is asked while one types. */
export function typedMatch(words: readonly string[]): string {
  return words.map((word, at) => quoted(word) + (at === words.length - 1 ? ' *' : '')).join(' AND ');
}
