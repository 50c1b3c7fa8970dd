import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type FetchRequest, type Fetcher } from '../../../main/fetch/index.ts';
import { serveRoutes, type LoopbackServer, type Route } from '../../servers/loopback.ts';

const TEXT = 'Bầu cử đại biểu Quốc hội. '.repeat(2_000);
const LIMITS = { maxBytes: { page: 1_000_000 }, timeouts: { headersMs: 300, idleMs: 300, totalMs: { page: 5_000, feed: 900 } } };

const body = (coding: string | null, bytes: Buffer): Route => (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(coding === null ? {} : { 'content-encoding': coding }) }).end(bytes);
};
const redirect = (status: number, location: string, headers: Record<string, string> = {}): Route => (_request, response) =>
  void response.writeHead(status, { location, ...headers }).end('moved');
const packed = gzipSync(TEXT);
const bomb = gzipSync(Buffer.alloc(50_000_000));
let flaky = 0;

const routes: Record<string, Route> = {
  '/plain': body(null, Buffer.from(TEXT)),
  '/gzip': body('gzip', packed),
  '/x-gzip': body('x-gzip', packed),
  '/deflate': body('deflate', deflateSync(TEXT)),
  '/deflate-raw': body('deflate', deflateRawSync(TEXT)),
  '/br': body('br', brotliCompressSync(TEXT)),
  '/zstd': body('zstd', zstdCompressSync(TEXT)),
  '/gzip-twice': body('gzip, gzip', gzipSync(packed)),
  '/not-gzip-at-all': body('gzip', Buffer.from(TEXT)),
  '/empty-gzip': body('gzip', Buffer.alloc(0)),
  '/cut-gzip': body('gzip', packed.subarray(0, packed.length - 40)),
  '/broken-gzip': body('gzip', Buffer.concat([packed.subarray(0, 30), Buffer.alloc(500, 7)])),
  '/odd-coding': body('pack200', Buffer.from('x')),
  '/four-codings': body('gzip, gzip, gzip, gzip', packed),
  '/bomb': body('gzip', bomb),
  '/bomb-in-bomb': body('gzip, gzip', gzipSync(bomb)),
  '/announced': (_request, response) => void response.writeHead(200, { 'content-length': 50_000_000 }).write('x'),
  '/endless': (_request, response) => {
    const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more);
    response.on('drain', more);
    more();
  },
  '/hang': () => undefined,
  '/hang-body': (_request, response) => void response.writeHead(200).write('x'),
  '/trickle': (_request, response) => {
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/cut': (_request, response) => void response.writeHead(200, { 'content-length': 999 }).write('x', () => response.destroy()),
  '/reset': (request) => void request.socket.destroy(),
  '/reset-once': (request, response) => {
    flaky += 1;
    if (flaky === 1) request.socket.destroy();
    else response.end('second time');
  },
  '/not-http': (request) => void request.socket.end('\0\0\0 hello\r\n\r\n'),
  '/etag': (request, response) => {
    const status = request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] === 'T1' ? 304 : 200;
    response.writeHead(status, { etag: '"v1"', 'last-modified': 'T1', 'cache-control': 'max-age=60' }).end(status === 200 ? 'new' : undefined);
  },
  '/unasked-304': (_request, response) => void response.writeHead(304).end(),
  '/moved': redirect(301, '/moved-on'),
  '/moved-on': redirect(308, '/then'),
  '/then': redirect(302, '/plain'),
  '/circle': redirect(302, '/circle-2'),
  '/circle-2': redirect(302, '/circle'),
  '/to-file': redirect(302, 'file:///etc/passwd'),
  '/to-nowhere': redirect(302, 'http://'),
  '/no-location': (_request, response) => void response.writeHead(302).end(),
  '/wants-cookie': (request, response) => {
    if (request.headers.cookie === 'visited=1') response.end('welcome');
    else redirect(302, '/wants-cookie', { 'set-cookie': 'visited=1; Path=/' })(request, response, new URL('http://x/'));
  },
  '/sets-cookie': (_request, response) => void response.writeHead(200, { 'set-cookie': 'tracker=1' }).end(),
  '/echo': (request, response) => void response.end(JSON.stringify(request.headers)),
  '/steps': (_request, response, url) => {
    const left = Number(url.searchParams.get('left'));
    if (left === 0) response.end('arrived');
    else response.writeHead(302, { location: `/steps?left=${left - 1}` }).end();
  },
};

