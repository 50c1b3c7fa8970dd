import { exportSubscriptions, importSubscriptions } from '../../exchange/subscriptions.ts';
import { getFeed, getFeedHealth, renameFeed, setFeedOptions } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';
import { readSuggestedFeeds } from './suggested-feeds.ts';

type FeedHandlers = Pick<LibraryHandlers, 'feeds:getHealth' | 'feeds:setOptions' | 'feeds:importOpml' | 'feeds:exportOpml' | 'feeds:listSuggested' | 'feeds:discover' | 'feeds:add' | 'feeds:rename'>;

export function feedHandlers(library: Library, resourcesFolder: string): FeedHandlers {
  const { read, write } = library.store;
  return {
    'feeds:listSuggested': () => readSuggestedFeeds(resourcesFolder),
    'feeds:discover': ({ address }) => library.discover(address),
    'feeds:add': ({ feedUrl }) => library.subscribe(feedUrl),
    'feeds:getHealth': ({ feedId }) => getFeedHealth(read, feedId),
    'feeds:setOptions': ({ feedId, options }) => {
      setFeedOptions(write, feedId, options);
      return getFeedHealth(write, feedId);
    },
    'feeds:importOpml': ({ text }) => {
      const outcome = importSubscriptions(write, text, Date.now());
      library.changes.feeds();
      return outcome;
    },
    'feeds:exportOpml': () => ({ opml: exportSubscriptions(read, Date.now()) }),
    'feeds:rename': ({ feedId, title }) => {
      renameFeed(write, feedId, title);
      library.changes.feeds();
      return getFeed(write, feedId);
    },
  };
}
