import { currentFeeds } from '../feeds/feeds-store.ts';
import { currentReader } from '../reader/reader-store.ts';
import { openWelcome } from './welcome-store.ts';

/** Whether nobody has used this library yet: no source is followed, and nothing was read or starred. */
function isNew(): boolean {
  const { feeds, counts } = currentFeeds();
  return feeds.length === 0 && counts.unread === counts.all && counts.starred === 0 && currentReader().openId === null;
}

/** Welcomes whoever opens a library that nobody has used yet. To be called once the sources are known. */
export function greet(): void {
  if (isNew()) openWelcome();
}
