import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher, type FetchRequest } from '../../../main/fetch/index.ts';
import { serve, type LoopbackServer } from '../../servers/loopback.ts';

const FILE = randomBytes(400_000);
const PIECE = 150_000;
let ranges: (string | undefined)[] = [];
let server: LoopbackServer;
let fetcher: Fetcher;

/** Sends at most `PIECE` bytes before it breaks off, and goes on from where it is asked to if it is asked rightly. */
function breaking(request: IncomingMessage, response: ServerResponse, url: URL): void {
  const { range, 'if-range': ifRange } = request.headers;
  ranges.push(range);
  const validators = url.searchParams.has('weak') ? { etag: 'W/"v1"' } : { etag: url.searchParams.has('changes') ? `"v${ranges.length}"` : '"v1"' };
  const isRight = range !== undefined && ifRange === validators.etag && !url.searchParams.has('no-range');
  const start = isRight ? Number(/bytes=(\d+)-/.exec(range)?.[1]) : 0;
  const said = url.searchParams.has('liar') ? start + 7 : start;
  const partly = { 'content-range': `bytes ${said}-${FILE.length - 1}/${FILE.length}` };
  response.writeHead(isRight ? 206 : 200, { ...validators, 'content-length': FILE.length - start, ...(isRight ? partly : {}) });
  const isLast = FILE.length - start <= PIECE || ranges.length === Number(url.searchParams.get('whole'));
  if (isLast) response.end(FILE.subarray(start));
  else response.write(FILE.subarray(start, start + PIECE), () => setTimeout(() => response.destroy(), 30));
}

beforeAll(async () => {
  server = await serve(breaking);
  fetcher = createFetcher({ env: {} });
});
beforeEach(() => void (ranges = []));
afterAll(() => Promise.all([fetcher.close(), server.close()]));

const get = (path: string, kind: FetchRequest['kind']) => fetcher.fetch({ url: `${server.origin}${path}`, kind, allowPrivate: true });
const broken = expect.objectContaining({ kind: 'broken-transfer' });

describe('a transfer that breaks', () => {
  it.each(['image', 'file'] as const)('is gone on with from where it broke (%s)', async (kind) => {
    const { bytes, transferredBytes } = await get('/', kind);
    expect(Buffer.from(bytes).equals(FILE)).toBe(true);
    expect(transferredBytes).toBe(FILE.length);
    expect(ranges).toEqual([undefined, 'bytes=150000-', 'bytes=300000-']);
  });

  it.each(['/?changes', '/?no-range'])('starts again, once, where the file has changed or the server knows no ranges (%s)', async (path) => {
    const { bytes } = await get(`${path}&whole=2`, 'file');
    expect(Buffer.from(bytes).equals(FILE)).toBe(true);
    ranges = [];
    await expect(get(`${path}&whole=3`, 'file')).rejects.toThrowError(broken);
    expect(ranges).toHaveLength(2);
  });

  it('is not gone on with where nothing tells that it is still the same file', async () => {
    await expect(get('/?weak', 'file')).rejects.toThrowError(broken);
    expect(ranges).toEqual([undefined]);
  });

  it('is not pieced together from parts that do not fit', () => expect(get('/?liar', 'file')).rejects.toThrowError(broken));

  it('is asked for again as a whole next time where it is a page', async () => {
    await expect(get('/', 'page')).rejects.toThrowError(broken);
    expect(ranges).toEqual([undefined]);
  });
});
