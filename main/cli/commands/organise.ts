import type { ArticleView, StatusChange } from '../../../contract/domain/article.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { createTag, findTag, getArticle, getFeed, setArticleTags, type ReadableDb } from '../../store/index.ts';
import { idOf, UsageError, type Command, type CommandInput } from '../command.ts';

/** Options of `list` that name a view by themselves. */
const VIEWS = ['unread', 'starred', 'archived', 'queued'] as const;
/** Pairs of `mark`: what is set and what is taken off. */
const MARKS = [['read', 'unread', 'isRead'], ['starred', 'unstarred', 'isStarred'], ['archived', 'unarchived', 'isArchived'], ['queued', 'unqueued', 'isQueued']] as const;

export const VIEW_OPTIONS = { unread: { type: 'boolean' }, starred: { type: 'boolean' }, archived: { type: 'boolean' }, queued: { type: 'boolean' }, feed: { type: 'string' }, tag: { type: 'string' } } as const;
export const MARK_OPTIONS = Object.fromEntries(MARKS.flatMap(([on, off]) => [on, off]).map((name) => [name, { type: 'boolean' as const }]));

/** Refuses options of which only one can be meant. */
export function checkView({ options }: CommandInput): void {
  const chosen = Object.keys(VIEW_OPTIONS).filter((name) => options[name] !== undefined);
  if (chosen.length > 1) throw new UsageError(`--${chosen.join(' and --')} can't be combined.`);
  if (options['feed'] !== undefined) idOf(options['feed'], 'a subscription');
}

/** The view that the options name. @throws {DocbaoError} `no-such-item` where there is no such feed or tag */
export function viewOf(db: ReadableDb, { options }: CommandInput): ArticleView {
  const { feed, tag } = options;
  if (typeof feed === 'string') return { kind: 'feed', feedId: getFeed(db, idOf(feed, 'a subscription')).id };
  if (typeof tag === 'string') {
    const known = findTag(db, tag);
    if (known === null) throw new DocbaoError('no-such-item', `There is no tag “${tag}” in this library.`);
    return { kind: 'tag', tagId: known.id };
  }
  const kind = VIEWS.find((name) => options[name] === true) ?? 'all';
  return { kind: kind === 'queued' ? 'queue' : kind };
}

/** The change of status that the options ask for. */
export function changeOf({ options }: CommandInput): StatusChange {
  const change: Record<string, boolean> = {};
  for (const [on, off, field] of MARKS) {
    if (options[on] === true && options[off] === true) throw new UsageError(`--${on} and --${off} can't be combined.`);
    if (options[on] === true || options[off] === true) change[field] = options[on] === true;
  }
  if (Object.keys(change).length === 0) throw new UsageError(`Say what to mark: ${MARKS.flatMap(([on, off]) => [`--${on}`, `--${off}`]).join(', ')}.`);
  return change;
}

export const tag: Command = {
  usage: '<id>... --add <tag> | --remove <tag>',
  summary: 'put a tag on articles, or take one off',
  options: { add: { type: 'string' }, remove: { type: 'string' } },
  words: [1, 100_000],
  check({ words, options }) {
    for (const word of words) idOf(word, 'an article');
    if (options['add'] === undefined && options['remove'] === undefined) throw new UsageError('Say which tag: --add <tag> or --remove <tag>.');
    if ([options['add'], options['remove']].some((name) => typeof name === 'string' && name.trim() === '')) throw new UsageError('A tag needs a name.');
  },
  async run(library, { words, options: { add, remove } }, output) {
    const { write } = library.store;
    const ids = words.map((word) => getArticle(write, idOf(word, 'an article')).id);
    const added = typeof add === 'string' ? [createTag(write, add.trim(), 'grey').id] : [];
    const removed = typeof remove === 'string' ? [findTag(write, remove)?.id ?? 0] : [];
    const isChanged = setArticleTags(write, ids, added, removed) !== null;
    output.answer({ tagged: ids.length, changed: isChanged }, isChanged ? 'Tagged.' : 'Nothing changed.');
  },
};
