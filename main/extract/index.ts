export { extractArticle, extractFeedContent } from './article.ts';
export { SMALL_WIDTH } from './images.ts';
export { extractMarkdown } from './markdown.ts';
export { plainSummary } from './plain-summary.ts';
export { isWorseThan } from './quality.ts';
export { extractTextFile } from './text-file.ts';
