import { DocbaoError } from '../../contract/domain/result.ts';
import { checkAddress, shownAddress } from './address.ts';
import { decodedBody, tooLarge } from './body.ts';
import { CookieJar } from './cookies.ts';
import { Deadline } from './deadline.ts';
import { Dispatchers } from './dispatchers.ts';
import type { FetchContext } from './exchange.ts';
import { toFetchError } from './failure.ts';
import { Gate } from './gate.ts';
import { headerOf, maxAgeOf } from './headers.ts';
import { HostHealth } from './health.ts';
import { withDefaults, type LimitOverrides } from './limits.ts';
import type { Environment } from './proxy.ts';
import { follow, type FollowedAnswer } from './redirects.ts';
import { statusError } from './status.ts';
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
    const head = await this.download(request, { write: (piece) => void pieces.push(piece) });
    return { ...head, bytes: joined(pieces) };
  }

  async download(request: FetchRequest, sink: DownloadSink): Promise<FetchedHead> {
    const start = checkAddress(request.url, { allowPrivate: request.allowPrivate });
    const signals = request.signal === undefined ? [this.#closing.signal] : [this.#closing.signal, request.signal];
    const deadline = new Deadline(start, request.kind, this.#context.limits.timeouts, signals);
    try {
      const answer = await follow(start, request, this.#context, deadline);
      try {
        return await this.#receive(answer, request, sink, deadline);
      } finally {
        answer.finish();
      }
    } finally {
      deadline.dispose();
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#context.dispatchers.close();
  }

  async #receive(answer: FollowedAnswer, request: FetchRequest, sink: DownloadSink, deadline: Deadline): Promise<FetchedHead> {
    const isNotModified = answer.status === 304;
    if (isNotModified && !request.etag && !request.lastModified) throw unasked(answer.url);
    const failure = isNotModified ? null : statusError(answer.status, answer.headers, answer.url, Date.now());
    if (failure !== null) {
      this.#context.health.failed(answer.url, failure);
      throw failure;
    }
    const transferredBytes = isNotModified ? 0 : await this.#transfer(answer, request, sink, deadline);
    return { ...headOf(answer, request), status: isNotModified ? 'not-modified' : 'ok', transferredBytes };
  }

  /** Moves the body into the sink; gives the bytes that crossed the network. */
  async #transfer(answer: FollowedAnswer, request: FetchRequest, sink: DownloadSink, deadline: Deadline): Promise<number> {
    const { url, headers } = answer;
    const limitBytes = this.#context.limits.maxBytes[request.kind];
    const announced = Number(headerOf(headers, 'content-length') ?? 0);
    if (announced > limitBytes) throw tooLarge(url, request.kind, limitBytes, announced);
    let transferred = 0;
    const onTransferred = (bytes: number) => {
      transferred += bytes;
      deadline.received();
      request.onBytes?.(bytes);
    };
    let isSinkFault = false;
    const contentEncoding = headerOf(headers, 'content-encoding');
    try {
      const body = await decodedBody(answer.body, { url, kind: request.kind, contentEncoding, limitBytes, onTransferred });
      for await (const piece of body) {
        isSinkFault = true;
        await sink.write(piece);
        isSinkFault = false;
        deadline.received();
      }
    } catch (error) {
      throw isSinkFault ? error : toFetchError(deadline.signal.aborted ? deadline.signal.reason : error, url);
    }
    return transferred;
  }
}

function headOf(answer: FollowedAnswer, request: FetchRequest): Omit<FetchedHead, 'status' | 'transferredBytes'> {
  const { headers, movedPermanentlyTo } = answer;
  const url = new URL(answer.url);
  url.username = '';
  url.password = '';
  return {
    url: url.href,
    movedPermanentlyTo,
    contentType: headerOf(headers, 'content-type'),
    etag: headerOf(headers, 'etag') ?? (answer.status === 304 ? request.etag ?? null : null),
    lastModified: headerOf(headers, 'last-modified') ?? (answer.status === 304 ? request.lastModified ?? null : null),
    maxAgeSeconds: maxAgeOf(headers, Date.now()),
  };
}

function unasked(url: URL): DocbaoError {
  const facts = { host: url.host, url: shownAddress(url), status: 304 };
  return new DocbaoError('http-status', `${url.host} says that nothing has changed (HTTP 304), but was not asked whether.`, facts);
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