let server: LoopbackServer;
let fetcher: Fetcher;
beforeAll(async () => void (server = await serveRoutes(routes)));
afterAll(() => server.close());
beforeEach(() => void (fetcher = createFetcher({ version: '1.2.3', limits: LIMITS, env: {} })));
afterEach(() => fetcher.close());

const get = (path: string, more: Partial<FetchRequest> = {}) => fetcher.fetch({ url: `${server.origin}${path}`, kind: 'page', allowPrivate: true, ...more });
const textOf = async (path: string, more: Partial<FetchRequest> = {}) => new TextDecoder().decode((await get(path, more)).bytes);
const failure = (kind: string, facts: object = {}): unknown => expect.objectContaining({ name: 'DocbaoError', kind, facts: expect.objectContaining(facts) });

describe('content codings', () => {
  it.each(['/plain', '/gzip', '/x-gzip', '/deflate', '/deflate-raw', '/br', '/zstd', '/gzip-twice', '/not-gzip-at-all'])('reads %s', async (path) => {
    expect(await textOf(path)).toBe(TEXT);
  });

  it('reads an empty body', async () => expect(await textOf('/empty-gzip')).toBe(''));

  it('counts what crossed the network, not what came out of it', async () => {
    let seen = 0;
    const { transferredBytes } = await get('/gzip', { onBytes: (bytes) => void (seen += bytes) });
    expect([transferredBytes, seen]).toEqual([packed.length, packed.length]);
  });

  it.each(['/cut-gzip', '/broken-gzip', '/odd-coding', '/four-codings'])('refuses %s', (path) => expect(get(path)).rejects.toThrowError(failure('broken-transfer')));
});

describe('size limits', () => {
  it.each(['/bomb', '/bomb-in-bomb', '/endless'])('stops %s at the limit', async (path) => {
    await expect(get(path)).rejects.toThrowError(failure('too-large', { limitBytes: 1_000_000 }));
  });

  it('refuses what announces too much without reading it, and says how much in words', async () => {
    const message = `${server.origin}/announced has 50 MB, more than Docbao accepts for a page (1 MB).`;
    await expect(get('/announced')).rejects.toThrowError(expect.objectContaining({ kind: 'too-large', message }));
  });
});

describe('time-outs', () => {
  it('names host and seconds', async () => {
    const host = `127.0.0.1:${server.port}`;
    const message = `${host} did not answer within 0.3 seconds.`;
    await expect(get('/hang')).rejects.toThrowError(expect.objectContaining({ kind: 'timeout', message, facts: { host, url: `${server.origin}/hang`, seconds: 0.3 } }));
  });

  it('ends a body that stops, and one that never ends', async () => {
    await expect(get('/hang-body')).rejects.toThrowError(failure('timeout', { seconds: 0.3 }));
    await expect(get('/trickle', { kind: 'feed' })).rejects.toThrowError(failure('timeout', { seconds: 0.9 }));
  });
});

describe('broken transfers', () => {
  it.each(['/cut', '/reset', '/not-http'])('says so for %s', (path) => expect(get(path)).rejects.toThrowError(failure('broken-transfer')));

  it('asks once more where the connection was reset before an answer', async () => expect(await textOf('/reset-once')).toBe('second time'));

  it('says that nothing answers at a closed port', async () => {
    const closed = await serveRoutes({});
    await closed.close();
    await expect(fetcher.fetch({ url: `${closed.origin}/`, kind: 'page', allowPrivate: true })).rejects.toThrowError(failure('host-unreachable'));
  });
});

describe('conditional requests', () => {
  it('gives validators and freshness, and not-modified for them', async () => {
    const first = await get('/etag');
    expect(first).toMatchObject({ status: 'ok', etag: '"v1"', lastModified: 'T1', maxAgeSeconds: 60 });
    expect(await get('/etag', { etag: first.etag })).toMatchObject({ status: 'not-modified', etag: '"v1"', transferredBytes: 0 });
    expect((await get('/etag', { lastModified: 'T1' })).status).toBe('not-modified');
    expect((await get('/etag', { etag: '"v0"' })).status).toBe('ok');
  });

  it('does not believe a 304 that nobody asked for', () => expect(get('/unasked-304')).rejects.toThrowError(failure('http-status', { status: 304 })));
});

