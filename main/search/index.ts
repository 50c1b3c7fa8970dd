export { createSearchClient, type SearchClient, type SearchClientOptions } from './client.ts';
