import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAssetStore, type AssetStore } from '../../../main/assets/index.ts';
import { createFetcher, type Fetcher } from '../../../main/fetch/index.ts';
import { serve, type LoopbackServer } from '../../servers/loopback.ts';

const OPTIONS = { referrer: null, allowPrivate: true };
const FILE = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);

let folder: string;
let server: LoopbackServer;
let fetcher: Fetcher;
let store: AssetStore;
let asked: (string | undefined)[];
/** What the server does with the next request: all, the first 100,000 bytes and then nothing, or no answer at all. */
let mood: 'well' | 'breaks' | 'hangs' | 'resets';
let etag: string;

beforeEach(async () => {
  [mood, etag, asked] = ['well', '"v1"', []];
  server = await serve((request, response, url) => {
    const { range, 'if-range': ifRange } = request.headers;
    asked.push(range);
    if (mood === 'resets') return void request.socket.destroy();
    const start = range !== undefined && ifRange === etag ? Number(/=(\d+)-/.exec(range)?.[1]) : 0;
    const body = url.pathname === '/page.pdf' ? Buffer.from('<!DOCTYPE html>'.padEnd(5_000)) : FILE.subarray(start);
    response.writeHead(start > 0 ? 206 : 200, { etag, 'content-length': body.length, ...(start > 0 ? { 'content-range': `bytes ${start}-${FILE.length - 1}/${FILE.length}` } : {}) });
    if (mood === 'well') return void response.end(body);
    const isBreaking = mood === 'breaks';
    mood = 'resets';
    response.write(body.subarray(0, 100_000), () => isBreaking && setTimeout(() => response.destroy(), 30));
  });
  folder = await mkdtemp(join(tmpdir(), 'docbao-files-'));
  fetcher = createFetcher({ env: {} });
  store = createAssetStore({ folder, fetcher });
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const save = (options: { readonly signal?: AbortSignal } = {}) => store.saveFile(`${server.origin}/bao.pdf`, { ...OPTIONS, ...options });
const incoming = async () => (await readdir(join(folder, 'incoming')).catch((): string[] => [])).toSorted();
const broken = expect.objectContaining({ kind: 'broken-transfer' });

describe('an attached file', () => {
  it('is kept by what its bytes say it is', async () => {
    const saved = await save();
    expect(saved).toMatchObject({ name: expect.stringMatching(/^[0-9a-f]{64}\.pdf$/), mimeType: 'application/pdf', bytes: FILE.length, width: null });
    expect((await readFile(store.pathOf(saved.name))).equals(FILE)).toBe(true);
    await expect(store.saveFile(`${server.origin}/page.pdf`, OPTIONS)).rejects.toThrowError(expect.objectContaining({ kind: 'unsupported-type' }));
    expect(await incoming()).toEqual([]);
  });

  it('that broke off is gone on with by a later run', async () => {
    mood = 'breaks';
    await expect(save()).rejects.toThrowError(broken);
    expect(await incoming()).toEqual([expect.stringMatching(/\.json$/), expect.stringMatching(/\.rest$/)]);
    [mood, asked] = ['well', []];
    store = createAssetStore({ folder, fetcher });
    const { name } = await save();
    expect(asked).toEqual(['bytes=100000-']);
    expect((await readFile(store.pathOf(name))).equals(FILE)).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  it('that was cancelled is gone on with, too', async () => {
    mood = 'hangs';
    const controller = new AbortController();
    const saving = save({ signal: controller.signal });
    await expect.poll(() => asked.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    controller.abort();
    await expect(saving).rejects.toThrowError(expect.objectContaining({ kind: 'cancelled' }));
    await expect.poll(incoming).toHaveLength(2);
    mood = 'well';
    const { name } = await save();
    expect(asked.at(-1)).toBe('bytes=100000-');
    expect((await readFile(store.pathOf(name))).equals(FILE)).toBe(true);
  });

  it('that changed meanwhile is fetched as a whole', async () => {
    mood = 'breaks';
    await expect(save()).rejects.toThrowError(broken);
    [mood, etag] = ['well', '"v2"'];
    const { name, bytes } = await save();
    expect(bytes).toBe(FILE.length);
    expect((await readFile(store.pathOf(name))).equals(FILE)).toBe(true);
  });

  it('that nobody went on with for a week is swept up', async () => {
    mood = 'breaks';
    await expect(save()).rejects.toThrowError(broken);
    const old = new Date(Date.now() - 8 * 86_400_000);
    for (const name of await incoming()) await utimes(join(folder, 'incoming', name), old, old);
    store = createAssetStore({ folder, fetcher });
    await expect.poll(incoming).toEqual([]);
  });
});
