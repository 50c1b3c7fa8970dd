import pLimit from 'p-limit';
import type { ArticleId } from '../../contract/domain/article.ts';
import { MOST_NAMED_FAILURES, type FailedFile, type FileImportOutcome, type FileImportProgress } from '../../contract/domain/file-import.ts';
import { DocbaoError, toReaderError, type ReaderError } from '../../contract/domain/result.ts';
import { getFileImports, setFileImports, type PendingFileImport } from '../store/index.ts';
import type { LibraryContext } from './context.ts';
import type { IndexKeeper } from './index-keeper.ts';
import { findFiles, type FoundFile, type Search } from './local-files.ts';
import { savePath } from './save.ts';

/** Files that are read at a time: the step workers are few, and each file may be large. */
const CONCURRENT_FILES = 3;
const PROGRESS_EVERY_MS = 200;
/** After so many files it is noted how far the import is, and the index catches up. */
const NOTE_EVERY = 20;

type OnSaved = (id: ArticleId, name: string) => void;

/**
 * Takes in files and folders, one import after another. How far each is stands in the library: what a quit or a crash breaks off
 * is gone on with at the next start, and a file that was read before is the same article again.
 */
export class FileImporter {
  readonly #context: LibraryContext;
  readonly #index: IndexKeeper;
  readonly #isRemembered: boolean;
  #pending: readonly PendingFileImport[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #current: ImportRun | null = null;
  #isClosing = false;

  /** @param isRemembered whether a later run of the program goes on with what this one leaves; a command line is just run again */
  constructor(context: LibraryContext, index: IndexKeeper, isRemembered: boolean) {
    this.#context = context;
    this.#index = index;
    this.#isRemembered = isRemembered;
  }

  /** Takes in what these paths lead to; tells of each file that became an article. Those that can't be read are named in the outcome. */
  start(paths: readonly string[], onSaved: OnSaved = () => undefined): Promise<FileImportOutcome> {
    return this.#enqueue({ paths, done: 0 }, onSaved);
  }

  /** Goes on with what an earlier run left. */
  resume(): void {
    for (const left of this.#isRemembered ? getFileImports(this.#context.store.read) : []) {
      this.#enqueue(left, () => undefined).catch((error: unknown) => this.#context.emit('app:problem', toReaderError(error)));
    }
  }

  /** Ends the running import; what was saved stays. */
  cancel(): void {
    this.#current?.cancel();
  }

  progress(): FileImportProgress | null {
    return this.#current?.progress() ?? null;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.cancel();
    await this.#queue;
  }

  #enqueue(wanted: PendingFileImport, onSaved: OnSaved): Promise<FileImportOutcome> {
    this.#remember([...this.#pending, wanted]);
    const outcome = this.#queue.then(() => this.#run(wanted, onSaved));
    this.#queue = outcome.catch(() => undefined);
    return outcome;
  }

  async #run(wanted: PendingFileImport, onSaved: OnSaved): Promise<FileImportOutcome> {
    const run = new ImportRun(this.#context, wanted, onSaved, (done) => {
      this.#remember([{ ...wanted, done }, ...this.#pending.slice(1)]);
      void this.#index.follow();
    });
    this.#current = run;
    if (this.#isClosing) run.cancel();
    try {
      return await run.start();
    } finally {
      this.#current = null;
      // One that ends because Docbao does is gone on with; one that the user ended is over.
      if (!this.#isClosing) this.#remember(this.#pending.slice(1));
      await this.#index.follow();
      this.#context.emit('files:progress', { ...run.progress(), isRunning: false });
    }
  }

  #remember(pending: readonly PendingFileImport[]): void {
    this.#pending = pending;
    if (this.#isRemembered) setFileImports(this.#context.store.write, pending);
  }
}

