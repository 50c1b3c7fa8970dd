import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DocbaoError } from '../../contract/domain/result.ts';
import type { Fetcher } from '../fetch/index.ts';
import { dataUrlBytes } from './data-url.ts';
import { IncomingFile, sweepIncoming } from './incoming.ts';
import { MEASURE_BYTES, measurePicture } from './measure.ts';
import { assetPath, isAssetName } from './names.ts';
import { describeContent, SNIFF_BYTES, sniffPicture } from './sniff.ts';
import type { AssetOutcome, AssetStore, SavedAsset, SaveOptions } from './types.ts';

/** A picture of this many pixels a side, or fewer, shows nothing. */
const TRACKING_SIDE = 2;
/** The validators of one version of a picture. */
type Version = Pick<SavedAsset, 'etag' | 'lastModified'>;

const UNVERSIONED: Version = { etag: null, lastModified: null };
const SHARD = /^[0-9a-f]{2}$/;

/** Opens the store of files in `folder` (the library's `assets`), and sweeps up what a killed process left half-written. */
export function createAssetStore(options: { readonly folder: string; readonly fetcher: Fetcher }): AssetStore {
  return new FolderAssetStore(options.folder, options.fetcher);
}

function noPicture(head: Uint8Array, from: string): DocbaoError {
  const message = `${from} is not a picture that Docbao can keep: ${describeContent(head)}.`;
  return new DocbaoError('unsupported-type', message, { url: from });
}

class FolderAssetStore implements AssetStore {
  readonly #folder: string;
  readonly #fetcher: Fetcher;
  readonly #swept: Promise<void>;
  readonly #underWay = new Map<string, SharedSave>();

  constructor(folder: string, fetcher: Fetcher) {
    this.#folder = folder;
    this.#fetcher = fetcher;
    this.#swept = sweepIncoming(folder);
  }

  async saveAsset(src: string, options: SaveOptions): Promise<AssetOutcome> {
    if (/^data:/i.test(src)) return this.saveBytes(dataUrlBytes(src), 'An inline picture');
    const key = `${options.allowPrivate} ${options.known?.name ?? ''} ${src}`;
    const found = this.#underWay.get(key);
    const known = found?.isAbandoned === true ? undefined : found;
    const save = known ?? new SharedSave((signal) => this.#download(src, { ...options, signal }));
    if (known === undefined) {
      this.#underWay.set(key, save);
      save.whenSettled(() => this.#underWay.get(key) === save && this.#underWay.delete(key));
    }
    return save.join(options.signal);
  }

  async saveBytes(bytes: Uint8Array, from: string): Promise<AssetOutcome> {
    return this.#withIncoming(async (file) => {
      await file.write(bytes);
      return this.#keep(file, from, UNVERSIONED);
    });
  }

  async has(name: string): Promise<boolean> {
    if (!isAssetName(name)) return false;
    return (await stat(this.pathOf(name)).catch(() => null))?.isFile() === true;
  }

  pathOf(name: string): string {
    return assetPath(this.#folder, name);
  }

  async *list(): AsyncGenerator<{ readonly name: string; readonly bytes: number }> {
    const shards = await readdir(this.#folder).catch(() => []);
    for (const shard of shards.filter((name) => SHARD.test(name))) {
      for (const name of await readdir(join(this.#folder, shard)).catch(() => [])) {
        const found = isAssetName(name) ? await stat(this.pathOf(name)).catch(() => null) : null;
        if (found !== null) yield { name, bytes: found.size };
      }
    }
  }

  async remove(names: Iterable<string>): Promise<number> {
    let removed = 0;
    for (const name of names) {
      if (!(await this.has(name))) continue;
      await rm(this.pathOf(name), { force: true });
      removed += 1;
    }
    return removed;
  }

  async #download(src: string, options: SaveOptions): Promise<AssetOutcome> {
    const known = options.known !== undefined && (await this.has(options.known.name)) ? options.known : null;
    const from = src.slice(0, 300);
    return this.#withIncoming(async (file) => {
      const write = async (piece: Uint8Array) => {
        await file.write(piece);
        // Not one byte more than needed of what is no picture (an error page, a film).
        const wasUndecided = file.bytes - piece.length < SNIFF_BYTES;
        if (wasUndecided && file.bytes >= SNIFF_BYTES && sniffPicture(file.head()) === null) throw noPicture(file.head(), from);
      };
      const { etag, lastModified } = known ?? UNVERSIONED;
      const head = await this.#fetcher.download({ ...options, url: src, kind: 'image', etag, lastModified }, { write, restart: () => file.restart() });
      return head.status === 'not-modified' && known !== null ? this.#describe(known) : this.#keep(file, from, head);
    });
  }

  async #withIncoming<T>(work: (file: IncomingFile) => Promise<T>): Promise<T> {
    await this.#swept;
    const file = new IncomingFile(this.#folder);
    try {
      return await work(file);
    } finally {
      await file.discard();
    }
  }

  /** Looks at what came in, and keeps it if it is worth keeping. */
  async #keep(file: IncomingFile, from: string, version: Version): Promise<AssetOutcome> {
    const head = file.head();
    const type = sniffPicture(head);
    if (type === null) throw noPicture(head, from);
    const size = measurePicture(head, type);
    if (size !== null && size.width <= TRACKING_SIDE && size.height <= TRACKING_SIDE) return { skipped: 'tracking-pixel' };
    const name = await file.keep(type.extension);
    const { etag, lastModified } = version;
    return { name, mimeType: type.mimeType, bytes: file.bytes, width: size?.width ?? null, height: size?.height ?? null, etag, lastModified };
  }

  /** What a file that is here already is. */
  async #describe({ name, etag, lastModified }: Version & { readonly name: string }): Promise<AssetOutcome> {
    const handle = await open(this.pathOf(name));
    try {
      const { size: bytes } = await handle.stat();
      const head = Buffer.alloc(Math.min(bytes, MEASURE_BYTES));
      await handle.read(head, 0, head.length, 0);
      const type = sniffPicture(head);
      if (type === null) throw noPicture(head, name);
      const size = measurePicture(head, type);
      return { name, mimeType: type.mimeType, bytes, width: size?.width ?? null, height: size?.height ?? null, etag, lastModified };
    } finally {
      await handle.close();
    }
  }
}

/** One transfer for all who ask for the same address at the same time; it ends early only when the last of them gives up. */
class SharedSave {
  readonly #controller = new AbortController();
  readonly #outcome: Promise<AssetOutcome>;
  #waiting = 0;

  constructor(start: (signal: AbortSignal) => Promise<AssetOutcome>) {
    this.#outcome = start(this.#controller.signal);
  }

  /** Whether everybody has given up on it: it can't be joined any more. */
  get isAbandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  whenSettled(action: () => unknown): void {
    this.#outcome.then(action, action);
  }

  join(signal: AbortSignal | undefined): Promise<AssetOutcome> {
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#controller.abort();
        reject(new DocbaoError('cancelled', 'Keeping a picture was cancelled.'));
      };
      if (signal?.aborted === true) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#outcome.then(resolve, reject).finally(() => signal?.removeEventListener('abort', giveUp));
    });
  }
}
