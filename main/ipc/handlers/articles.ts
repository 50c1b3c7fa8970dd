import type { ArticleId, ArticleSummary } from '../../../contract/domain/article.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { addWork, getArticle, getArticleSummaries, getReadingPosition, listArticleIds, markArticles, markViewRead, setReadingPosition } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type ArticleHandlers = Pick<
  LibraryHandlers,
  | 'articles:listIds'
  | 'articles:getSummaries'
  | 'articles:get'
  | 'articles:mark'
  | 'articles:markViewRead'
  | 'articles:getPosition'
  | 'articles:setPosition'
  | 'articles:tryAgain'
  | 'articles:savePage'
  | 'articles:saveFile'
>;

export function articleHandlers(library: Library): ArticleHandlers {
  const { read, write } = library.store;
  return {
    'articles:listIds': ({ view }) => ({ ids: listArticleIds(read, view) }),
    'articles:getSummaries': ({ ids }) => getArticleSummaries(read, ids),
    'articles:get': ({ id }) => getArticle(read, id),
    'articles:mark': ({ ids, change }) => {
      markArticles(write, ids, change, Date.now());
      library.changes.articles(ids);
    },
    'articles:markViewRead': ({ view, before }) => {
      const ids = markViewRead(write, view, before, Date.now());
      library.changes.articles(ids);
      return { ids };
    },
    'articles:getPosition': ({ id }) => getReadingPosition(read, id),
    'articles:setPosition': ({ id, position }) => setReadingPosition(write, id, position, Date.now()),
    'articles:tryAgain': ({ id }) => tryAgain(library, id),
    'articles:savePage': async ({ url }) => summaryOf(library, await library.savePage(url)),
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
