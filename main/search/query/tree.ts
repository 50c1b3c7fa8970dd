import type { ResultOrder } from '../../../contract/domain/search.ts';
import type { ArticleFilter } from '../../store/index.ts';
import type { QueryWord } from './words.ts';

/** What a query asks for, as a tree. */
export type QueryNode =
  /** Each of the words, in any place; in one field only, where `field` names it. */
  | { readonly kind: 'words'; readonly words: readonly QueryWord[]; readonly field: number | null }
  /** The words next to each other, with exactly the marks that were typed. */
  | { readonly kind: 'phrase'; readonly words: readonly QueryWord[]; readonly field: number | null }
  | { readonly kind: 'filter'; readonly filter: ArticleFilter }
  /** Some articles, ids ascending. */
  | { readonly kind: 'ids'; readonly ids: Uint32Array }
  | { readonly kind: 'and'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode };

/** A query, understood. */
export interface ParsedQuery {
  /** Null where nothing is asked for. */
  readonly root: QueryNode | null;
  /** The words that every result has, in the order typed: first of all they are a phrase. */
  readonly run: readonly QueryWord[];
  /** All words that make an article a better result. */
  readonly scored: readonly QueryWord[];
  /** What the reader marks. */
  readonly terms: readonly string[];
  readonly sort: ResultOrder;
  /** Pieces that look like the query language and could not be understood; they were searched as words. */
  readonly misunderstood: readonly string[];
}
