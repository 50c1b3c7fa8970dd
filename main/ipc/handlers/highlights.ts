import { highlightsAsMarkdown } from '../../exchange/highlights-markdown.ts';
import { changeHighlight, countHighlights, insertHighlight, listAllHighlights, listHighlights, removeHighlights } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type HighlightHandlers = Pick<
  LibraryHandlers,
  | 'highlights:list'
  | 'highlights:listAll'
  | 'highlights:count'
  | 'highlights:add'
  | 'highlights:change'
  | 'highlights:remove'
  | 'highlights:exportMarkdown'
>;

export function highlightHandlers(library: Library): HighlightHandlers {
  const { read, write } = library.store;
  return {
    'highlights:list': ({ articleId }) => listHighlights(read, articleId),
    'highlights:listAll': () => listAllHighlights(read, null),
    'highlights:count': () => ({ count: countHighlights(read) }),
    'highlights:add': (highlight) => {
      const added = insertHighlight(write, highlight, Date.now());
      library.changes.articles([added.articleId]);
      return added;
    },
    'highlights:change': ({ id, change }) => {
      const changed = changeHighlight(write, id, change, Date.now());
      library.changes.articles([changed.articleId]);
      return changed;
    },
    'highlights:remove': ({ ids }) => {
      const removed = removeHighlights(write, ids);
      library.changes.articles([...new Set(removed.map(({ articleId }) => articleId))]);
      return removed;
    },
    'highlights:exportMarkdown': ({ articleId, language }) => ({ markdown: highlightsAsMarkdown(listAllHighlights(read, articleId), language) }),
  };
}
