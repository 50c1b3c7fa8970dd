import type { Article } from '../../../contract/domain/article.ts';
import { getArticle } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { StoredPageView } from '../../sync/stored-page.ts';
import { UndoLog } from '../undo-log.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';
import { articleHandlers } from './articles.ts';
import { enclosureHandlers } from './enclosures.ts';
import { feedHandlers } from './feeds.ts';
import { firstHandlers, type DocumentRequest } from './first-view.ts';
import { highlightHandlers } from './highlights.ts';
import { organisingHandlers } from './organising.ts';
import { readingHandlers } from './reading.ts';
import { ruleHandlers } from './rules.ts';
import { savingHandlers } from './saving.ts';
import { searchHandlers } from './search.ts';
import { searchesHandlers } from './searches.ts';
import { settingsHandlers } from './settings.ts';
import { storyHandlers } from './stories.ts';
import { syncHandlers } from './sync.ts';

export interface HandlerParts {
  /** The application's `resources` folder. */
  readonly resourcesFolder: string;
  /** Makes an article's document; `app` knows how. */
  buildPageDocument(page: StoredPageView, language: DocumentRequest['language'], theme: DocumentRequest['theme']): string;
  /** Makes a page of an article that stands alone. */
  buildFile(article: Article, language: DocumentRequest['language']): Promise<string>;
  buildDocument(article: Article, language: DocumentRequest['language'], theme: DocumentRequest['theme']): string;
}

/** What the library's thread answers, one function for each channel. */
export function createLibraryHandlers(library: Library, parts: HandlerParts): LibraryHandlers {
  const undoLog = new UndoLog();
  return {
    ...firstHandlers(library.store, parts),
    ...articleHandlers(library, undoLog),
    ...organisingHandlers(library, undoLog),
    ...feedHandlers(library, parts.resourcesFolder),
    ...highlightHandlers(library),
    ...readingHandlers(library),
    ...savingHandlers(library),
    ...searchHandlers(library),
    ...searchesHandlers(library, undoLog),
    ...ruleHandlers(library, undoLog),
    ...settingsHandlers(library),
    ...enclosureHandlers(library),
    ...storyHandlers(library),
    ...syncHandlers(library),
    'internal:articleFile': async ({ id, language }) => {
      const article = getArticle(library.store.read, id);
      return { title: article.title, html: await parts.buildFile(article, language) };
    },
    'internal:pageDocument': async ({ id, language, theme }) => parts.buildPageDocument(await library.viewStoredPage(id), language, theme),
  };
}
