import { countLibrary, getFeed, listFeeds, removeFeed, renameFeed } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';
import { readSuggestedFeeds } from './suggested-feeds.ts';

type FeedHandlers = Pick<LibraryHandlers, 'feeds:list' | 'feeds:listSuggested' | 'feeds:discover' | 'feeds:add' | 'feeds:remove' | 'feeds:rename'>;

export function feedHandlers(library: Library, resourcesFolder: string): FeedHandlers {
  const { read, write } = library.store;
  return {
    'feeds:list': () => ({ feeds: listFeeds(read), counts: countLibrary(read) }),
    'feeds:listSuggested': () => readSuggestedFeeds(resourcesFolder),
    'feeds:discover': ({ address }) => library.discover(address),
    'feeds:add': ({ feedUrl }) => library.subscribe(feedUrl),
    'feeds:remove': ({ feedId }) => {
      removeFeed(write, feedId);
      library.changes.feeds();
      library.changes.articles(null);
    },
    'feeds:rename': ({ feedId, title }) => {
      renameFeed(write, feedId, title);
      library.changes.feeds();
      return getFeed(write, feedId);
    },
  };
}
