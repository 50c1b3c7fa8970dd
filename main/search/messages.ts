import type { ArticleId } from '../../contract/domain/article.ts';
import type { Result } from '../../contract/domain/result.ts';
import type { SearchHit, SearchRequest, SearchResponse, Suggestion } from '../../contract/domain/search.ts';

/** How many articles a query finds, and how many of them are unread. */
export interface QueryCount {
  readonly total: number;
  readonly unread: number;
}

/** What the search worker can be asked: name -> request and response. */
export interface SearchTasks {
  query: { request: SearchRequest; response: SearchResponse };
  ids: { request: { readonly query: string }; response: Uint32Array };
  counts: { request: { readonly queries: readonly string[] }; response: readonly QueryCount[] };
  matchingIds: { request: { readonly query: string }; response: Uint32Array };
  suggest: { request: { readonly text: string; readonly limit: number }; response: readonly Suggestion[] };
  warm: { request: null; response: null };
  related: { request: { readonly id: ArticleId; readonly limit: number }; response: readonly SearchHit[] };
  catchUp: { request: null; response: null };
  rebuild: { request: null; response: null };
  check: { request: null; response: readonly string[] };
  indexBytes: { request: null; response: number };
  close: { request: null; response: null };
}

export type SearchTask = keyof SearchTasks;

/** To the worker. */
export type TaskMessage = { readonly [T in SearchTask]: { readonly id: number; readonly task: T; readonly request: SearchTasks[T]['request'] } }[SearchTask];

/** From the worker. */
export interface TaskAnswer {
  readonly id: number;
  readonly result: Result<unknown>;
}
