/** The worker threads below the library. */
export type WorkerName = 'steps-worker' | 'search-worker';

const SOURCES: Record<WorkerName, string> = { 'steps-worker': './steps-worker.ts', 'search-worker': '../search/worker.ts' };

/** Where a worker's entry file is: beside this one's source under plain Node, beside the bundle in the application. */
export function workerUrl(name: WorkerName): URL {
  return new URL(import.meta.url.endsWith('.ts') ? SOURCES[name] : `./${name}.cjs`, import.meta.url);
}
