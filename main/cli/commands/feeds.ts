import type { Feed } from '../../../contract/domain/feed.ts';
import type { SyncOutcome } from '../../../contract/domain/sync.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { getFeed, listFeeds, removeFeed } from '../../store/index.ts';
import { countOption, idOf, isoTime, UsageError, type Command, type Output } from '../command.ts';

export const add: Command = {
  usage: '<url>',
  summary: 'subscribe to the feed at an address, or to the feed of the page or site there',
  options: {},
  words: [1, 1],
  async run(library, { words }, output) {
    const candidates = await library.discover(words[0] ?? '');
    const [first] = candidates;
    if (!first) throw new DocbaoError('no-feed-found', `No feed was found at ${words[0]}.`);
    const { id, feedUrl, title, siteUrl } = library.subscribeTo(first);
    output.answer({ feed: { id, url: feedUrl, title, siteUrl }, found: candidates.length }, `${id}  ${title}  ${feedUrl}`);
  },
};

export const feeds: Command = {
  usage: '[remove <id>]',
  summary: 'list the subscriptions, or end one',
  options: {},
  words: [0, 2],
  check({ words }) {
    if (words.length > 0 && (words[0] !== 'remove' || words.length !== 2)) throw new UsageError('Use: feeds, or: feeds remove <id>.');
    if (words.length === 2) idOf(words[1], 'a subscription');
  },
  async run(library, { words }, output) {
    if (words.length === 2) {
      const feed = getFeed(library.store.read, idOf(words[1], 'a subscription'));
      removeFeed(library.store.write, feed.id);
      await library.removeUnusedAssets();
      await library.indexed();
      output.answer(describe(feed), `Removed ${feed.title}.`);
      return;
    }
    const list = listFeeds(library.store.read);
    output.answer(list.map(describe), list.map((feed) => `${feed.id}  ${feed.title}  (${feed.unreadCount} unread)  ${feed.feedUrl}`).join('\n') || 'No subscriptions yet.');
  },
};

function describe(feed: Feed): Record<string, unknown> {
  return { id: feed.id, url: feed.feedUrl, title: feed.title, unread: feed.unreadCount, lastSyncAt: isoTime(feed.lastSyncAt), lastError: feed.lastError?.message ?? null };
}

export const sync: Command = {
  usage: '[--feed <id>] [--concurrency n]',
  summary: 'fetch what is new, with its pages and images',
  options: { feed: { type: 'string' }, concurrency: { type: 'string' } },
  words: [0, 0],
  check(input) {
    if (input.options['feed'] !== undefined) idOf(input.options['feed'], 'a subscription');
    countOption(input, 'concurrency', 1, 1);
  },
  async run(library, input, output) {
    const feedId = input.options['feed'] === undefined ? null : getFeed(library.store.read, idOf(input.options['feed'], 'a subscription')).id;
    const concurrency = countOption(input, 'concurrency', 0, 1);
    const stop = (): void => library.sync.cancel();
    process.once('SIGINT', stop);
    const outcome = await library.sync.start(concurrency === 0 ? { feedId } : { feedId, concurrency }).finally(() => process.off('SIGINT', stop));
    const { wasCancelled: _wasCancelled, ...answer } = outcome;
    output.answer(answer, `${outcome.newArticles} new, ${outcome.updatedArticles} updated, ${outcome.assets} images, ${outcome.feeds} feeds in ${outcome.ms} ms.`);
    report(outcome, output);
  },
};

/** A dead feed is told of, and does not fail the command as long as another one was synced. */
function report(outcome: SyncOutcome, output: Output): void {
  const isAllFailed = outcome.feeds > 0 && outcome.failed.length === outcome.feeds;
  for (const { url, message } of outcome.failed) output.progress(`failed: ${url}: ${message}`);
  if (outcome.wasCancelled) output.failure('The sync was cancelled; what it had stored stays.');
  else if (isAllFailed) output.failure(outcome.feeds === 1 ? (outcome.failed[0]?.message ?? '') : `None of the ${outcome.feeds} feeds could be synced.`);
}
