import { DocbaoError } from '../../contract/domain/result.ts';
import { checkAddress, shownAddress } from './address.ts';
import type { Deadline } from './deadline.ts';
import { ask, type Answer, type Asking, type FetchContext } from './exchange.ts';
import { headerOf } from './headers.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

export interface FollowedAnswer extends Answer {
  readonly movedPermanentlyTo: string | null;
}

/** The state of one chain of redirects. */
interface Chain {
  readonly start: URL;
  readonly seen: Set<string>;
  hops: number;
  /** Where the unbroken permanent part of the chain has led so far. */
  movedTo: string | null;
  isPermanentSoFar: boolean;
  /** Cookies that answers of this chain set: kept only if the chain turns out to be a circle. */
  readonly offered: { readonly url: URL; readonly headers: readonly string[] }[];
  hasTriedCookies: boolean;
}

function setCookies(answer: Answer): readonly string[] {
  const value = answer.headers['set-cookie'];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The next address of a chain. Log-in data of the start is kept on its own origin only. */
function nextAddress(answer: Answer, location: string, chain: Chain, request: Asking): URL {
  const next = checkAddress(location, { base: answer.url, allowPrivate: request.allowPrivate });
  if (next.origin === chain.start.origin && next.username === '') {
    next.username = chain.start.username;
    next.password = chain.start.password;
  }
  return next;
}

/** Records the step, so that the subscription can follow a permanent move; going down from https to http is never remembered. */
function remember(chain: Chain, answer: Answer, next: URL): void {
  const isDowngrade = answer.url.protocol === 'https:' && next.protocol === 'http:';
  chain.isPermanentSoFar &&= PERMANENT.has(answer.status) && !isDowngrade;
  if (chain.isPermanentSoFar) chain.movedTo = next.href;
}

function goesRound(chain: Chain, why: string): DocbaoError {
  const shown = shownAddress(chain.start);
  const facts = { host: chain.start.host, url: shown, hops: chain.hops };
  return new DocbaoError('too-many-redirects', `${shown} ${why}.`, facts);
}

/** A chain that came back to where it was: tried once more with the cookies it set, if it set any. */
function restartWithCookies(chain: Chain, context: FetchContext): URL {
  if (chain.hasTriedCookies || chain.offered.length === 0) throw goesRound(chain, 'redirects in a circle');
  for (const { url, headers } of chain.offered) context.jar.store(url, headers);
  chain.hasTriedCookies = true;
  chain.seen.clear();
  chain.isPermanentSoFar = false;
  return chain.start;
}

/**
 * Asks an address and follows redirects by our own rules: http and https only, every hop checked against the inner network,
 * a limit, circles recognised, the permanent part of the way remembered.
 * @throws DocbaoError `too-many-redirects`, `bad-address`, `forbidden-address`, or what `ask` throws.
 */
export async function follow(start: URL, request: Asking, context: FetchContext, deadline: Deadline): Promise<FollowedAnswer> {
  const chain: Chain = { start, seen: new Set(), hops: 0, movedTo: null, isPermanentSoFar: true, offered: [], hasTriedCookies: false };
  let url = start;
  for (;;) {
    chain.seen.add(url.href);
    const answer = await ask(url, request, context, deadline);
    const location = REDIRECTS.has(answer.status) ? headerOf(answer.headers, 'location') : null;
    if (location === null) return { ...answer, movedPermanentlyTo: chain.movedTo };
    answer.finish();
    const cookies = setCookies(answer);
    if (cookies.length > 0) chain.offered.push({ url: answer.url, headers: cookies });
    if (chain.hasTriedCookies) context.jar.store(answer.url, cookies);
    chain.hops += 1;
    if (chain.hops > context.limits.maxRedirects) throw goesRound(chain, `redirects more than ${context.limits.maxRedirects} times`);
    const next = nextAddress(answer, location, chain, request);
    remember(chain, answer, next);
    url = chain.seen.has(next.href) ? restartWithCookies(chain, context) : next;
  }
}
