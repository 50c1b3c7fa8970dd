import packageJson from '../../package.json' with { type: 'json' };
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { statSync } from 'node:fs';
import type { ArticleId } from '../../contract/domain/article.ts';
import type { Feed, FeedCandidate } from '../../contract/domain/feed.ts';
import type { LibraryCheck, LibraryStats } from '../../contract/domain/library.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import type { Language } from '../../contract/words/index.ts';
import { createAssetStore } from '../assets/index.ts';
import { createFetcher, type FetcherOptions } from '../fetch/index.ts';
import { createSearchClient, type SearchClient } from '../search/index.ts';
import { checkDatabase, getTotals, libraryPaths, listAssetNames, openStore, removeUnreferencedAssets, type Store } from '../store/index.ts';
import { Arrivals } from './arrivals.ts';
import { ChangeNotifier } from './change-notifier.ts';
import { SyncConditions } from './conditions.ts';
import type { LibraryContext, LibraryListener } from './context.ts';
import { SyncEngine } from './engine.ts';
import { EnclosureDownloads } from './enclosures.ts';
import { startHousekeeping } from './housekeeping.ts';
import { FileImporter } from './file-import.ts';
import { IndexKeeper } from './index-keeper.ts';
import { reextract, type ReextractOutcome } from './reextract.ts';
import { savePageOrLater } from './save-later.ts';
import { saveClip, saveFile, savePage } from './save.ts';
import type { Clip } from './steps.ts';
import { viewStoredPage, type StoredPageView } from './stored-page.ts';
import { addStarterArticles } from './starter.ts';
import { startScheduler } from './scheduler.ts';
import { StepsPool } from './steps-pool.ts';
import { StoryKeeper } from './stories/story-keeper.ts';
import { discover, subscribe, subscribeTo } from './subscribe.ts';
import { workerUrl } from './worker-url.ts';

export interface OpenLibraryOptions {
  /** The library's folder; made where it is missing. */
  readonly folder: string;
  /** The store of that folder, where it is open already; it is closed with the library. */
  readonly store?: Store;
  /** Called for every event of `LibraryEvents`. */
  readonly onEvent?: LibraryListener;
  /** Given, a new library gets the starter articles of the application's `resources` folder, those in `language` on top. */
  readonly starter?: { readonly resourcesFolder: string; readonly language: Language };
  /** How addresses are fetched: Docbao's version for the User-Agent; limits, which tests shorten. */
  readonly fetcher?: FetcherOptions;
  /** Whether feeds are synced, snoozed articles come back and the bin is emptied by themselves when they are due, for as long as the library is open. */
  readonly isScheduled?: boolean;
}

