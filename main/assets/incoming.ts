import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DocbaoError } from '../../contract/domain/result.ts';
import { MEASURE_BYTES } from './measure.ts';
import { assetPath } from './names.ts';
import { newPartPath, putAside, type Leftover } from './leftovers.ts';

/** What the disk refused, in words. */
function diskError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new DocbaoError('disk-full', `The disk that holds ${folder} is full.`, { folder }, error);
  }
  return new DocbaoError('file-unreadable', `Docbao can't write in ${folder} (${String(error.code)}).`, { folder }, error);
}

async function guarded<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(error, folder);
  }
}

/** Writes a folder's entries through to the disk, where the system allows it (Windows does not). */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** A file on its way into the store: written beside it, hashed as it comes, moved to its place only when it is whole. */
export class IncomingFile {
  readonly #folder: string;
  #path: string;
  readonly #head: Uint8Array[] = [];
  #hash = createHash('sha256');
  #headBytes = 0;
  #bytes = 0;
  #handle: FileHandle | null = null;
  #isThere = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = newPartPath(folder);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The first bytes, as many as there are up to `MEASURE_BYTES`. */
  head(): Uint8Array {
    return Buffer.concat(this.#head);
  }

  /** @throws DocbaoError `disk-full`, `file-unreadable`. */
  async write(piece: Uint8Array): Promise<void> {
    await guarded(this.#folder, async () => {
      if (this.#handle === null) {
        await mkdir(dirname(this.#path), { recursive: true });
        this.#handle = await open(this.#path, 'wx');
        this.#isThere = true;
      }
      for (let done = 0; done < piece.length; ) done += (await this.#handle.write(piece, done, null, this.#bytes + done)).bytesWritten;
    });
    this.#note(piece);
  }

  #note(piece: Uint8Array): void {
    this.#hash.update(piece);
    this.#bytes += piece.length;
    if (this.#headBytes < MEASURE_BYTES) {
      this.#head.push(piece.slice(0, MEASURE_BYTES - this.#headBytes));
      this.#headBytes += piece.length;
    }
  }

  /** Goes on with what an earlier run left of the same file. */
  async takeUp(leftover: Leftover): Promise<void> {
    await guarded(this.#folder, async () => {
      this.#path = leftover.path;
      this.#isThere = true;
      this.#handle = await open(leftover.path, 'r+');
      for await (const piece of this.#handle.createReadStream({ start: 0, autoClose: false })) this.#note(piece as Uint8Array);
    });
  }

  /** Keeps what is here for a later run; `validator` names the version it belongs to. */
  async putAside(src: string, validator: string): Promise<void> {
    if (!this.#isThere || this.#bytes === 0) return;
    await this.#close();
    await guarded(this.#folder, async () => putAside(this.#folder, this.#path, { src, validator }));
    this.#isThere = false;
  }

  /** Forgets what was written. */
  async restart(): Promise<void> {
    await guarded(this.#folder, async () => this.#handle?.truncate(0));
    this.#hash = createHash('sha256');
    this.#head.length = 0;
    this.#headBytes = 0;
    this.#bytes = 0;
  }

  /** Puts the whole file in its place, through to the disk; gives its name. A file that is there already stays. */
  async keep(extension: string): Promise<string> {
    const name = `${this.#hash.digest('hex')}.${extension}`;
    const target = assetPath(this.#folder, name);
    await guarded(this.#folder, async () => {
      const isKept = async () => (await stat(target).catch(() => null))?.size === this.#bytes;
      if (await isKept()) return;
      await this.#handle?.sync();
      await this.#close();
      await mkdir(dirname(target), { recursive: true });
      try {
        await rename(this.#path, target);
        this.#isThere = false;
      } catch (error) {
        // Windows refuses where another save of the same picture has just put it there and it is being read.
        if (!(await isKept())) throw error;
      }
      await syncFolder(dirname(target));
    });
    return name;
  }

  /** Lets go of what was not kept. To be called in every case. */
  async discard(): Promise<void> {
    await this.#close();
    if (!this.#isThere) return;
    // What can't be deleted now is swept up at the next start.
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  async #close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }
}
