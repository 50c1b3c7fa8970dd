import { highlightsAsMarkdown } from '../../exchange/highlights-markdown.ts';
import { getArticle, listAllHighlights } from '../../store/index.ts';
import { idOf, isoTime, type Command } from '../command.ts';

export const highlights: Command = {
  usage: '[--article <id>] [--markdown]',
  summary: 'print what was highlighted, with its notes, the newest first',
  options: { article: { type: 'string' }, markdown: { type: 'boolean' } },
  words: [0, 0],
  check({ options }) {
    if (options['article'] !== undefined) idOf(options['article'], 'an article');
  },
  async run(library, { options }, output) {
    const { read } = library.store;
    const articleId = options['article'] === undefined ? null : idOf(options['article'], 'an article');
    if (articleId !== null) getArticle(read, articleId);
    const found = listAllHighlights(read, articleId);
    if (options['markdown'] === true) {
      const markdown = highlightsAsMarkdown(found, 'en');
      output.answer({ markdown }, markdown.trimEnd());
      return;
    }
    const rows = found.map(({ id, articleId: article, title, color, quote, picture, note, isOrphan, createdAt }) => ({ id, articleId: article, title, color, quote, picture, note, isOrphan, createdAt: isoTime(createdAt) }));
    const text = found.map(({ id, color, quote, picture, title, note }) => `${id}  ${color}  ${picture === null || quote !== '' ? `“${quote}”` : picture}  (${title})${note === null ? '' : `\n    ${note.replace(/\n/g, '\n    ')}`}`);
    output.answer(rows, [`${found.length} highlights`, ...text].join('\n'));
  },
};
