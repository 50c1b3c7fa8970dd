import type { ArticleId } from '../../../contract/domain/article.ts';
import type { Rule, RuleAction, RuleDraft, RuleId } from '../../../contract/domain/rule.ts';
import { assertNever, DocbaoError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { binArticles } from './bin.ts';
import { arrange } from './saved-searches.ts';
import { changeStatus } from './statuses.ts';
import { createTag, setArticleTags } from './tags.ts';
import type { TakeBack } from './undo.ts';

interface RuleRow {
  readonly id: RuleId;
  readonly name: string;
  readonly query: string;
  readonly actions: string;
  readonly isEnabled: number;
  readonly appliedCount: number;
  readonly appliedAt: number | null;
}

const SELECT = `SELECT r.id, r.name, r.query, r.actions, r.is_enabled AS isEnabled, coalesce(sum(n.articles), 0) AS appliedCount, max(n.ran_at) AS appliedAt
  FROM rules r LEFT JOIN rule_runs n ON n.rule_id = r.id`;

function toRule({ isEnabled, actions, ...row }: RuleRow): Rule {
  return { ...row, actions: JSON.parse(actions) as readonly RuleAction[], isEnabled: isEnabled === 1 };
}

/** Every rule, in the order in which they run. */
export function listRules(db: ReadableDb): Rule[] {
  return db.all<RuleRow>(`${SELECT} GROUP BY r.id ORDER BY r.position, r.id`).map(toRule);
}

/** @throws {DocbaoError} `no-such-item` */
export function getRule(db: ReadableDb, id: RuleId): Rule {
  const row = db.get<RuleRow>(`${SELECT} WHERE r.id = ? GROUP BY r.id`, id);
  if (row === undefined) throw noSuchRule(id);
  return toRule(row);
}

/** Adds a rule, as the last to run. */
export function addRule(db: WritableDb, { name, query, actions, isEnabled }: RuleDraft): Rule {
  const id = db.run(
    'INSERT INTO rules (name, query, actions, is_enabled, position) SELECT ?, ?, ?, ?, coalesce(max(position), 0) + 1 FROM rules',
    name.normalize('NFC'),
    query.normalize('NFC'),
    JSON.stringify(actions),
    Number(isEnabled),
  ).lastInsertRowid;
  return getRule(db, id);
}

/** @throws {DocbaoError} `no-such-item` */
export function changeRule(db: WritableDb, id: RuleId, { name, query, actions, isEnabled }: Partial<RuleDraft>): void {
  const { changes } = db.run(
    'UPDATE rules SET name = coalesce(?, name), query = coalesce(?, query), actions = coalesce(?, actions), is_enabled = coalesce(?, is_enabled) WHERE id = ?',
    name?.normalize('NFC') ?? null,
    query?.normalize('NFC') ?? null,
    actions === undefined ? null : JSON.stringify(actions),
    isEnabled === undefined ? null : Number(isEnabled),
    id,
  );
  if (changes === 0) throw noSuchRule(id);
}

function noSuchRule(id: RuleId): DocbaoError {
  return new DocbaoError('no-such-item', `There is no rule ${id} in this library.`, { id });
}

/** Removes a rule; what it did stays done. Null where there is none. */
export function removeRule(db: WritableDb, id: RuleId): TakeBack | null {
  return db.transaction(() => {
    const runs = db.all<{ ranAt: number; articles: number }>('SELECT ran_at AS ranAt, articles FROM rule_runs WHERE rule_id = ?', id);
    const row = db.get<{ name: string; query: string; actions: string; isEnabled: number; position: number }>(
      'DELETE FROM rules WHERE id = ? RETURNING name, query, actions, is_enabled AS isEnabled, position',
      id,
    );
    if (row === undefined) return null;
    return (target: WritableDb): void => {
      target.run('INSERT OR IGNORE INTO rules (id, name, query, actions, is_enabled, position) VALUES (?, ?, ?, ?, ?, ?)', id, row.name, row.query, row.actions, row.isEnabled, row.position);
      for (const { ranAt, articles } of runs) recordRun(target, id, articles, ranAt);
    };
  });
}

/** Puts rules in this order, before those that are not named. */
export function arrangeRules(db: WritableDb, ids: readonly RuleId[]): void {
  arrange(db, 'rules', ids);
}

function recordRun(db: WritableDb, id: RuleId, articles: number, at: number): void {
  if (articles > 0) db.run('INSERT INTO rule_runs (rule_id, ran_at, articles) VALUES (?, ?, ?)', id, at, articles);
}

/** Does to articles what a rule says. Null where that changed nothing. */
function act(db: WritableDb, action: RuleAction, ids: readonly ArticleId[], at: number): TakeBack | null {
  switch (action.kind) {
    case 'tag':
      return setArticleTags(db, ids, [createTag(db, action.tag, 'grey').id], []);
    case 'star':
      return changeStatus(db, ids, { isStarred: true }, at).takeBack;
    case 'read':
      return changeStatus(db, ids, { isRead: true }, at).takeBack;
    case 'archive':
      return changeStatus(db, ids, { isArchived: true }, at).takeBack;
    case 'queue':
      return changeStatus(db, ids, { isQueued: true }, at).takeBack;
    case 'skip':
      return binArticles(db, ids, at).takeBack;
    default:
      return assertNever(action);
  }
}

/** Applies a rule to articles, and counts them. Null where nothing changed. */
export function applyRule(db: WritableDb, rule: Rule, ids: readonly ArticleId[], at: number): TakeBack | null {
  return db.transaction(() => {
    const takeBacks = rule.actions.flatMap((action) => act(db, action, ids, at) ?? []);
    recordRun(db, rule.id, ids.length, at);
    return takeBacks.length === 0 ? null : (target: WritableDb): void => takeBacks.toReversed().forEach((takeBack) => takeBack(target));
  });
}

/** A rule, and the new articles that it is for. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly ids: readonly ArticleId[];
}

/** The newest article that rules have seen. */
export function getRuledUpTo(db: ReadableDb): ArticleId {
  return db.value<ArticleId>("SELECT value FROM meta WHERE key = 'ruled_up_to'") ?? 0;
}

/** What rules have done with articles as they came, before a sync has completed them. */
export interface EarlyRun {
  /** The newest article that was looked at. */
  readonly upTo: ArticleId;
  /** The articles that each rule has met. */
  readonly met: ReadonlyMap<RuleId, ReadonlySet<ArticleId>>;
}

const EARLY = 'rules-early';

export function getEarlyRun(db: ReadableDb): EarlyRun {
  const stored = db.value<string>('SELECT value FROM meta WHERE key = ?', EARLY);
  const { upTo, met } = stored === undefined ? { upTo: 0, met: [] } : (JSON.parse(stored) as { upTo: ArticleId; met: [RuleId, ArticleId[]][] });
  return { upTo, met: new Map(met.map(([rule, ids]) => [rule, new Set(ids)])) };
}

function setEarlyRun(db: WritableDb, { upTo, met }: EarlyRun): void {
  const value = JSON.stringify({ upTo, met: [...met].map(([rule, ids]) => [rule, [...ids]]) });
  db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', EARLY, value);
}

/** Of some articles those that are still new to their reader: unread, not in the bin, not put off. */
export function listStillNew(db: ReadableDb, ids: readonly ArticleId[]): ArticleId[] {
  return db.column<ArticleId>(
    `SELECT s.article_id FROM json_each(?) ids JOIN article_status s ON s.article_id = ids.value
     WHERE s.is_read = 0 AND s.deleted_at IS NULL AND s.snoozed_until IS NULL ORDER BY s.article_id`,
    JSON.stringify(ids),
  );
}

/** Articles that syncs brought after one, up to another; of the feeds, not saved or imported by hand. */
export function listArrivals(db: ReadableDb, after: ArticleId, upTo: ArticleId): ArticleId[] {
  return db.column<ArticleId>("SELECT id FROM articles WHERE id > ? AND id <= ? AND origin = 'feed'", after, upTo);
}

/** Articles after one and up to another. */
interface ArticleRange {
  readonly after: ArticleId;
  readonly upTo: ArticleId;
}

/** Applies rules in order to those articles that they have not met yet. What one skips, or has skipped, no later one sees. */
function applyInOrder(db: WritableDb, plan: readonly PlannedRule[], early: EarlyRun, at: number): Map<RuleId, Set<ArticleId>> {
  const met = new Map([...early.met].map(([rule, ids]) => [rule, new Set(ids)]));
  const skipped = new Set<ArticleId>();
  for (const { rule, ids } of plan) {
    const before = met.get(rule.id) ?? new Set();
    const fresh = ids.filter((id) => !before.has(id) && !skipped.has(id));
    if (fresh.length > 0) applyRule(db, rule, fresh, at);
    met.set(rule.id, new Set([...before, ...fresh]));
    if (rule.actions.some(({ kind }) => kind === 'skip')) for (const id of met.get(rule.id) ?? []) skipped.add(id);
  }
  return met;
}

/**
 * Applies rules to articles as they come, in the transaction that remembers which has met which; they are looked at once more
 * when they are complete. False where somebody else was faster, and nothing was done.
 */
export function runRulesEarly(db: WritableDb, plan: readonly PlannedRule[], { after, upTo }: ArticleRange, at: number): boolean {
  return db.transaction(() => {
    const early = getEarlyRun(db);
    if (Math.max(early.upTo, getRuledUpTo(db)) !== after) return false;
    setEarlyRun(db, { upTo, met: applyInOrder(db, plan, early, at) });
    return true;
  });
}

/**
 * Applies rules to the articles of a range, but for what they met before those were complete, in the transaction that remembers how far
 * they have come: each article meets each rule once, whatever happens in between. False where somebody else was faster, and
 * nothing was done.
 */
export function runRules(db: WritableDb, plan: readonly PlannedRule[], { after, upTo }: ArticleRange, at: number): boolean {
  return db.transaction(() => {
    if (getRuledUpTo(db) !== after) return false;
    applyInOrder(db, plan, getEarlyRun(db), at);
    db.run("UPDATE meta SET value = ? WHERE key = 'ruled_up_to'", upTo);
    db.run('DELETE FROM meta WHERE key = ?', EARLY);
    return true;
  });
}
