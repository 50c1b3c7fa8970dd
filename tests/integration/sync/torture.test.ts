import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { startTortureServer, type TortureServer } from '../../servers/torture-server.ts';

// The servers share this thread with the library: time-outs leave room for what the sync itself does.
const LIMITS = { timeouts: { headersMs: 4_000, idleMs: 4_000, totalMs: { feed: 10_000 } } };

let folder: string;
let library: Library;
let torture: TortureServer;
let news: NewsServer;
beforeAll(async () => {
  torture = await startTortureServer();
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-torture-'));
  library = await openLibrary({ folder, fetcher: { limits: LIMITS, env: {} } });
});
afterAll(async () => {
  await library.close();
  await Promise.all([torture.close(), news.close()]);
  rmSync(folder, { recursive: true, force: true });
});

function follow(feedUrl: string, title: string): void {
  library.subscribeTo({ feedUrl, title, siteUrl: null, format: 'rss', entryCount: 0, sampleTitles: [], isSubscribed: false });
}

it('over every kind of bad host ends, says in words what failed, and has every article of the good ones', { timeout: 120_000 }, async () => {
  for (const { url, name } of torture.targets) follow(url, name);
  for (const site of [1, 2, 3]) follow(news.siteFeed(site), `Báo Thử ${site}`);
  const outcome = await library.sync.start({ feedId: null, concurrency: 100 });
  const told = new Map(outcome.failed.map(({ url, kind }) => [url, kind]));
  expect(torture.targets.map(({ name, url }) => `${name}: ${told.get(url) ?? 'ok'}`)).toEqual(torture.targets.map(({ name, sync }) => `${name}: ${sync}`));
  for (const { message } of outcome.failed) expect(message).toMatch(/^[^\n]{10,400}\.$/);
  const good = torture.targets.filter(({ sync, name }) => sync === 'ok' && !name.startsWith('twenty')).length;
  expect(outcome.newArticles).toBeGreaterThanOrEqual(3 * 20 + 3 * (good - 1) + 1);
  expect(await library.check()).toMatchObject({ ok: true });
  const { length } = torture.targets;
  process.stdout.write(`torture: a sync of ${length + 3} feeds took in ${outcome.newArticles} articles; ${outcome.failed.length} of ${length} bad feeds told in words, ${length - outcome.failed.length} read\n`);
});
