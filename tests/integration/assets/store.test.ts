import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAssetStore, type AssetStore } from '../../../main/assets/index.ts';
import { createFetcher, type Fetcher } from '../../../main/fetch/index.ts';
import { drawPng } from '../../servers/drawn-png.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';

const OPTIONS = { referrer: null, allowPrivate: true };
let folder: string;
let news: NewsServer;
let fetcher: Fetcher;
let store: AssetStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docbao-assets-'));
  news = await startNewsServer({ folder: null });
  fetcher = createFetcher({ env: {}, limits: { maxBytes: { image: 200_000 }, timeouts: { headersMs: 400 } } });
  store = createAssetStore({ folder, fetcher });
});
afterEach(async () => {
  await fetcher.close();
  await news.close();
  await rm(folder, { recursive: true, force: true });
});

const filesIn = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
const failure = (kind: string): unknown => expect.objectContaining({ name: 'DocbaoError', kind });

describe('saving a picture', () => {
  it('keeps it under the hash of its bytes, with what its own bytes say it is', async () => {
    news.answer('/anh.jpg', { status: 200, headers: { 'content-type': 'text/html' }, body: drawPng('x', 320, 200) });
    const saved = await store.saveAsset(news.url('/anh.jpg'), OPTIONS);
    if ('skipped' in saved) throw new Error('the picture was skipped');
    expect(saved).toMatchObject({ name: expect.stringMatching(/^[0-9a-f]{64}\.png$/), mimeType: 'image/png', width: 320, height: 200 });
    const bytes = await readFile(store.pathOf(saved.name));
    expect(bytes).toEqual(drawPng('x', 320, 200));
    expect(saved.bytes).toBe(bytes.length);
    expect(await store.has(saved.name)).toBe(true);
  });

  it('stores the same picture once, wherever it came from', async () => {
    for (const path of ['/a.png', '/b.png']) news.answer(path, { status: 200, headers: {}, body: drawPng('same', 30, 20) });
    const first = await store.saveAsset(news.url('/a.png'), OPTIONS);
    expect(await store.saveAsset(news.url('/b.png'), OPTIONS)).toEqual(first);
    expect(await store.saveBytes(drawPng('same', 30, 20), 'a local page')).toEqual(first);
    expect(await filesIn()).toHaveLength(1);
  });

  it('fetches an address once for all who ask at the same time', async () => {
    const asked = Array.from({ length: 8 }, () => store.saveAsset(news.url('/cdn_64x48.png'), OPTIONS));
    expect(new Set((await Promise.all(asked)).map((saved) => JSON.stringify(saved))).size).toBe(1);
    expect(news.count('/cdn')).toBe(1);
  });

  it('does not end a shared transfer when one of several gives up', async () => {
    news.answer('/slow.png', 'slow');
    const controller = new AbortController();
    const given = store.saveAsset(`${news.url('/slow.png')}?ms=150`, { ...OPTIONS, signal: controller.signal });
    const kept = store.saveAsset(`${news.url('/slow.png')}?ms=150`, OPTIONS);
    controller.abort();
    await expect(given).rejects.toThrowError(failure('cancelled'));
    await expect(kept).rejects.toThrowError(failure('unsupported-type'));
    expect(news.count('/slow')).toBe(1);
  });

  it('keeps inline pictures', async () => {
    const url = `data:image/jpeg;base64,${drawPng('inline', 12, 9).toString('base64')}`;
    expect(await store.saveAsset(url, OPTIONS)).toMatchObject({ mimeType: 'image/png', width: 12, height: 9 });
  });

  it('asks only whether a picture that it knows has changed', async () => {
    const first = await store.saveAsset(news.url('/anh_32x20.png'), OPTIONS);
    if ('skipped' in first) throw new Error('the picture was skipped');
    const again = async () => ({ outcome: await store.saveAsset(news.url('/anh_32x20.png'), { ...OPTIONS, known: first }), status: news.requests.at(-1)?.status });
    expect(await again()).toEqual({ outcome: first, status: 304 });
    await store.remove([first.name]);
    expect(await again()).toEqual({ outcome: first, status: 200 });
    expect(await store.has(first.name)).toBe(true);
  });

  it('tells the site which page shows the picture', async () => {
    await store.saveAsset(news.url('/anh_10x10.png'), { ...OPTIONS, referrer: news.url('/bai.html') });
    expect(news.requests.at(-1)?.headers.referer).toBe(news.url('/bai.html'));
  });
});

