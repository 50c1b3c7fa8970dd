import type { ImportedSubscriptions } from '../../contract/domain/feed.ts';
import { parseOpml, writeOpml } from '../opml/index.ts';
import { ensureFolder, findFeedByUrl, insertFeed, listFeeds, listFolderPaths, renameFeed, type ReadableDb, type WritableDb } from '../store/index.ts';

/**
 * Subscribes to what an OPML list names, in its folders, in one transaction. Feeds that are there already stay as they are;
 * nothing is fetched: the next sync says what each one is.
 *
 * @throws {DocbaoError} `unsupported-type` where the text is no subscription list
 */
export function importSubscriptions(db: WritableDb, text: string, now: number): ImportedSubscriptions {
  const { subscriptions, skipped } = parseOpml(text);
  const added = db.transaction(() => {
    let count = 0;
    for (const { feedUrl, title, siteUrl, folders } of subscriptions) {
      if (findFeedByUrl(db, feedUrl) !== null) continue;
      const id = insertFeed(db, { feedUrl, siteUrl, title: title || new URL(feedUrl).host, addedAt: now, kind: 'feed', folderId: ensureFolder(db, folders) });
      // The names in a person's list are that person's: the feed's own does not replace them.
      if (title !== '') renameFeed(db, id, title);
      count += 1;
    }
    return count;
  });
  return { feeds: subscriptions.length + skipped.length, added, skipped: skipped.map(({ url, message }) => ({ url, message })) };
}

/** All subscriptions as an OPML 2.0 list, in their folders. */
export function exportSubscriptions(db: ReadableDb, now: number): string {
  const paths = listFolderPaths(db);
  const subscriptions = listFeeds(db).map(({ feedUrl, title, siteUrl, folderId }) => ({ feedUrl, title, siteUrl, folders: folderId === null ? [] : (paths.get(folderId) ?? []) }));
  return writeOpml(subscriptions, { title: 'Docbao', createdAt: now });
}
