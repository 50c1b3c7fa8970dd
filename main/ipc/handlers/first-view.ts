import type { Article } from '../../../contract/domain/article.ts';
import { orderOf } from '../../../contract/domain/list-order.ts';
import type { FirstView } from '../../../contract/ipc/contract.ts';
import { countLibrary, getArticle, getArticleSummaries, getReadingPosition, getSettings, listFeeds, listFolders, listTags, listWithDays, type ReadableDb, type Store } from '../../store/index.ts';
import type { CallRequest, LibraryHandlers } from '../worker-rpc.ts';

export type DocumentRequest = CallRequest<'internal:articleDocument'>;

interface FirstParts {
  /** Makes an article's document; `app` knows how. */
  buildDocument(article: Article, language: DocumentRequest['language'], theme: DocumentRequest['theme']): string | Promise<string>;
}

type FirstCall =
  | 'library:getFirstView'
  | 'settings:get'
  | 'feeds:list'
  | 'folders:list'
  | 'tags:list'
  | 'articles:listIds'
  | 'articles:getSummaries'
  | 'articles:getPosition'
  | 'internal:articleDocument';

/** Rows of the first list that are sent with it: more than any screen is tall. */
const FIRST_ROWS = 40;

/** All that a window shows first. */
export function readFirstView(read: ReadableDb): FirstView {
  const settings = getSettings(read);
  const list = listWithDays(read, { kind: 'all' }, orderOf({ kind: 'all' }, settings));
  return {
    settings,
    list,
    rows: getArticleSummaries(read, [...list.ids.subarray(0, FIRST_ROWS)]),
    feedList: { feeds: listFeeds(read), counts: countLibrary(read) },
    folders: listFolders(read),
    tags: listTags(read),
  };
}

/** What a window asks for until its first article is open: answered by the store alone, and so before anything else of the library is loaded. */
export function firstHandlers({ read }: Store, { buildDocument }: FirstParts): Pick<LibraryHandlers, FirstCall> {
  return {
    'library:getFirstView': () => readFirstView(read),
    'settings:get': () => getSettings(read),
    'feeds:list': () => ({ feeds: listFeeds(read), counts: countLibrary(read) }),
    'folders:list': () => listFolders(read),
    'tags:list': () => listTags(read),
    'articles:listIds': ({ view, order }) => listWithDays(read, view, order),
    'articles:getSummaries': ({ ids }) => getArticleSummaries(read, ids),
    'articles:getPosition': ({ id }) => getReadingPosition(read, id),
    'internal:articleDocument': ({ id, language, theme }) => buildDocument(getArticle(read, id), language, theme),
  };
}
