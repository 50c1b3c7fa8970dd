export { extractArticle, extractFeedContent } from './article.ts';
export type { ArticleHints, ExtractedPage } from './article.ts';
export { extractMarkdown } from './markdown.ts';
export type { PageLinks, VariantUrl } from './page-links.ts';
export { isWorseThan } from './quality.ts';
export type { Reading } from './quality.ts';
export { extractTextFile } from './text-file.ts';
