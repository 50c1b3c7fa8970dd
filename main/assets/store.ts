import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DocbaoError, type ErrorKind } from '../../contract/domain/result.ts';
import type { DownloadSink, Fetcher } from '../fetch/index.ts';
import { dataUrlBytes } from './data-url.ts';
import { IncomingFile } from './incoming.ts';
import { sweepIncoming, takeLeftover } from './leftovers.ts';
import { MEASURE_BYTES, measurePicture } from './measure.ts';
import { assetPath, isAssetName } from './names.ts';
import { SharedWork } from './shared-work.ts';
import { describeContent, SNIFF_BYTES, sniffFile, sniffPicture, type FileType } from './sniff.ts';
import type { AssetOutcome, AssetStore, SavedAsset, SaveOptions } from './types.ts';

/** A picture of this many pixels a side, or fewer, shows nothing. */
const TRACKING_SIDE = 2;
/** The validators of one version of a picture. */
type Version = Pick<SavedAsset, 'etag' | 'lastModified'>;

const UNVERSIONED: Version = { etag: null, lastModified: null };
/** Failures after which the first part of a file is still good. */
const RESUMABLE: ReadonlySet<ErrorKind> = new Set(['broken-transfer', 'timeout', 'cancelled', 'host-unreachable', 'offline', 'busy', 'http-status']);
const SHARD = /^[0-9a-f]{2}$/;

/** Opens the store of files in `folder` (the library's `assets`), and sweeps up what a killed process left half-written. */
export function createAssetStore(options: { readonly folder: string; readonly fetcher: Fetcher }): AssetStore {
  return new FolderAssetStore(options.folder, options.fetcher);
}

function noUse(head: Uint8Array, from: string): DocbaoError {
  const shown = from.slice(0, 300);
  return new DocbaoError('unsupported-type', `${shown} is not a file that Docbao can keep: ${describeContent(head)}.`, { url: shown });
}

/** Writes into a file, and not one byte more than needed of what is of no use (an error page, a film for a picture). */
function sinkOf(file: IncomingFile, from: string, sniff: (head: Uint8Array) => FileType | null): DownloadSink {
  return {
    async write(piece) {
      await file.write(piece);
      const wasUndecided = file.bytes - piece.length < SNIFF_BYTES;
      if (wasUndecided && file.bytes >= SNIFF_BYTES && sniff(file.head()) === null) throw noUse(file.head(), from);
    },
    restart: () => file.restart(),
  };
}

class FolderAssetStore implements AssetStore {
  readonly #folder: string;
  readonly #fetcher: Fetcher;
  readonly #swept: Promise<void>;
  readonly #pictures = new SharedWork<AssetOutcome>();
  readonly #files = new SharedWork<SavedAsset>();

  constructor(folder: string, fetcher: Fetcher) {
    this.#folder = folder;
    this.#fetcher = fetcher;
    this.#swept = sweepIncoming(folder);
  }

  async saveAsset(src: string, options: SaveOptions): Promise<AssetOutcome> {
    if (/^data:/i.test(src)) return this.saveBytes(dataUrlBytes(src), 'An inline picture');
    const key = `${options.allowPrivate} ${options.known?.name ?? ''} ${src}`;
    return this.#pictures.run(key, options.signal, (signal) => this.#downloadPicture(src, { ...options, signal }));
  }

  async saveFile(src: string, options: SaveOptions): Promise<SavedAsset> {
    return this.#files.run(`${options.allowPrivate} ${src}`, options.signal, (signal) => this.#downloadFile(src, { ...options, signal }));
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

  async #downloadPicture(src: string, options: SaveOptions): Promise<AssetOutcome> {
    const known = options.known !== undefined && (await this.has(options.known.name)) ? options.known : null;
    return this.#withIncoming(async (file) => {
      const { etag, lastModified } = known ?? UNVERSIONED;
      const head = await this.#fetcher.download({ ...options, url: src, kind: 'image', etag, lastModified }, sinkOf(file, src, sniffPicture));
      return head.status === 'not-modified' && known !== null ? this.#describe(known) : this.#keep(file, src, head);
    });
  }

  async #downloadFile(src: string, options: SaveOptions): Promise<SavedAsset> {
    return this.#withIncoming(async (file) => {
      const leftover = await takeLeftover(this.#folder, src);
      if (leftover !== null) await file.takeUp(leftover);
      let version = leftover?.validator ?? null;
      const resume = version === null ? null : { offset: file.bytes, validator: version };
      const began = (validator: string | null) => void (version = validator);
      try {
        const head = await this.#fetcher.download({ ...options, url: src, kind: 'file', resume }, { ...sinkOf(file, src, sniffFile), began });
        return await this.#keepAs(file, src, sniffFile(file.head()), head);
      } catch (error) {
        const isWorthKeeping = error instanceof DocbaoError && RESUMABLE.has(error.kind);
        if (isWorthKeeping && version !== null) await file.putAside(src, version);
        throw error;
      }
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

  /** Looks at a picture that came in, and keeps it if it shows anything. */
  async #keep(file: IncomingFile, from: string, version: Version): Promise<AssetOutcome> {
    const type = sniffPicture(file.head());
    const size = type === null ? null : measurePicture(file.head(), type);
    if (size !== null && size.width <= TRACKING_SIDE && size.height <= TRACKING_SIDE) return { skipped: 'tracking-pixel' };
    return this.#keepAs(file, from, type, version);
  }

  async #keepAs(file: IncomingFile, from: string, type: FileType | null, { etag, lastModified }: Version): Promise<SavedAsset> {
    if (type === null) throw noUse(file.head(), from);
    const size = measurePicture(file.head(), type);
    const name = await file.keep(type.extension);
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
      if (type === null) throw noUse(head, name);
      const size = measurePicture(head, type);
      return { name, mimeType: type.mimeType, bytes, width: size?.width ?? null, height: size?.height ?? null, etag, lastModified };
    } finally {
      await handle.close();
    }
  }
}
