export { discoverArticles } from './articles.ts';
export type { ListedArticle } from './articles.ts';
export { commonFeedUrls, discoverFeeds, feedListPages } from './feeds.ts';