class ImportRun {
  readonly #context: LibraryContext;
  readonly #wanted: PendingFileImport;
  readonly #onSaved: OnSaved;
  readonly #onStep: (done: number) => void;
  readonly #abort = new AbortController();
  /** Fails when the import is cancelled: nobody waits for a file that is still being read. */
  readonly #over: Promise<never>;
  readonly #search: Search = { passedOver: 0, wasCut: false };
  readonly #failed: FailedFile[] = [];
  /** Which files are dealt with, by their place: they end in another order than they begin. */
  readonly #ended = new Set<number>();
  #found = 0;
  #done = 0;
  /** Every file before this place is dealt with. */
  #doneUpTo = 0;
  #failedCount = 0;
  #saved = 0;
  #first: { readonly place: number; readonly id: ArticleId } | null = null;
  #current: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(context: LibraryContext, wanted: PendingFileImport, onSaved: OnSaved, onStep: (done: number) => void) {
    this.#context = context;
    this.#wanted = wanted;
    this.#onSaved = onSaved;
    this.#onStep = onStep;
    this.#over = new Promise((_resolve, reject) => {
      this.#abort.signal.addEventListener('abort', () => reject(new DocbaoError('cancelled', 'The import was cancelled.')), { once: true });
    });
    this.#over.catch(() => undefined);
  }

  cancel(): void {
    this.#abort.abort();
  }

  progress(): FileImportProgress {
    return { isRunning: true, found: this.#found, done: this.#done, failed: this.#failedCount, current: this.#current };
  }

  async start(): Promise<FileImportOutcome> {
    const places = pLimit(CONCURRENT_FILES);
    const reading = new Set<Promise<void>>();
    // All are looked up first: whoever waits sees how much there is.
    const files: FoundFile[] = [];
    for await (const file of findFiles(this.#wanted.paths, this.#search)) {
      if (this.#isOver()) break;
      files.push(file);
      this.#found = files.length;
      this.#tell();
    }
    for (const [place, file] of files.entries()) {
      if (this.#isOver()) break;
      if (place < this.#wanted.done) this.#end(place);
      else {
        const work: Promise<void> = places(() => this.#take(file, place)).finally(() => reading.delete(work));
        reading.add(work);
      }
      this.#tell();
      if (reading.size > CONCURRENT_FILES * 4) await Promise.race(reading);
    }
    await Promise.all(reading);
    if (this.#timer !== null) clearTimeout(this.#timer);
    return this.#outcome();
  }

  #outcome(): FileImportOutcome {
    const { passedOver, wasCut } = this.#search;
    return { saved: this.#saved, first: this.#first?.id ?? null, passedOver, failedCount: this.#failedCount, failed: this.#failed, wasCut, wasCancelled: this.#isOver() };
  }

  async #take({ path, name, error }: FoundFile, place: number): Promise<void> {
    if (this.#isOver()) return;
    this.#current = name;
    try {
      if (error !== null) this.#fail(name, error);
      else this.#keep(await Promise.race([savePath(this.#context, path, this.#abort.signal), this.#over]), place, name);
    } catch (thrown) {
      // What was cancelled is neither saved nor failed: it is still to be done.
      if (this.#isOver()) return;
      this.#fail(name, toReaderError(thrown));
    }
    this.#end(place);
    this.#tell();
  }

  #isOver(): boolean {
    return this.#abort.signal.aborted;
  }

  #keep(id: ArticleId, place: number, name: string): void {
    this.#saved += 1;
    this.#onSaved(id, name);
    if (this.#first === null || place < this.#first.place) this.#first = { place, id };
  }

  #fail(name: string, error: ReaderError): void {
    this.#failedCount += 1;
    if (this.#failed.length < MOST_NAMED_FAILURES) this.#failed.push({ name, error });
  }

  #end(place: number): void {
    this.#done += 1;
    this.#ended.add(place);
    while (this.#ended.delete(this.#doneUpTo)) this.#doneUpTo += 1;
    if (this.#done % NOTE_EVERY === 0 && this.#doneUpTo > this.#wanted.done) this.#onStep(this.#doneUpTo);
  }

  #tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#context.emit('files:progress', this.progress());
    }, PROGRESS_EVERY_MS);
  }
}
