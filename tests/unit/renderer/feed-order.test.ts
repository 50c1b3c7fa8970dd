import { describe, expect, it } from 'vitest';
import type { Feed, Folder } from '../../../contract/domain/feed.ts';
import { drawsAlike } from '../../../renderer/features/feeds/draws-alike.ts';
import { feedsInOrder, treeOf } from '../../../renderer/features/feeds/feed-order.ts';

const feed = (id: number, folderId: number | null = null, change: Partial<Feed> = {}): Feed => ({
  id, folderId, feedUrl: `http://127.0.0.1:9/${id}`, siteUrl: null, title: `Báo ${id}`, position: id, iconAsset: null, unreadCount: 0, articleCount: 0, addedAt: 0,
  lastSyncAt: null, lastSuccessAt: null, lastError: null, failingSince: null, isStopped: false, nextSyncAt: null, ...change,
});
const folder = (id: number, parentId: number | null = null, isCollapsed = false): Folder => ({ id, parentId, title: `Thư mục ${id}`, position: id, isCollapsed, unreadCount: 0 });

describe('the subscriptions in the sidebar', () => {
  const folders = [folder(1), folder(2, 1), folder(3, null, true)];
  const feeds = [feed(10), feed(11, 1), feed(12, 2), feed(13, 3), feed(14, 99)];

  it('stand in their folders, below the folders inside; those of an unknown folder at the top', () => {
    expect(feedsInOrder(feeds, folders)).toEqual([12, 11, 10, 14]);
  });

  it('are each told how many are drawn above', () => {
    const top = treeOf(feeds, folders);
    expect(top.above).toBe(2);
    expect(top.branches.map(({ above }) => above)).toEqual([1, 2]);
    expect(top.branches[0]?.branches.map(({ above }) => above)).toEqual([0]);
  });

  it('come to an end where folders lie in each other in circles, or too deep', () => {
    expect(feedsInOrder([feed(10, 1), feed(11)], [folder(1, 2), folder(2, 1)])).toEqual([11]);
    const deep = Array.from({ length: 9 }, (_, at) => folder(at + 1, at === 0 ? null : at));
    expect(feedsInOrder([feed(8, 8), feed(9, 9)], deep)).toEqual([8]);
  });
});

describe('the row of a subscription', () => {
  const before = feed(1);
  const failed = { kind: 'timeout', message: 'The server did not answer' } as const;

  it('is the same after a sync that brought nothing', () => {
    expect(drawsAlike(before, { ...before, lastSyncAt: 5, lastSuccessAt: 5, nextSyncAt: 9, articleCount: 7 })).toBe(true);
    expect(drawsAlike({ ...before, lastError: failed }, { ...before, lastError: { ...failed } })).toBe(true);
  });

  it('is another one with each thing that it shows', () => {
    const changes: readonly Partial<Feed>[] = [{ unreadCount: 1 }, { title: 'Tên khác' }, { iconAsset: 'a.png' }, { lastError: failed }, { isStopped: true }, { folderId: 4 }, { failingSince: 3 }];
    for (const change of changes) expect(drawsAlike(before, { ...before, ...change })).toBe(false);
  });
});