describe('redirects', () => {
  it('follows them and remembers the permanent part of the way', async () => {
    expect(await get('/moved')).toMatchObject({ url: `${server.origin}/plain`, movedPermanentlyTo: `${server.origin}/then` });
    expect((await get('/then')).movedPermanentlyTo).toBeNull();
  });

  it('follows as many as allowed and no more', async () => {
    expect(await textOf('/steps?left=10')).toBe('arrived');
    await expect(get('/steps?left=11')).rejects.toThrowError(failure('too-many-redirects'));
  });

  it('sees circles', () => expect(get('/circle')).rejects.toThrowError(failure('too-many-redirects', { url: `${server.origin}/circle` })));

  it.each(['/to-file', '/to-nowhere'])('leaves the web for nobody (%s)', (path) => expect(get(path)).rejects.toThrowError(failure('bad-address')));

  it('says what a redirect without a target is', () => expect(get('/no-location')).rejects.toThrowError(failure('http-status', { status: 302 })));

  it('never takes a public source to the inner network', async () => {
    await expect(get('/plain', { allowPrivate: false })).rejects.toThrowError(failure('forbidden-address'));
  });
});

describe('identity', () => {
  it('says honestly who asks', async () => {
    const headers: unknown = JSON.parse(await textOf('/echo'));
    expect(headers).toMatchObject({ 'user-agent': 'Docbao/1.2.3 (+offline reader)', 'accept-language': expect.stringMatching(/^vi/), 'accept-encoding': 'gzip, deflate, br, zstd' });
  });

  it('sends cookies only where a site turns in a circle for want of them', async () => {
    await get('/sets-cookie');
    expect(await textOf('/echo')).not.toContain('tracker');
    expect(await textOf('/wants-cookie')).toBe('welcome');
    expect(JSON.parse(await textOf('/echo'))).toMatchObject({ cookie: 'visited=1' });
  });

  it('keeps the log-in data of an address out of what it reports', async () => {
    const { url, bytes } = await fetcher.fetch({ url: `http://an:secret@127.0.0.1:${server.port}/echo`, kind: 'page', allowPrivate: true });
    expect(url).toBe(`${server.origin}/echo`);
    expect(new TextDecoder().decode(bytes)).toContain(`Basic ${Buffer.from('an:secret').toString('base64')}`);
  });
});

describe('cancelling', () => {
  it.each(['/hang', '/hang-body', '/trickle'])('ends %s at once', async (path) => {
    const controller = new AbortController();
    const got = get(path, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(got).rejects.toThrowError(failure('cancelled'));
  });

  it('does not even start what was cancelled before', async () => {
    await expect(get('/plain', { signal: AbortSignal.abort() })).rejects.toThrowError(failure('cancelled'));
  });

  it('ends everything when the fetcher is closed', async () => {
    const all = Promise.allSettled([get('/hang'), get('/hang-body'), get('/trickle')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fetcher.close();
    for (const outcome of await all) expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'cancelled' } });
    await expect(get('/plain')).rejects.toThrowError(failure('cancelled'));
  });
});

describe('downloading', () => {
  it('hands the body on piece by piece, and ends with the sink’s own error', async () => {
    const pieces: Uint8Array[] = [];
    const restart = () => undefined;
    const head = await fetcher.download({ url: `${server.origin}/gzip`, kind: 'file', allowPrivate: true }, { write: (piece) => void pieces.push(piece), restart });
    expect(head).toMatchObject({ status: 'ok', transferredBytes: packed.length });
    expect(Buffer.concat(pieces).toString()).toBe(TEXT);
    const full = { write: () => Promise.reject(new Error('disk full')), restart };
    await expect(fetcher.download({ url: `${server.origin}/gzip`, kind: 'file', allowPrivate: true }, full)).rejects.toThrow('disk full');
  });
});
