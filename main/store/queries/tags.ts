import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

/** Puts a tag on an article; the tag is made where it is new, and a tag that is there already changes nothing. */
export function tagArticle(db: WritableDb, articleId: ArticleId, name: string): void {
  const tag = name.normalize('NFC');
  db.run('INSERT OR IGNORE INTO tags (name) VALUES (?)', tag);
  db.run('INSERT OR IGNORE INTO article_tags SELECT ?, id FROM tags WHERE name = ?', articleId, tag);
}

/** The names of an article's tags, in the order of their names. */
export function listArticleTags(db: ReadableDb, articleId: ArticleId): string[] {
  return db.column<string>('SELECT t.name FROM article_tags a JOIN tags t ON t.id = a.tag_id WHERE a.article_id = ? ORDER BY t.name', articleId);
}
