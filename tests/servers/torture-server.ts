/**
 * A server on loopback whose every address does harm in its own way, or looks as if it did: slow, truncated, bombs, circles, lies about
 * type, charset and length, bad TLS, IPv6. Real sockets, no mock.
 *
 * ```ts
 * const torture = await startTortureServer();
 * torture.targets                     // [{ name, url, fetch: 'ok' | ErrorKind, sync: 'ok' | ErrorKind }]
 * torture.counts                      // how often each name was asked
 * await torture.close();
 * ```
 * With the fetcher's time-outs as they are, the slowest target takes the total time of a feed (45 s); tests shorten them.
 */
import type { ErrorKind } from '../../contract/domain/result.ts';
import { serve, type LoopbackServer, type Route } from './loopback.ts';
import { selfSignedCertificate } from './self-signed.ts';
import { TORTURE_CASES, tortureFeed } from './torture-cases.ts';

export interface TortureTarget {
  readonly name: string;
  readonly url: string;
  /** What the fetcher says of it. */
  readonly fetch: 'ok' | ErrorKind;
  /** What a sync that takes it for a feed says of it. */
  readonly sync: 'ok' | ErrorKind;
}

export interface TortureServer {
  readonly targets: readonly TortureTarget[];
  readonly counts: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const both = (kind: 'ok' | ErrorKind) => ({ fetch: kind, sync: kind });

export async function startTortureServer(): Promise<TortureServer> {
  const counts = new Map<string, number>();
  const route: Route = (request, response, url) => {
    const name = url.pathname.slice(1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const found = TORTURE_CASES[name];
    if (found === undefined) response.writeHead(404).end();
    else found.route(request, response, url);
  };
  const feed: Route = (_request, response) => void response.end(tortureFeed(1));
  const yesterday = new Date(Date.now() - 86_400_000);
  const [main, ipv6, selfSigned, expired, closed] = await Promise.all([
    serve(route),
    serve(feed, { host: '::1' }),
    serve(feed, { tls: selfSignedCertificate([]) }),
    serve(feed, { tls: selfSignedCertificate([], yesterday) }),
    serve(feed),
  ]);
  await closed.close();
  const servers: readonly LoopbackServer[] = [main, ipv6, selfSigned, expired];
  const targets: readonly TortureTarget[] = [
    ...Object.entries(TORTURE_CASES).map(([name, { fetch, sync }]) => ({ name, url: `${main.origin}/${name}`, fetch, sync })),
    { name: 'ipv6', url: `${ipv6.origin}/`, ...both('ok') },
    { name: 'tls-self-signed', url: `${selfSigned.origin}/`, ...both('tls') },
    { name: 'tls-expired', url: `${expired.origin}/`, ...both('tls') },
    { name: 'tls-where-there-is-none', url: `${main.origin.replace('http:', 'https:')}/`, ...both('tls') },
    { name: 'nothing-listens', url: `${closed.origin}/`, ...both('host-unreachable') },
  ];
  return { targets, counts, close: async () => void (await Promise.all(servers.map((server) => server.close()))) };
}
