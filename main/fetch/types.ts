/** What an address is fetched as: decides the size limit, the time-outs and the Accept header. */
export type FetchKind = 'feed' | 'page' | 'image' | 'file';

/** Where a broken transfer is taken up again. */
export interface ResumePoint {
  /** Bytes that are here. */
  readonly offset: number;
  /** The strong ETag or the Last-Modified of the answer they belong to; without one nothing can be taken up. */
  readonly validator: string;
}

export interface FetchRequest {
  readonly url: string;
  readonly kind: FetchKind;
  /** Validators of the last answer; an unchanged resource then answers `not-modified`. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** What an earlier download (of `image` or `file`) left in the sink: only the rest is asked for, if it is still the same file. */
  readonly resume?: ResumePoint | null;
  /** The page that refers to this address; sent in full to the same origin only. */
  readonly referrer?: string | null;
  readonly signal?: AbortSignal;
  /** Whether addresses of the inner network may be reached; decided by the source (see `isPrivateHost`). */
  readonly allowPrivate: boolean;
  /** Whether somebody waits for the answer: it then goes out at once, before all that a sync has waiting. */
  readonly isUrgent?: boolean;
  /** Called with each run of bytes as it came over the network (before decompression). */
  readonly onBytes?: (bytes: number) => void;
}

/** An answer without its body. */
export interface FetchedHead {
  readonly status: 'ok' | 'not-modified';
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Where an unbroken chain of permanent redirects (301, 308) from the asked address led; null where there was none. */
  readonly movedPermanentlyTo: string | null;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How long the answer may be taken for fresh (RFC 9111), between 0 and 7 days; null where it does not say. */
  readonly maxAgeSeconds: number | null;
  /** Body bytes that crossed the network, before decompression. */
  readonly transferredBytes: number;
}

export interface FetchResponse extends FetchedHead {
  /** The decompressed body; empty for `not-modified`. */
  readonly bytes: Uint8Array;
}

/**
 * Where a download goes, piece by piece. A picture or file whose transfer breaks is gone on with from where it broke
 * (Range, If-Range), which the sink does not notice.
 */
export interface DownloadSink {
  /** The headers are here; `validator` is what a later `resume` has to name, null where this answer can't be taken up. */
  began?(validator: string | null): Promise<void> | void;
  /** Takes the next decompressed piece; the transfer waits for the promise. Throwing ends the transfer with that error. */
  write(piece: Uint8Array): Promise<void> | void;
  /** Forgets what was written: the server sends all of it again. */
  restart(): Promise<void> | void;
}

export interface Fetcher {
  /**
   * Gets one address into memory.
   * @throws DocbaoError of the network kinds of `contract/domain/result.ts`; `facts` hold `host` and `url`, and where they
   * apply `seconds`, `status`, `retryAfterSeconds`, `limitBytes`.
   */
  fetch(request: FetchRequest): Promise<FetchResponse>;
  /** Gets one address into a sink, without holding it in memory. Throws like `fetch`. */
  download(request: FetchRequest, sink: DownloadSink): Promise<FetchedHead>;
  /** Ends what is under way (as `cancelled`) and closes every connection. */
  close(): Promise<void>;
}
