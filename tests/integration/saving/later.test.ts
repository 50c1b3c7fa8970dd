import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getArticle, listArticles } from '../../../main/store/index.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { madeUpPage } from './made-up-page.ts';

const OFFLINE = { online: false, metered: false, onBattery: false };

async function listen(port: number): Promise<Server> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(madeUpPage(4)));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

describe('a page that is saved without a network', () => {
  let folder: string;
  let library: Library;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docbao-later-'));
    library = await openLibrary({ folder });
  });
  afterEach(async () => {
    await library.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is noted once, survives a restart, and is fetched by the next sync with a network', async () => {
    const first = await listen(0);
    const { port } = first.address() as AddressInfo;
    await new Promise((resolve) => first.close(resolve));
    const url = `http://127.0.0.1:${port}/ghi-chep/so-4.html`;
    library.sync.setConditions(OFFLINE);
    const id = await library.savePageOrLater(url);
    expect(await library.savePageOrLater(url)).toBe(id);
    expect(getArticle(library.store.read, id)).toMatchObject({ title: `127.0.0.1:${port}/ghi-chep/so-4.html`, url, offline: 'summary', offlineReason: { why: 'pending' } });
    await library.close();
    library = await openLibrary({ folder });
    const server = await listen(port);
    await library.sync.start({ feedId: null });
    server.closeAllConnections();
    server.close();
    expect(getArticle(library.store.read, id)).toMatchObject({ title: 'Ghi chép 4 ở Bản Phố', offline: 'complete' });
    expect(listArticles(library.store.read, { kind: 'all' }, 10, 0).total).toBe(1);
  });

  it('is noted without a try where its host is out there', async () => {
    library.sync.setConditions(OFFLINE);
    const id = await library.savePageOrLater('https://bao.example/r%E1%BB%ABng');
    expect(getArticle(library.store.read, id).title).toBe('bao.example/rừng');
  });

  it('fails as ever where there is a network and the page is gone', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await expect(library.savePageOrLater(`http://127.0.0.1:${(server.address() as AddressInfo).port}/a`)).rejects.toMatchObject({ kind: 'not-found' });
    server.closeAllConnections();
    server.close();
  });
});
