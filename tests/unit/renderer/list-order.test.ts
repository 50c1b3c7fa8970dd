import { describe, expect, it } from 'vitest';
import type { ArticleView } from '../../../contract/domain/article.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../contract/domain/library.ts';
import { orderForAll, orderOf, withOrder } from '../../../contract/domain/list-order.ts';

const VIEWS: readonly ArticleView[] = [
  { kind: 'all' }, { kind: 'starred' }, { kind: 'feed', feedId: 1 }, { kind: 'feed', feedId: 2 }, { kind: 'folder', folderId: 1 }, { kind: 'tag', tagId: 1 },
];
const [ALL, STARRED, FEED] = VIEWS as [ArticleView, ArticleView, ArticleView];
const oldest = { sort: 'oldest', unreadFirst: false } as const;
const usual = { sort: 'newest', unreadFirst: false } as const;

describe('the order of a list', () => {
  it('is that of all lists until the view has its own', () => {
    let settings: Settings = { ...DEFAULT_SETTINGS };
    for (const view of VIEWS) expect(orderOf(view, settings)).toEqual(usual);
    settings = { ...settings, ...withOrder(FEED, oldest, settings) };
    expect(VIEWS.filter((view) => orderOf(view, settings).sort === 'oldest')).toEqual([FEED]);
    settings = { ...settings, ...withOrder(STARRED, { sort: 'longest', unreadFirst: true }, settings) };
    expect([orderOf(FEED, settings), orderOf(STARRED, settings), orderOf(ALL, settings)]).toEqual([oldest, { sort: 'longest', unreadFirst: true }, usual]);
  });

  it('that is the usual one again is not kept', () => {
    const own = { ...DEFAULT_SETTINGS, ...withOrder(FEED, oldest, DEFAULT_SETTINGS) };
    expect(withOrder(FEED, usual, own)).toEqual({ listOrders: {} });
  });

  it('can be made that of all lists', () => {
    const own: Settings = { ...DEFAULT_SETTINGS, ...withOrder(FEED, oldest, DEFAULT_SETTINGS) };
    const settings = { ...own, ...orderForAll({ sort: 'longest', unreadFirst: true }) };
    for (const view of VIEWS) expect(orderOf(view, settings)).toEqual({ sort: 'longest', unreadFirst: true });
  });
});
