import { afterEach, expect, it } from 'vitest';
import { createFetcher } from '../../../main/fetch/index.ts';
import { serve, type LoopbackServer } from '../../servers/loopback.ts';
import { startProxyServer } from '../../servers/proxy-server.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function started<T extends { close(): Promise<void> }>(thing: Promise<T> | T): Promise<T> {
  const ready = await thing;
  open.push(ready);
  return ready;
}

it('is not held up by hosts that hang: all places taken by them, the others are served meanwhile', async () => {
  const servers: LoopbackServer[] = [];
  for (let count = 0; count < 12; count += 1) servers.push(await started(serve(() => undefined)));
  const good = await started(serve((_request, response) => void response.end('ok')));
  const limits = { concurrency: { total: 4, slowAfterMs: 50 }, timeouts: { headersMs: 60_000 } };
  const fetcher = await started(createFetcher({ limits, env: {} }));
  const get = (origin: string) => fetcher.fetch({ url: `${origin}/`, kind: 'feed', allowPrivate: true });
  let hasHangingEnded = false;
  const hanging = Promise.allSettled(servers.map((server) => get(server.origin))).finally(() => (hasHangingEnded = true));
  const served = await Promise.all(Array.from({ length: 20 }, () => get(good.origin)));
  expect(served.every(({ status }) => status === 'ok')).toBe(true);
  expect(hasHangingEnded).toBe(false);
  await fetcher.close();
  await hanging;
});

it('reuses connections', async () => {
  const ports = new Set<number | undefined>();
  const server = await started(
    serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    }),
  );
  const fetcher = await started(createFetcher({ env: {} }));
  for (let count = 0; count < 10; count += 1) await fetcher.fetch({ url: `${server.origin}/`, kind: 'page', allowPrivate: true });
  // One may still be finishing when the next request goes out.
  expect(ports.size).toBeLessThanOrEqual(2);
});

it('speaks IPv6', async () => {
  const server = await started(serve((_request, response) => void response.end('ok'), { host: '::1' }));
  const fetcher = await started(createFetcher({ env: {} }));
  expect((await fetcher.fetch({ url: `${server.origin}/`, kind: 'page', allowPrivate: true })).status).toBe('ok');
  await expect(fetcher.fetch({ url: `${server.origin}/`, kind: 'page', allowPrivate: false })).rejects.toThrowError(expect.objectContaining({ kind: 'forbidden-address' }));
});

it('does not wait for a host again and again that answers nobody, unless the user asks', async () => {
  const seen: (string | undefined)[] = [];
  const server = await started(
    serve((request, response, url) => {
      seen.push(request.headers.host);
      if (url.pathname === '/good') response.end('ok');
    }),
  );
  const proxy = await started(startProxyServer(() => server.port));
  const limits = { timeouts: { headersMs: 200 }, concurrency: { politenessMs: { feed: 0, page: 0, image: 0, file: 0 } } };
  const fetcher = await started(createFetcher({ limits, env: { HTTP_PROXY: proxy.origin } }));
  const get = (url: string, isUrgent = false) => fetcher.fetch({ url, kind: 'page', allowPrivate: false, isUrgent });
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => get('http://dead.example/')));
  for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'timeout', facts: { host: 'dead.example' } } });
  // Four that count, and three that went out while they did.
  expect(seen.length).toBeLessThanOrEqual(7);
  const before = seen.length;
  await expect(get('http://dead.example/')).rejects.toThrowError(expect.objectContaining({ kind: 'timeout' }));
  expect(seen).toHaveLength(before);
  expect((await get('http://other.example/good')).status).toBe('ok');
  expect((await get('http://dead.example/good', true)).status).toBe('ok');
});

it('asks one host no more than four things at a time', async () => {
  let underWay = 0;
  let most = 0;
  const server = await started(
    serve((_request, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        response.end('ok');
      }, 20);
    }),
  );
  const proxy = await started(startProxyServer(() => server.port));
  const limits = { concurrency: { politenessMs: { feed: 0, page: 0, image: 0, file: 0 } } };
  const fetcher = await started(createFetcher({ limits, env: { HTTP_PROXY: proxy.origin } }));
  await Promise.all(Array.from({ length: 20 }, () => fetcher.fetch({ url: 'http://bao.example/', kind: 'image', allowPrivate: false })));
  expect(most).toBeLessThanOrEqual(4);
});
