import type { ArticleId } from '../../contract/domain/article.ts';

/** The address of an article's document, relative to the window's own. */
export function articleAddress(id: ArticleId): string {
  return new URL(`article/${id}`, document.baseURI).href;
}

/** The address of the page that an article was taken from, as the library has it. */
export function pageAddress(id: ArticleId): string {
  return `${articleAddress(id)}?page`;
}

/** The address of a stored image or file. */
export function assetAddress(name: string): string {
  return `docbao-asset://library/${name}`;
}
