import Database from 'better-sqlite3';
import { ftsText } from './search-fts5.ts';
import { readCorpus } from './search-corpus.ts';

/** What somebody would write instead of `docbao import`: articles of a file in a table, and FTS5 over their folded words. */
const [file = '', corpus = ''] = process.argv.slice(2);
const articles = await readCorpus(corpus, Number.POSITIVE_INFINITY);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec('CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT NOT NULL, lede TEXT, body TEXT NOT NULL)');
db.exec(`CREATE VIRTUAL TABLE words USING fts5(title, lede, body, content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 0")`);
const insert = db.prepare('INSERT INTO articles VALUES (?, ?, ?, ?)');
const index = db.prepare('INSERT INTO words (rowid, title, lede, body) VALUES (?, ?, ?, ?)');
const store = db.transaction((first: number, page: typeof articles) => {
  page.forEach(({ title, lede, body }, at) => {
    insert.run(first + at, title, lede, body);
    index.run(first + at, ftsText(title, 'folded'), ftsText(lede, 'folded'), ftsText(body, 'folded'));
  });
});
for (let from = 0; from < articles.length; from += 500) store(from + 1, articles.slice(from, from + 500));
db.close();
process.stdout.write(JSON.stringify({ articles: articles.length }));
