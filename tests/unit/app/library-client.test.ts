import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startLibraryClient } from '../../../main/app/library-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'docbao-client-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands in for the library's thread: answers `settings:get`, dies of `feeds:list`, throws at `sync:cancel`. */
const WORKER = `
import { parentPort } from 'node:worker_threads';
parentPort.postMessage({ type: 'opened' });
parentPort.on('message', ({ type, id, call }) => {
  if (type === 'close') { if (!process.env.DOCBAO_TEST_DEAF) { parentPort.postMessage({ type: 'closed' }); parentPort.close(); } return; }
  if (call === 'feeds:list') process.exit(1);
  if (call === 'sync:cancel') setImmediate(() => { throw new Error('a fault'); });
  if (call === 'settings:get') parentPort.postMessage({ type: 'answer', id, result: { ok: true, value: { theme: 'night' } } });
});
`;

function start() {
  const file = join(folder, `worker-${Math.random()}.mjs`);
  writeFileSync(file, WORKER);
  const onEvent = vi.fn();
  const write = vi.fn();
  const client = startLibraryClient({ workerUrl: pathToFileURL(file), libraryFolder: '/l', resourcesFolder: '/r', language: 'vi', log: { write }, onOpened: vi.fn(), onEvent });
  return { client, onEvent, write };
}

describe('the library’s thread', () => {
  it('answers, and ends when it is asked to', async () => {
    const { client, write } = start();
    expect(await client.call('settings:get', undefined)).toEqual({ ok: true, value: { theme: 'night' } });
    await client.close(5_000);
    expect(write).toHaveBeenCalledWith('info', 'library closed');
    expect(await client.call('settings:get', undefined)).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('is started again when it dies, and the window hears of it', async () => {
    const { client, onEvent, write } = start();
    expect(await client.call('feeds:list', undefined)).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(onEvent).toHaveBeenCalledWith('app:problem', expect.objectContaining({ kind: 'internal' }));
    expect(await client.call('settings:get', undefined)).toMatchObject({ ok: true });
    expect(await client.forward('sync:cancel', undefined)).toMatchObject({ ok: false });
    expect(write).toHaveBeenCalledWith('error', 'library worker failed', expect.anything());
    expect(await client.call('settings:get', undefined)).toMatchObject({ ok: true });
    await client.close(5_000);
  });

  it('is given up when it dies again and again', async () => {
    const { client, onEvent } = start();
    for (let count = 0; count < 4; count += 1) await client.call('feeds:list', undefined);
    expect(await client.call('settings:get', undefined)).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(onEvent).toHaveBeenCalledTimes(4);
    await client.close(5_000);
  });

  it('is ended after the time allowed where it does not end itself', async () => {
    vi.stubEnv('DOCBAO_TEST_DEAF', '1');
    const { client } = start();
    expect(await client.call('settings:get', undefined)).toMatchObject({ ok: true });
    await client.close(50);
    vi.unstubAllEnvs();
    expect(await client.call('settings:get', undefined)).toMatchObject({ ok: false });
  });
});
