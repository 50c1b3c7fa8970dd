import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './address.ts';
import { FORBIDDEN_CODE } from './failure.ts';

const FRESH_MS = 60_000;
const MAX_NAMES = 2_000;

type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

function resolveWithSystem(host: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });
}

/** Remembers what names resolve to for a minute, and asks once for many who wait: look-ups share a few threads with the disk. */
export function createResolver(resolve: Resolve = resolveWithSystem): Resolve {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<readonly LookupAddress[]> }>();
  return (host) => {
    const entry = known.get(host);
    if (entry !== undefined && entry.until > Date.now()) return entry.answer;
    if (known.size >= MAX_NAMES) known.clear();
    const answer = resolve(host);
    known.set(host, { until: Date.now() + FRESH_MS, answer });
    answer.catch(() => known.delete(host));
    return answer;
  };
}

/**
 * A look-up for `net.connect`. With `allowPrivate` false it hides addresses of the inner network and fails with
 * `FORBIDDEN_CODE` where nothing else is left: what is checked is what is connected to, so a name that changes its mind
 * between check and connection (DNS rebinding) gains nothing.
 */
export function createLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const allowed = allowPrivate ? found : found.filter(({ address }) => !isPrivateAddress(address));
        const usable = options.family === 4 || options.family === 6 ? allowed.filter(({ family }) => family === options.family) : allowed;
        const first = usable[0];
        if (first === undefined) {
          const code = found.length > allowed.length ? FORBIDDEN_CODE : 'ENOTFOUND';
          callback(Object.assign(new Error(`no usable address for ${host}`), { code }), '', 0);
        } else if (options.all === true) callback(null, [...usable]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
