export { commonFeedUrls, discoverFeeds, feedListPages } from './feeds.ts';
export type { DiscoveredFeed } from './feeds.ts';
