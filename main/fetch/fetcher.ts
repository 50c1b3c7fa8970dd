import { checkAddress } from './address.ts';
import { Connectivity } from './connectivity.ts';
import { CookieJar } from './cookies.ts';
import { Deadline } from './deadline.ts';
import { Dispatchers } from './dispatchers.ts';
import type { FetchContext } from './exchange.ts';
import { Gate } from './gate.ts';
import { HostHealth } from './health.ts';
import { withDefaults, type LimitOverrides } from './limits.ts';
import type { Environment } from './proxy.ts';
import { Transfer } from './transfer.ts';
import type { DownloadSink, FetchedHead, Fetcher, FetchRequest, FetchResponse } from './types.ts';

export interface FetcherOptions {
  /** Docbao's version, for the User-Agent. */
  readonly version?: string;
  readonly limits?: LimitOverrides;
  /** Where HTTP_PROXY, HTTPS_PROXY and NO_PROXY are read; the process's own where it is not given. */
  readonly env?: Environment;
  /** PEM certificates trusted besides those of Node and of the operating system. */
  readonly trustedCertificates?: readonly string[];
}

/** Creates the sole user of the network. Its limits, time-outs and manners are in `docs/decisions/http.md`. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const limits = withDefaults(options.limits ?? {});
  const { timeouts, concurrency } = limits;
  const env = options.env ?? process.env;
  const trustedCertificates = options.trustedCertificates ?? [];
  return new HttpFetcher({
    limits,
    userAgent: options.version === undefined ? 'Docbao (+offline reader)' : `Docbao/${options.version} (+offline reader)`,
    dispatchers: new Dispatchers({ timeouts, concurrency, env, trustedCertificates }),
    gate: new Gate(concurrency),
    jar: new CookieJar(),
    health: new HostHealth(),
    connectivity: new Connectivity(),
  });
}

class HttpFetcher implements Fetcher {
  readonly #context: FetchContext;
  readonly #closing = new AbortController();

  constructor(context: FetchContext) {
    this.#context = context;
  }

  async fetch(request: FetchRequest): Promise<FetchResponse> {
    const pieces: Uint8Array[] = [];
    const sink: DownloadSink = { write: (piece) => void pieces.push(piece), restart: () => void (pieces.length = 0) };
    const head = await this.download(request, sink);
    return { ...head, bytes: joined(pieces) };
  }

  async download(request: FetchRequest, sink: DownloadSink): Promise<FetchedHead> {
    const start = checkAddress(request.url, { allowPrivate: request.allowPrivate });
    const transfer = new Transfer(this.#context, request, sink);
    for (;;) {
      const signals = request.signal === undefined ? [this.#closing.signal] : [this.#closing.signal, request.signal];
      const deadline = new Deadline(start, request.kind, this.#context.limits.timeouts, signals);
      try {
        return await transfer.run(start, deadline);
      } catch (error) {
        if (!transfer.canGoOn(error)) throw error;
      } finally {
        deadline.dispose();
      }
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#context.dispatchers.close();
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
