import type { Article } from '../../../contract/domain/article.ts';
import { differenceOf } from '../../../contract/domain/difference.ts';
import { versionLines } from '../../../contract/domain/version-lines.ts';
import type { ComparedVersion } from '../../../contract/ipc/reading-contract.ts';
import { getArticle, getArticleVersion, getStoredPage, listArticleVersions } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type ReadingHandlers = Pick<LibraryHandlers, 'articles:listVersions' | 'articles:compareVersion' | 'articles:hasPage'>;

/** What an article was: its earlier versions, and the page that it was taken from. */
export function readingHandlers(library: Library): ReadingHandlers {
  return {
    'articles:listVersions': ({ id }) => listArticleVersions(library.store.read, id),
    'articles:compareVersion': ({ versionId }) => compareVersion(library, versionId),
    'articles:hasPage': ({ id }) => getStoredPage(library.store.read, id) !== null,
  };
}

function compareVersion({ store }: Library, versionId: number): ComparedVersion {
  const { html, lede, text: _text, ...version } = getArticleVersion(store.read, versionId);
  const versions = listArticleVersions(store.read, version.articleId);
  const later = versions[versions.findIndex(({ id }) => id === versionId) - 1];
  const next = later === undefined ? getArticle(store.read, version.articleId) : getArticleVersion(store.read, later.id);
  return { version, paragraphs: differenceOf(paragraphsOf({ title: version.title, lede, html }), paragraphsOf(next)) };
}

function paragraphsOf({ title, lede, html }: Pick<Article, 'title' | 'lede' | 'html'>): string[] {
  return [title.trim(), (lede ?? '').trim(), ...versionLines(html)].filter((line) => line !== '');
}
