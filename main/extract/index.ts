export { extractArticle, extractFeedContent } from './article.ts';
export { extractMarkdown } from './markdown.ts';
export { isWorseThan } from './quality.ts';
export { extractTextFile } from './text-file.ts';
