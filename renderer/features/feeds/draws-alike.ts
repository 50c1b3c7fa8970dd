import type { Feed } from '../../../contract/domain/feed.ts';

/** What the sidebar's row of a subscription shows, and what its menu needs. */
const SHOWN = ['id', 'title', 'siteUrl', 'folderId', 'iconAsset', 'unreadCount', 'failingSince', 'isStopped'] as const satisfies readonly (keyof Feed)[];

/** Whether two states of a subscription have the same row: a sync changes the times of every one, and the looks of few. */
export function drawsAlike(a: Feed, b: Feed): boolean {
  return a === b || (SHOWN.every((name) => a[name] === b[name]) && JSON.stringify(a.lastError) === JSON.stringify(b.lastError));
}
