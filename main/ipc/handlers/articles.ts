import type { ArticleId, ArticleSummary } from '../../../contract/domain/article.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { addWork, changeStatus, getArticle, getArticleSummaries, markViewRead, setReadingPosition } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { UndoLog } from '../undo-log.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type ArticleHandlers = Pick<
  LibraryHandlers,
  | 'articles:get'
  | 'articles:mark'
  | 'articles:markViewRead'
  | 'articles:setPosition'
  | 'articles:tryAgain'
  | 'articles:savePage'
  | 'articles:saveFile'
>;

export function articleHandlers(library: Library, undoLog: UndoLog): ArticleHandlers {
  const { read, write } = library.store;
  return {
    'articles:get': ({ id }) => getArticle(read, id),
    'articles:mark': ({ ids, change }) => {
      const { ids: changed, takeBack } = changeStatus(write, ids, change, Date.now());
      library.changes.articles(changed);
      return undoLog.add(takeBack);
    },
    'articles:markViewRead': ({ view, ...limits }) => {
      const { ids, takeBack } = markViewRead(write, view, limits, Date.now());
      library.changes.articles(ids);
      return { ids, ...undoLog.add(takeBack) };
    },
    'articles:setPosition': ({ id, position }) => setReadingPosition(write, id, position, Date.now()),
    'articles:tryAgain': ({ id }) => tryAgain(library, id),
    'articles:savePage': async ({ url }) => summaryOf(library, await library.savePageOrLater(url)),
    'articles:saveFile': async ({ name, bytes }) => summaryOf(library, await library.saveFile(name, bytes)),
  };
}

function tryAgain(library: Library, id: ArticleId): void {
  const { offline, url, feedId } = summaryOf(library, id);
  if (offline !== 'complete') addWork(library.store.write, id, feedId, offline === 'summary' && url !== null ? 'page' : 'images', Date.now());
}

function summaryOf(library: Library, id: ArticleId): ArticleSummary {
  const [summary] = getArticleSummaries(library.store.read, [id]);
  if (summary === undefined) throw new DocbaoError('no-such-item', `The article ${id} is not in the library any more`, { id });
  return summary;
}
