import { DocbaoError } from '../../contract/domain/result.ts';
import { shownAddress } from './address.ts';
import { decodedBody, tooLarge } from './body.ts';
import type { Deadline } from './deadline.ts';
import type { FetchContext } from './exchange.ts';
import { toFetchError } from './failure.ts';
import { headerOf, maxAgeOf, rangeStartOf, rangeValidatorOf } from './headers.ts';
import { follow, type FollowedAnswer } from './redirects.ts';
import { statusError } from './status.ts';
import type { DownloadSink, FetchedHead, FetchRequest } from './types.ts';

const MAX_RESUMES = 4;

/** One download: a request, and where it broke, the requests that go on from there. */
export class Transfer {
  readonly #context: FetchContext;
  readonly #request: FetchRequest;
  readonly #sink: DownloadSink;
  /** Bytes that the sink has. */
  #written = 0;
  #writtenAtLastBreak = 0;
  #transferred = 0;
  #resumes = 0;
  /** What the bytes in the sink belong to; null where a broken transfer can't be taken up. */
  #validator: string | null = null;
  #isSinkFault = false;

  constructor(context: FetchContext, request: FetchRequest, sink: DownloadSink) {
    this.#context = context;
    this.#request = request;
    this.#sink = sink;
    this.#written = request.resume?.offset ?? 0;
    this.#writtenAtLastBreak = this.#written;
    this.#validator = request.resume?.validator ?? null;
  }

  /** Asks for everything, or for what is missing. @throws DocbaoError in words, or the sink's own error. */
  async run(start: URL, deadline: Deadline): Promise<FetchedHead> {
    const resume = this.#validator === null ? null : { offset: this.#written, validator: this.#validator };
    const answer = await follow(start, { ...this.#request, resume }, this.#context, deadline);
    try {
      const { status, headers, url } = answer;
      const isNotModified = status === 304 && resume === null;
      if (isNotModified && !this.#request.etag && !this.#request.lastModified) throw unasked(url);
      const failure = isNotModified ? null : statusError(status, headers, url, Date.now());
      if (failure !== null) {
        this.#context.health.failed(url, failure);
        throw failure;
      }
      if (!isNotModified) await this.#receive(answer, deadline);
      return { ...headOf(answer, this.#request), status: isNotModified ? 'not-modified' : 'ok', transferredBytes: this.#transferred };
    } finally {
      answer.finish();
    }
  }

  /** Whether it is worth asking for the rest after this failure: the transfer broke, and each try brings something. */
  canGoOn(error: unknown): boolean {
    const { kind, signal } = this.#request;
    if (!(error instanceof DocbaoError) || this.#isSinkFault || signal?.aborted === true) return false;
    const hasBroken = error.kind === 'broken-transfer' || (error.kind === 'timeout' && kind === 'file');
    const hasGained = this.#written > this.#writtenAtLastBreak;
    this.#writtenAtLastBreak = this.#written;
    this.#resumes += 1;
    return hasBroken && hasGained && this.#validator !== null && this.#resumes <= MAX_RESUMES;
  }

  /** Makes sink and answer fit: the answer goes on where the sink ends, or the sink starts again. */
  async #align({ status, headers, url }: FollowedAnswer): Promise<void> {
    const isGoingOn = status === 206 && this.#written > 0;
    if (isGoingOn ? rangeStartOf(headers) !== this.#written : status === 206) {
      this.#validator = null;
      throw new DocbaoError('broken-transfer', `${url.host} sent another part of ${shownAddress(url)} than it was asked for.`, factsOf(url));
    }
    const isRestart = !isGoingOn && this.#written > 0;
    if (isRestart) {
      await this.#toSink(() => this.#sink.restart());
      this.#written = 0;
    }
    // A server that starts again would do so for ever: one such try is enough of the user's megabytes.
    const canBeResumed = !(isRestart && this.#resumes > 0) && (this.#request.kind === 'image' || this.#request.kind === 'file');
    const isWhole = headerOf(headers, 'content-encoding') === null && headerOf(headers, 'accept-ranges') !== 'none';
    this.#validator = canBeResumed && isWhole ? rangeValidatorOf(headers) : null;
    await this.#toSink(() => this.#sink.began?.(this.#validator));
  }

  async #receive(answer: FollowedAnswer, deadline: Deadline): Promise<void> {
    const { url, headers } = answer;
    const { kind } = this.#request;
    await this.#align(answer);
    const limitBytes = this.#context.limits.maxBytes[kind];
    const announced = this.#written + Number(headerOf(headers, 'content-length') ?? 0);
    if (announced > limitBytes) throw tooLarge(url, kind, limitBytes, announced);
    const onTransferred = (bytes: number) => {
      this.#transferred += bytes;
      deadline.received();
      this.#request.onBytes?.(bytes);
    };
    const contentEncoding = headerOf(headers, 'content-encoding');
    try {
      const body = await decodedBody(answer.body, { url, kind, contentEncoding, limitBytes, alreadyBytes: this.#written, onTransferred });
      for await (const piece of body) {
        await this.#toSink(() => this.#sink.write(piece));
        this.#written += piece.length;
        deadline.received();
      }
    } catch (error) {
      throw this.#isSinkFault ? error : toFetchError(deadline.signal.aborted ? deadline.signal.reason : error, url);
    }
  }

  /** What the sink throws is its own affair: it is passed on as it is, and not tried again. */
  async #toSink(work: () => Promise<void> | void | undefined): Promise<void> {
    this.#isSinkFault = true;
    await work();
    this.#isSinkFault = false;
  }
}

function factsOf(url: URL): Readonly<Record<string, string>> {
  return { host: url.host, url: shownAddress(url) };
}

function headOf(answer: FollowedAnswer, request: FetchRequest): Omit<FetchedHead, 'status' | 'transferredBytes'> {
  const { headers, movedPermanentlyTo, status } = answer;
  const url = new URL(answer.url);
  url.username = '';
  url.password = '';
  const asked = status === 304 ? request : { etag: null, lastModified: null };
  return {
    url: url.href,
    movedPermanentlyTo,
    contentType: headerOf(headers, 'content-type'),
    etag: headerOf(headers, 'etag') ?? asked.etag ?? null,
    lastModified: headerOf(headers, 'last-modified') ?? asked.lastModified ?? null,
    maxAgeSeconds: maxAgeOf(headers, Date.now()),
  };
}

function unasked(url: URL): DocbaoError {
  const message = `${url.host} says that nothing has changed (HTTP 304), but was not asked whether.`;
  return new DocbaoError('http-status', message, { ...factsOf(url), status: 304 });
}
