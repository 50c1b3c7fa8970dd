export { extractArticle, extractFeedContent } from './article.ts';
export type { ArticleHints } from './article.ts';
export { extractMarkdown } from './markdown.ts';
export { extractTextFile } from './text-file.ts';
