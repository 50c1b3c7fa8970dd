import type { EnclosureAt } from '../../contract/domain/enclosures.ts';
import type { StoredEnclosure } from '../../contract/domain/feed.ts';
import { isPrivateHost } from '../fetch/index.ts';
import { addReceivedBytes, getArticle, getEnclosure, getFeed, insertAsset, setEnclosureAsset } from '../store/index.ts';
import { today } from './budget.ts';
import type { LibraryContext } from './context.ts';

/** How often a download tells how far it is, milliseconds. */
const TELL_EVERY_MS = 250;

/** Fetches attached files (podcasts, documents) when somebody asks for them, and keeps them in the library. */
export class EnclosureDownloads {
  readonly #context: LibraryContext;
  readonly #running = new Map<string, { readonly abort: AbortController; readonly outcome: Promise<StoredEnclosure> }>();

  constructor(context: LibraryContext) {
    this.#context = context;
  }

  /**
   * Resolves when the file is kept. Asked for twice at once it is fetched once; what broke off or was stopped is gone on with.
   *
   * @throws {DocbaoError} what fetching threw; `cancelled` where it was stopped; `no-such-item`
   */
  async download(at: EnclosureAt): Promise<StoredEnclosure> {
    const key = `${at.articleId} ${at.position}`;
    const running = this.#running.get(key);
    if (running !== undefined) return running.outcome;
    const abort = new AbortController();
    const outcome = this.#fetch(at, abort.signal).finally(() => this.#running.delete(key));
    this.#running.set(key, { abort, outcome });
    return outcome;
  }

  /** Stops a download; what has come stays for the next one. */
  cancel({ articleId, position }: EnclosureAt): void {
    this.#running.get(`${articleId} ${position}`)?.abort.abort();
  }

  async close(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { abort } of running) abort.abort();
    await Promise.allSettled(running.map(({ outcome }) => outcome));
  }

  async #fetch(at: EnclosureAt, signal: AbortSignal): Promise<StoredEnclosure> {
    const { store, assets, changes } = this.#context;
    const enclosure = getEnclosure(store.read, at.articleId, at.position);
    if (enclosure.asset !== null && (await assets.has(enclosure.asset))) return enclosure;
    const { url, feedId } = getArticle(store.read, at.articleId);
    const source = feedId === null ? url : getFeed(store.read, feedId).feedUrl;
    let bytes = 0;
    const telling = setInterval(() => this.#context.emit('enclosures:progress', { ...at, bytes }), TELL_EVERY_MS);
    try {
      const saved = await assets.saveFile(enclosure.url, { referrer: url, allowPrivate: source !== null && isPrivateHost(source), signal, onBytes: (more) => void (bytes += more) });
      store.write.transaction(() => {
        insertAsset(store.write, saved, Date.now());
        setEnclosureAsset(store.write, at.articleId, at.position, saved.name);
      });
      changes.articles([at.articleId]);
      return getEnclosure(store.write, at.articleId, at.position);
    } finally {
      clearInterval(telling);
      if (bytes > 0) addReceivedBytes(store.write, feedId, today(), bytes);
    }
  }
}
