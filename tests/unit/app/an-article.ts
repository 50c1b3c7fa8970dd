import type { Article, ArticleImage } from '../../../contract/domain/article.ts';

/** A picture of an article, not stored unless it is said. */
export const image = (change: Partial<ArticleImage>): ArticleImage => ({
  src: 'https://a.vn/1.jpg', alt: null, caption: null, width: null, height: null, position: 0, asset: null, error: null, ...change,
});

/** A short article of a Vietnamese paper. */
export const article = (change: Partial<Article>): Article => ({
  id: 7, title: 'Mưa lớn', lede: null, feedId: null, sourceName: null, url: null, publishedAt: Date.UTC(2026, 2, 16, 11, 20), arrivedAt: 0,
  isRead: false, isStarred: false, isArchived: false, isQueued: false, snoozedUntil: null, deletedAt: null, tags: [], hasHighlights: false, offline: 'complete', imageAsset: null, storySize: 1, lang: 'vi', byline: null, updatedAt: null, dir: 'ltr',
  html: '<p>Lời</p>', text: 'Lời', wordCount: 690, origin: 'feed', images: [], enclosures: [], offlineReason: null, ...change,
});
