export { createSearchClient, type SearchClient } from './client.ts';