describe('what is not kept', () => {
  it('is a picture that only counts readers', async () => {
    expect(await store.saveAsset(news.url('/pixel_1x1.gif'), OPTIONS)).toEqual({ skipped: 'tracking-pixel' });
    expect(await store.saveAsset(news.url('/pixel_2x2.gif'), OPTIONS)).toEqual({ skipped: 'tracking-pixel' });
    expect(await store.saveAsset(news.url('/line_600x1.gif'), OPTIONS)).toMatchObject({ width: 600 });
  });

  it.each([
    ['not-a-feed', 'unsupported-type'],
    ['empty-body', 'unsupported-type'],
    ['404', 'not-found'],
    ['hang', 'timeout'],
    ['truncated', 'broken-transfer'],
    ['large', 'too-large'],
  ] as const)('is what fails with %s', async (name, kind) => {
    await expect(store.saveAsset(news.failure(name), OPTIONS)).rejects.toThrowError(failure(kind));
    expect(await filesIn()).toEqual([]);
  });

  it('is read no further than needed to see that it is no picture', async () => {
    news.answer('/film.jpg', 'large');
    let seen = 0;
    const url = `${news.url('/film.jpg')}?mb=0.2`;
    await expect(store.saveAsset(url, { ...OPTIONS, onBytes: (bytes) => void (seen += bytes) })).rejects.toThrowError(failure('unsupported-type'));
    expect(seen).toBeLessThan(200_000);
  });

  it('is anything of the inner network that a public page points to', async () => {
    await expect(store.saveAsset(news.url('/a.png'), { ...OPTIONS, allowPrivate: false })).rejects.toThrowError(failure('forbidden-address'));
    expect(news.requests).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    news.answer('/a.png', 'hang-body');
    const controller = new AbortController();
    const saving = store.saveAsset(news.url('/a.png'), { ...OPTIONS, signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(saving).rejects.toThrowError(failure('cancelled'));
    await expect.poll(filesIn).toEqual([]);
  });

  it('says so when the folder can’t be written', async () => {
    await writeFile(join(folder, 'incoming'), 'in the way');
    await expect(store.saveAsset(news.url('/a_9x9.png'), OPTIONS)).rejects.toThrowError(failure('file-unreadable'));
  });
});

describe('the folder', () => {
  it('lists and removes what it holds, and nothing else', async () => {
    const saved = await Promise.all(['/a_9x9.png', '/b_9x9.png'].map((path) => store.saveAsset(news.url(path), OPTIONS)));
    const names = saved.map((asset) => ('name' in asset ? asset.name : ''));
    await writeFile(join(folder, 'note.txt'), 'not ours');
    const listed: string[] = [];
    for await (const { name, bytes } of store.list()) {
      expect(bytes).toBeGreaterThan(0);
      listed.push(name);
    }
    expect(listed.toSorted()).toEqual(names.toSorted());
    expect(await store.remove([...names, `${'0'.repeat(64)}.png`, '../../etc/passwd'])).toBe(2);
    expect(await filesIn()).toEqual(['note.txt']);
    expect(await store.has('../note.txt')).toBe(false);
  });

  it('is swept of what a killed process left half-written, and of nothing that is still being written', async () => {
    const incoming = join(folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const old = new Date(Date.now() - 2 * 86_400_000);
    await writeFile(join(incoming, `${process.pid}-aa.part`), 'being written');
    await writeFile(join(incoming, `${process.pid}-bb.part`), 'of an earlier process of that number');
    await utimes(join(incoming, `${process.pid}-bb.part`), old, old);
    await writeFile(join(incoming, '99999999-cc.part'), 'of a dead process');
    const reopened = createAssetStore({ folder, fetcher });
    await reopened.saveAsset(news.url('/a_9x9.png'), OPTIONS);
    expect((await readdir(incoming)).toSorted()).toEqual([`${process.pid}-aa.part`]);
  });
});
