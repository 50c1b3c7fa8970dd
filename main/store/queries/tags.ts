import type { ArticleId } from '../../../contract/domain/article.ts';
import type { Tag, TagColor, TagId, TagLabel } from '../../../contract/domain/organising.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { byName, toTagLabel, type TagRow } from './tag-labels.ts';
import type { TakeBack } from './undo.ts';

/** Puts a tag on an article; the tag is made where it is new, and a tag that is there already changes nothing. */
export function tagArticle(db: WritableDb, articleId: ArticleId, name: string): void {
  linkTag(db, articleId, createTag(db, name, 'grey').id);
}

/** Puts a tag that is there on an article that is there. */
export function linkTag(db: WritableDb, articleId: ArticleId, tagId: TagId): void {
  db.run('INSERT OR IGNORE INTO article_tags VALUES (?, ?)', articleId, tagId);
}

/** The names of an article's tags, in the order of their names. */
export function listArticleTags(db: ReadableDb, articleId: ArticleId): string[] {
  return db.column<string>('SELECT t.name FROM article_tags a JOIN tags t ON t.id = a.tag_id WHERE a.article_id = ? ORDER BY t.name', articleId);
}

/** Every tag with what its view shows, in the order of their names. */
export function listTags(db: ReadableDb): Tag[] {
  const rows = db.all<TagRow & { articleCount: number; unreadCount: number }>(
    `SELECT t.id, t.name, t.color, count(s.article_id) AS articleCount, count(CASE s.is_read WHEN 0 THEN 1 END) AS unreadCount
     FROM tags t LEFT JOIN article_tags x ON x.tag_id = t.id
     LEFT JOIN article_status s ON s.article_id = x.article_id AND s.deleted_at IS NULL AND s.snoozed_until IS NULL GROUP BY t.id`,
  );
  return rows.map(({ articleCount, unreadCount, ...row }) => ({ ...toTagLabel(row), articleCount, unreadCount })).sort(byName);
}

/** The tag of this name, whatever its case; SQLite folds ASCII only. */
export function findTag(db: ReadableDb, name: string): TagLabel | null {
  const folded = name.normalize('NFC').toLocaleLowerCase('vi');
  const row = db.all<TagRow>('SELECT id, name, color FROM tags').find((tag) => tag.name.toLocaleLowerCase('vi') === folded);
  return row === undefined ? null : toTagLabel(row);
}

/** @throws {DocbaoError} `no-such-item` */
function getTag(db: ReadableDb, id: TagId): TagRow {
  const row = db.get<TagRow>('SELECT id, name, color FROM tags WHERE id = ?', id);
  if (!row) throw new DocbaoError('no-such-item', `There is no tag ${id} in this library.`, { id });
  return row;
}

/** Makes a tag, unless there is one of that name. */
export function createTag(db: WritableDb, name: string, color: TagColor): TagLabel {
  const known = findTag(db, name);
  if (known !== null) return known;
  const id = db.run('INSERT INTO tags (name, color) VALUES (?, ?)', name.normalize('NFC'), color).lastInsertRowid;
  return { id, name: name.normalize('NFC'), color };
}

/** Renames or recolours a tag. @throws {DocbaoError} `no-such-item`; `bad-request` where another tag has the name */
export function changeTag(db: WritableDb, id: TagId, change: { readonly name?: string; readonly color?: TagColor }): TakeBack {
  return db.transaction(() => {
    const before = getTag(db, id);
    const other = change.name === undefined ? null : findTag(db, change.name);
    if (other !== null && other.id !== id) throw new DocbaoError('bad-request', `There is a tag “${other.name}” already.`, { id: other.id });
    const write = (target: WritableDb, name: string, color: string | null): void =>
      void target.run('UPDATE OR IGNORE tags SET name = ?, color = ? WHERE id = ?', name, color, id);
    write(db, change.name?.normalize('NFC') ?? before.name, change.color ?? before.color);
    return (target) => write(target, before.name, before.color);
  });
}

/** Pairs of an article and a tag, as JSON: `[[3,1],[4,1]]`. */
type Pairs = string;

const INSERT_PAIRS = `INSERT OR IGNORE INTO article_tags
  SELECT a.id, t.id FROM json_each(?) p JOIN articles a ON a.id = p.value ->> 0 JOIN tags t ON t.id = p.value ->> 1`;
const DELETE_PAIRS = `DELETE FROM article_tags WHERE (article_id, tag_id) IN (SELECT p.value ->> 0, p.value ->> 1 FROM json_each(?) p)`;

function pairsOf(db: ReadableDb, sql: string, ...lists: readonly (readonly number[])[]): Pairs {
  return db.value<string>(`SELECT json_group_array(json_array(article_id, tag_id)) FROM (${sql})`, ...lists.map((list) => JSON.stringify(list))) ?? '[]';
}

/** Puts tags on articles and takes others off; ids that are gone are passed over. Null where nothing changed. */
export function setArticleTags(db: WritableDb, ids: readonly ArticleId[], add: readonly TagId[], remove: readonly TagId[]): TakeBack | null {
  return db.transaction(() => {
    const added = pairsOf(
      db,
      `SELECT a.id AS article_id, t.id AS tag_id FROM json_each(?) i JOIN articles a ON a.id = i.value, json_each(?) j JOIN tags t ON t.id = j.value
       EXCEPT SELECT article_id, tag_id FROM article_tags`,
      ids,
      add,
    );
    const removed = pairsOf(
      db,
      'SELECT article_id, tag_id FROM article_tags WHERE article_id IN (SELECT value FROM json_each(?)) AND tag_id IN (SELECT value FROM json_each(?))',
      ids,
      remove,
    );
    db.run(INSERT_PAIRS, added);
    db.run(DELETE_PAIRS, removed);
    if (added === '[]' && removed === '[]') return null;
    return (target) =>
      target.transaction(() => {
        target.run(DELETE_PAIRS, added);
        target.run(INSERT_PAIRS, removed);
      });
  });
}

/** Removes tags; their articles stay. */
export function removeTags(db: WritableDb, tagIds: readonly TagId[]): TakeBack | null {
  return db.transaction(() => {
    const list = JSON.stringify(tagIds);
    const tags = db.all<TagRow>('SELECT id, name, color FROM tags WHERE id IN (SELECT value FROM json_each(?))', list);
    if (tags.length === 0) return null;
    const pairs = pairsOf(db, 'SELECT article_id, tag_id FROM article_tags WHERE tag_id IN (SELECT value FROM json_each(?))', tagIds);
    db.run('DELETE FROM tags WHERE id IN (SELECT value FROM json_each(?))', list);
    return (target) =>
      target.transaction(() => {
        for (const { id, name, color } of tags) target.run('INSERT OR IGNORE INTO tags (id, name, color) VALUES (?, ?, ?)', id, name, color);
        target.run(INSERT_PAIRS, pairs);
      });
  });
}

/** Gives the articles of some tags to another tag, and removes those. @throws {DocbaoError} `no-such-item` */
export function mergeTags(db: WritableDb, tagIds: readonly TagId[], into: TagId): TakeBack | null {
  return db.transaction(() => {
    getTag(db, into);
    const merged = tagIds.filter((id) => id !== into);
    const articles = db.column<ArticleId>('SELECT DISTINCT article_id FROM article_tags WHERE tag_id IN (SELECT value FROM json_each(?))', JSON.stringify(merged));
    const untag = setArticleTags(db, articles, [into], []);
    const bringBack = removeTags(db, merged);
    if (bringBack === null) return null;
    return (target) =>
      target.transaction(() => {
        bringBack(target);
        untag?.(target);
      });
  });
}
