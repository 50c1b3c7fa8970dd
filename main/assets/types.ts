/** A file that is in the library now. */
export interface SavedAsset {
  /** `<sha-256 hex>.<extension>`. */
  readonly name: string;
  /** By the file's own bytes, whatever the server said. */
  readonly mimeType: string;
  readonly bytes: number;
  /** Pixels as shown; null where the file does not tell. */
  readonly width: number | null;
  readonly height: number | null;
  /** What the server named this version of it by; to be handed back as `known`. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A picture that was not kept on purpose: of 2 x 2 pixels or fewer it only tells somebody that the article is read. */
export interface SkippedAsset {
  readonly skipped: 'tracking-pixel';
}

export type AssetOutcome = SavedAsset | SkippedAsset;

export interface SaveOptions {
  /** The page that shows the picture. */
  readonly referrer: string | null;
  readonly allowPrivate: boolean;
  readonly signal?: AbortSignal;
  /** What this address gave last time: it is asked only whether it has changed (If-None-Match), where the file is still here. */
  readonly known?: Pick<SavedAsset, 'name' | 'etag' | 'lastModified'>;
  /** Called with each run of bytes as it came over the network. */
  readonly onBytes?: (bytes: number) => void;
}

export interface AssetStore {
  /**
   * Fetches and keeps one picture; `src` is http(s) or `data:`. Several that ask for one address at once share one transfer.
   * When it resolves, the file is on the disk, whole, under its name.
   * @throws DocbaoError what the fetcher throws; `unsupported-type` where the bytes are no picture; `disk-full`;
   * `file-unreadable` where the folder can't be written.
   */
  saveAsset(src: string, options: SaveOptions): Promise<AssetOutcome>;
  /**
   * Fetches and keeps an attached file: sound, film, PDF, EPUB. What breaks off or is cancelled is gone on with next time, within
   * a week, where the server can. Throws like `saveAsset`.
   */
  saveFile(src: string, options: SaveOptions): Promise<SavedAsset>;
  /** Keeps a picture that is already here (from a local page, say). `from` names it in messages. Throws like `saveAsset`. */
  saveBytes(bytes: Uint8Array, from: string): Promise<AssetOutcome>;
  has(name: string): Promise<boolean>;
  /**
   * Where a file is, or would be, on disk.
   * @throws DocbaoError `no-such-item` where `name` is not a name this store gives.
   */
  pathOf(name: string): string;
  /** Every file of the store, in no order. */
  list(): AsyncIterable<{ readonly name: string; readonly bytes: number }>;
  /** Deletes files; gives how many there were. Names that are not there are passed over. */
  remove(names: Iterable<string>): Promise<number>;
}
