export { isPrivateHost } from './address.ts';
export { createFetcher } from './fetcher.ts';
export type { FetcherOptions } from './fetcher.ts';
export type { DownloadSink, Fetcher, FetchRequest, FetchResponse } from './types.ts';
