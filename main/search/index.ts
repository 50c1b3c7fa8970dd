export { excludesAnything } from './query/excludes.ts';
export { createSearchClient, type SearchClient } from './client.ts';
