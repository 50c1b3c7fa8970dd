/**
 * What crosses a boundary (IPC, worker threads, the network): a value, or an error in words. Exceptions never cross.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ReaderError };

/**
 * What went wrong, as a closed list: the interface turns each kind into a sentence of the user's language.
 * `message` is the plain English sentence for logs and the command line.
 */
export interface ReaderError {
  readonly kind: ErrorKind;
  readonly message: string;
  /** Facts that a translated sentence needs: the host, the address, a number of seconds, an HTTP status. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export const ERROR_KINDS = [
  /** The address is not one that can be fetched (not http/https, no host, malformed). */
  'bad-address',
  /** This machine has no network at all. */
  'offline',
  /** The host name does not exist, or nothing answers there. */
  'host-unreachable',
  /** TLS could not be established or the certificate is not valid. */
  'tls',
  /** No answer, or not all of it, within the time allowed. */
  'timeout',
  /** The answer is larger than Docbao accepts. */
  'too-large',
  /** More redirects than allowed, or a loop of them. */
  'too-many-redirects',
  /** A public source pointed at an address of the inner network. */
  'forbidden-address',
  /** 401, 403 or 451. */
  'access-denied',
  /** 404. */
  'not-found',
  /** 410: gone for good. */
  'gone',
  /** 429 or 503 with Retry-After. */
  'busy',
  /** Any other 4xx or 5xx. */
  'http-status',
  /** The connection broke in the middle or sent something that is not HTTP. */
  'broken-transfer',
  /** The bytes are not a feed in any form Docbao knows. */
  'not-a-feed',
  /** The feed's XML or JSON is broken past rescue. */
  'broken-feed',
  /** No feed could be found at this address. */
  'no-feed-found',
  /** The page holds no article that could be extracted. */
  'no-article',
  /** A page behind a log-in, a captcha or a consent wall. */
  'walled',
  /** The type of the file or page is not one that Docbao reads. */
  'unsupported-type',
  /** The file on disk can't be read. */
  'file-unreadable',
  /** The file can't be written where the user wants it. */
  'file-unwritable',
  /** There is no such feed, article or asset in the library. */
  'no-such-item',
  /** The library is of a newer Docbao, locked, or damaged. */
  'library',
  /** The disk is full. */
  'disk-full',
  /** The user cancelled. */
  'cancelled',
  /** A request that does not fit the contract. */
  'bad-request',
  /** A fault of Docbao itself. */
  'internal',
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

/** The one exception class that our own code throws inside a process; carries the same closed kinds. */
export class DocbaoError extends Error {
  readonly kind: ErrorKind;
  readonly facts: Readonly<Record<string, string | number>>;
  constructor(kind: ErrorKind, message: string, facts: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DocbaoError';
    this.kind = kind;
    this.facts = facts;
  }
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Turns anything thrown into the value that may cross a boundary. */
export function toReaderError(thrown: unknown): ReaderError {
  if (thrown instanceof DocbaoError) return { kind: thrown.kind, message: thrown.message, facts: thrown.facts };
  if (thrown instanceof Error) return { kind: 'internal', message: thrown.message };
  return { kind: 'internal', message: String(thrown) };
}

export function fail<T>(thrown: unknown): Result<T> {
  return { ok: false, error: toReaderError(thrown) };
}

/** Marks a switch as exhaustive: the compiler refuses a call that can be reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
