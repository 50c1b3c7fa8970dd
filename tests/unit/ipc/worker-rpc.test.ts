import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { LibraryHandlers, RpcServerParts, WorkerNews } from '../../../main/ipc/worker-rpc.ts';
import { createRpcClient, createRpcServer } from '../../../main/ipc/worker-rpc.ts';

const news = (): WorkerNews => ({ onOpened: vi.fn(), onNotOpened: vi.fn(), onClosed: vi.fn(), onEvent: vi.fn() });

function connect(handlers: Promise<LibraryHandlers>, onClose: () => void = () => undefined, parts: Partial<RpcServerParts> = {}) {
  const { port1, port2 } = new MessageChannel();
  const heard = news();
  const client = createRpcClient(port1, heard);
  const server = createRpcServer(port2, { handlers, onClose, ...parts });
  return { client, server, heard, port1, end: () => port1.close() };
}

describe('worker RPC', () => {
  it('carries calls and answers, each to its own caller', async () => {
    const { client, end } = connect(
      Promise.resolve({ 'articles:markViewRead': ({ before }: { before: number }) => ({ ids: [before] }) } as unknown as LibraryHandlers),
    );
    const answers = await Promise.all(
      [1, 2, 3].map((before) => client.call('articles:markViewRead', { view: { kind: 'all' }, before })),
    );
    expect(answers).toEqual([1, 2, 3].map((n) => ({ ok: true, value: { ids: [n] } })));
    end();
  });

  it('holds calls until the library is open, and answers them all where it does not open', async () => {
    const failing = Promise.reject<LibraryHandlers>(new DocbaoError('library', 'of a newer Docbao', { version: 9 }));
    const { client, end } = connect(failing);
    expect(await client.call('settings:get', undefined)).toEqual({
      ok: false,
      error: { kind: 'library', message: 'of a newer Docbao', facts: { version: 9 } },
    });
    end();
  });

  it('answers what it can before the library is open, and by the library from then on', async () => {
    let open: (all: LibraryHandlers) => void = () => undefined;
    const opening = new Promise<LibraryHandlers>((resolve) => (open = resolve));
    const onWaiting = vi.fn();
    const { client, end } = connect(opening, undefined, { early: { 'tags:list': () => [] }, onWaiting });
    expect(await client.call('tags:list', undefined)).toEqual({ ok: true, value: [] });
    expect(onWaiting).not.toHaveBeenCalled();
    const waiting = client.call('sync:getProgress', undefined);
    await vi.waitFor(() => expect(onWaiting).toHaveBeenCalledOnce());
    open({ 'sync:getProgress': () => null, 'tags:list': () => [{ id: 1 }] } as unknown as LibraryHandlers);
    expect(await waiting).toEqual({ ok: true, value: null });
    expect(await client.call('tags:list', undefined)).toEqual({ ok: true, value: [{ id: 1 }] });
    end();
  });

  it.each([
    ['articles:get', { id: '3' }],
    ['articles:get', { id: -1 }],
    ['articles:get', { id: 1.5 }],
    ['articles:get', undefined],
    ['articles:get', { id: 3, sql: 'DROP TABLE' }],
    ['articles:getSummaries', { ids: Array.from({ length: 201 }, (_, i) => i + 1) }],
    ['articles:listIds', { view: { kind: 'everything' } }],
    ['articles:saveFile', { name: 'a.txt', bytes: 'text' }],
    ['feeds:add', { feedUrl: '' }],
    ['settings:set', { theme: 'pink' }],
    ['settings:set', { __proto__: null, constructor: 1 }],
    ['search:query', { query: 'a', limit: 1e9, offset: 0 }],
  ] as const)('refuses %s with %j and asks nobody', async (channel, request) => {
    const handler = vi.fn();
    const { client, end } = connect(Promise.resolve({ [channel]: handler } as unknown as LibraryHandlers));
    expect(await client.forward(channel, request)).toMatchObject({ ok: false, error: { kind: 'bad-request' } });
    expect(handler).not.toHaveBeenCalled();
    end();
  });

  it('moves a long list of ids instead of copying it', async () => {
    const ids = Uint32Array.from([5, 6, 7]);
    const { client, end } = connect(Promise.resolve({ 'articles:listIds': () => ({ ids }) } as unknown as LibraryHandlers));
    const answer = await client.call('articles:listIds', { view: { kind: 'all' } });
    expect(answer).toEqual({ ok: true, value: { ids: Uint32Array.from([5, 6, 7]) } });
    expect(ids.length).toBe(0);
    end();
  });

  it('passes events and the end on', async () => {
    const onClose = vi.fn();
    const { client, server, heard, port1, end } = connect(Promise.resolve({} as LibraryHandlers), onClose);
    server.sendEvent('library:changed', { feeds: true, articles: false, articleIds: null });
    server.tellOpened();
    server.tellClosed();
    client.requestClose();
    await once(port1, 'message');
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    await vi.waitFor(() => expect(heard.onClosed).toHaveBeenCalledOnce());
    expect(heard.onEvent).toHaveBeenCalledWith('library:changed', { feeds: true, articles: false, articleIds: null });
    expect(heard.onOpened).toHaveBeenCalledOnce();
    end();
  });

  it('answers every call under way when the worker is gone', async () => {
    const { client, end } = connect(new Promise<LibraryHandlers>(() => undefined));
    const call = client.call('feeds:list', undefined);
    client.abandon({ kind: 'internal', message: 'gone' });
    expect(await call).toEqual({ ok: false, error: { kind: 'internal', message: 'gone' } });
    end();
  });

  it('does not hear what is not of its form', async () => {
    const { port1, port2 } = new MessageChannel();
    const heard = news();
    createRpcClient(port1, heard);
    for (const message of [null, 7, 'x', { type: 'event', name: 'made:up' }, { type: 'answer', id: 'x' }, { type: 'not-opened', error: {} }]) {
      port2.postMessage(message);
    }
    port2.postMessage({ type: 'opened' });
    await vi.waitFor(() => expect(heard.onOpened).toHaveBeenCalledOnce());
    expect(heard.onEvent).not.toHaveBeenCalled();
    expect(heard.onNotOpened).not.toHaveBeenCalled();
    port1.close();
  });

  it('answers a request that can not be cloned', async () => {
    const { client, end } = connect(Promise.resolve({} as LibraryHandlers));
    const answer = await client.call('feeds:add', { feedUrl: (() => '') as unknown as string });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'internal' } });
    end();
  });
});