/** A library, opened: what the window's handlers and the command line call. */
export interface Library {
  readonly folder: string;
  readonly store: Store;
  readonly search: SearchClient;
  readonly sync: SyncEngine;
  /** Takes in files and folders of the user's disk. */
  readonly files: FileImporter;
  readonly enclosures: EnclosureDownloads;
  readonly changes: ChangeNotifier;
  readonly emit: LibraryListener;
  /** The feeds that an address leads to. */
  discover(address: string, signal?: AbortSignal): Promise<FeedCandidate[]>;
  /** Subscribes to the feed at exactly this address. */
  subscribe(feedUrl: string, signal?: AbortSignal): Promise<Feed>;
  /** Subscribes to a feed that `discover` has just answered. */
  subscribeTo(candidate: FeedCandidate): Feed;
  savePage(url: string, signal?: AbortSignal): Promise<ArticleId>;
  /** The same; without a network the page is noted, and fetched when there is one. */
  savePageOrLater(url: string, signal?: AbortSignal): Promise<ArticleId>;
  saveFile(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<ArticleId>;
  /** Saves text that was pasted or dropped. */
  saveClip(clip: Clip, signal?: AbortSignal): Promise<ArticleId>;
  /** The page that an article was taken from, as the library has it. */
  viewStoredPage(id: ArticleId): Promise<StoredPageView>;
  /** Resolves when the search index covers everything that is committed now. */
  indexed(): Promise<void>;
  /** Removes the files that no article refers to any more; answers how many. */
  removeUnusedAssets(): Promise<number>;
  /** Extracts every article anew from its stored page, with no network. */
  reextract(onProgress: (done: number, total: number) => void, signal?: AbortSignal): Promise<ReextractOutcome>;
  check(): Promise<LibraryCheck>;
  stats(): Promise<LibraryStats>;
  close(): Promise<void>;
}

/** Step workers, one for each core: the library's own thread waits for disk and network most of the time. */
const MOST_STEP_WORKERS = 4;

/** Changes are told to the windows at most this often, in milliseconds. */
const CHANGES_EVERY_MS = 250;
/** How often we look whether another process has changed the library, in milliseconds. */
const WATCH_EVERY_MS = 1_000;

/**
 * Opens the library in a folder and takes up what an earlier run left undone.
 *
 * @throws {DocbaoError} `library` where the folder or its database can't be opened
 */
export async function openLibrary(options: OpenLibraryOptions): Promise<Library> {
  const { folder } = options;
  const store = options.store ?? openStore(folder);
  const fetcher = createFetcher({ version: packageJson.version, ...options.fetcher });
  const search = createSearchClient({ libraryFolder: folder, workerUrl: workerUrl('search-worker') });
  const steps = new StepsPool(workerUrl('steps-worker'), Math.min(MOST_STEP_WORKERS, availableParallelism()));
  const emit: LibraryListener = (name, event) => options.onEvent?.(name, event);
  const changes = new ChangeNotifier((change) => emit('library:changed', change), CHANGES_EVERY_MS);
  const assets = createAssetStore({ folder: libraryPaths(folder).assets, fetcher });
  const context: LibraryContext = { folder, store, fetcher, assets, steps, search, changes, conditions: new SyncConditions(), emit };
  const index = new IndexKeeper(search, (error) => emit('app:problem', toReaderError(error)));
  const stories = new StoryKeeper(context, (error) => emit('app:problem', toReaderError(error)));
  const arrivals = new Arrivals(context);
  const sync = new SyncEngine(context, index, stories, arrivals);
  const files = new FileImporter(context, index, options.isScheduled === true);
  if (options.starter !== undefined) await addStarterArticles(context, join(options.starter.resourcesFolder, 'starter'), options.starter.language);
  void stories.follow();
  // Whoever opens a library for one command pays for the index only where that asks for it.
  const indexed = options.isScheduled === true ? index.follow() : Promise.resolve();
  // A sync may have ended with the program, before what it brought was dealt with.
  const caughtUp = indexed.then(() => arrivals.take());
  // Whoever types next should not wait for what suggestions are made of. A search that can't be opened has said so by then.
  if (options.isScheduled === true) void caughtUp.then(() => search.warm()).catch(() => undefined);
  const stopWatching = watchOtherProcesses(store, changes, index);
  const onErased = (): void => void index.follow().then(() => assets.remove(removeUnreferencedAssets(store.write)));
  const stops = [stopWatching, ...(options.isScheduled === true ? [startScheduler(store, sync), startHousekeeping({ context, onErased })] : [])];
  files.resume();
  const enclosures = new EnclosureDownloads(context);
  const never = new AbortController().signal;
  const indexAfter = async <Value>(work: Promise<Value>): Promise<Value> => {
    const value = await work;
    await index.follow();
    return value;
  };
  return {
    folder,
    store,
    search,
    sync,
    files,
    enclosures,
    changes,
    emit,
    discover: (address, signal = never) => discover(context, address, signal),
    subscribe: (feedUrl, signal = never) => subscribe(context, feedUrl, signal),
    subscribeTo: (candidate) => subscribeTo(context, candidate),
    savePage: (url, signal = never) => indexAfter(savePage(context, url, signal)),
    savePageOrLater: (url, signal = never) => indexAfter(savePageOrLater(context, url, signal)),
    saveFile: (name, bytes, signal = never) => indexAfter(saveFile(context, name, bytes, signal)),
    saveClip: (clip, signal = never) => indexAfter(saveClip(context, clip, signal)),
    viewStoredPage: (id) => viewStoredPage(context, id),
    indexed: () => index.follow(),
    removeUnusedAssets: () => assets.remove(removeUnreferencedAssets(store.write)),
    reextract: (onProgress, signal = never) => indexAfter(reextract(context, signal, onProgress)),
    check: () => checkLibrary(context, index),
    stats: () => statsOf(context),
    async close() {
      for (const stop of stops) stop();
      await files.close();
      await sync.close();
      await enclosures.close();
      await stories.close();
      changes.flush();
      await caughtUp;
      await index.finish();
      await steps.close();
      await search.close();
      await fetcher.close();
      store.close();
    },
  };
}

/** The command line may change the library while a window shows it: the window hears of it within a second. */
function watchOtherProcesses(store: Store, changes: ChangeNotifier, index: IndexKeeper): () => void {
  let seen = store.dataVersion();
  const timer = setInterval(() => {
    const now = store.dataVersion();
    if (now === seen) return;
    seen = now;
    changes.feeds();
    changes.articles(null);
    void index.follow();
  }, WATCH_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function checkLibrary(context: LibraryContext, index: IndexKeeper): Promise<LibraryCheck> {
  const problems: string[] = [];
  const looks: readonly (() => Promise<readonly string[]>)[] = [
    async () => checkDatabase(context.store.read),
    () => missingFiles(context),
    () => index.follow().then(() => context.search.check()),
  ];
  for (const look of looks) {
    // A damaged library fails the looking itself: that is a finding, and the other looks may still find more.
    await look().then(
      (found) => problems.push(...found),
      (error: unknown) => problems.push(toReaderError(error).message),
    );
  }
  return { ok: problems.length === 0, problems };
}

async function missingFiles(context: LibraryContext): Promise<string[]> {
  const problems: string[] = [];
  for (const name of listAssetNames(context.store.read)) {
    if (!(await context.assets.has(name))) problems.push(`The image file ${name} is missing from the library folder.`);
  }
  return problems;
}

async function statsOf(context: LibraryContext): Promise<LibraryStats> {
  const databaseBytes = ['', '-wal'].reduce((sum, suffix) => sum + (statSync(context.store.file + suffix, { throwIfNoEntry: false })?.size ?? 0), 0);
  return { ...getTotals(context.store.read), databaseBytes, indexBytes: await context.search.indexBytes() };
}
