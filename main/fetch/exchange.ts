import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { isLoopback } from './address.ts';
import { ACCEPT_ENCODING } from './body.ts';
import type { Connectivity } from './connectivity.ts';
import type { CookieJar } from './cookies.ts';
import type { Deadline } from './deadline.ts';
import type { Dispatchers } from './dispatchers.ts';
import { isReset, toFetchError } from './failure.ts';
import type { Gate, Lease } from './gate.ts';
import { requestHeaders, type AnswerHeaders } from './headers.ts';
import type { HostHealth } from './health.ts';
import type { FetchLimits } from './limits.ts';
import type { FetchRequest, ResumePoint } from './types.ts';

/** What all requests of one fetcher share. */
export interface FetchContext {
  readonly limits: FetchLimits;
  readonly userAgent: string;
  readonly dispatchers: Dispatchers;
  readonly gate: Gate;
  readonly jar: CookieJar;
  readonly health: HostHealth;
  readonly connectivity: Connectivity;
}

/** A request, and where it goes on if it was begun before. */
export interface Asking extends FetchRequest {
  readonly resume: ResumePoint | null;
}

/** An answer whose body is still to come. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: Readable;
  /** Gives the place back and lets go of the body; to be called whether it was read or not. */
  readonly finish: () => void;
}

const DUMP_BYTES = 16 * 1024;

/** Lets go of a body: a short rest is read so that the connection can be used again, a long one is cut off. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => undefined);
  if (body.readableEnded || body.destroyed) return;
  body.dump({ limit: DUMP_BYTES }).catch(() => body.destroy());
}

async function send(url: URL, request: Asking, context: FetchContext, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const cookie = context.jar.headerFor(url);
  const headers = requestHeaders(url, request, { userAgent: context.userAgent, acceptEncoding: ACCEPT_ENCODING, cookie, resume: request.resume });
  const options = { origin: url.origin, path: `${url.pathname}${url.search}`, method: 'GET', headers, signal } as const;
  const dispatcher = context.dispatchers.for(url, request.allowPrivate);
  try {
    return await dispatcher.request(options);
  } catch (error) {
    // A kept connection may have died unseen; a GET can be asked again on a new one.
    if (signal.aborted || !isReset(error)) throw error;
    return dispatcher.request(options);
  }
}

/** Waits for the host's turn. @throws DocbaoError where the host has just turned out to be dead or busy, or the caller gave up. */
async function takePlace(url: URL, request: Asking, { gate, health }: FetchContext, deadline: Deadline): Promise<Lease> {
  const isUnlimited = isLoopback(url);
  const isUrgent = request.isUrgent ?? false;
  const isTrusted = isUnlimited || isUrgent;
  if (!isTrusted) health.check(url);
  deadline.pause();
  const lease = await gate.acquire(url.host, { kind: request.kind, isUnlimited, isUrgent, signal: deadline.signal });
  try {
    // Those that went before may have found out meanwhile.
    if (!isTrusted) health.check(url);
    return lease;
  } catch (error) {
    lease.release();
    throw error;
  }
}

/**
 * Asks one address once: waits for its host's turn, sends, and gives the headers as soon as they are there.
 * @throws DocbaoError of the network kinds, in words.
 */
export async function ask(url: URL, request: Asking, context: FetchContext, deadline: Deadline): Promise<Answer> {
  const isLocal = isLoopback(url);
  const lease = await takePlace(url, request, context, deadline);
  try {
    deadline.asking(url);
    const { statusCode, headers, body } = await send(url, request, context, deadline.signal);
    deadline.answered();
    context.health.answered(url);
    if (!isLocal) context.connectivity.answered();
    const finish = () => {
      discard(body);
      lease.release();
    };
    return { url, status: statusCode, headers, body, finish };
  } catch (error) {
    lease.release();
    const proxy = context.dispatchers.proxyHost(url);
    const isOnline = () => isLocal || context.connectivity.isOnlineWithout(url.host);
    const failure = toFetchError(deadline.signal.aborted ? deadline.signal.reason : error, url, { proxy, isOnline });
    if (failure.kind === 'timeout' && !isLocal) context.health.wasSilent(url, failure);
    throw failure;
  }
}
