import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { serve, type LoopbackServer, type Route } from '../../servers/loopback.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { tortureFeed } from '../../servers/torture-cases.ts';
import { startTortureServer, type TortureServer } from '../../servers/torture-server.ts';

// The servers share this thread with the library: time-outs leave room for what the sync itself does.
const LIMITS = { timeouts: { headersMs: 4_000, idleMs: 4_000, totalMs: { feed: 12_000 } } };

let folder: string;
let library: Library;
let torture: TortureServer;
let news: NewsServer;
beforeEach(async () => {
  torture = await startTortureServer();
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-torture-'));
  library = await openLibrary({ folder, fetcher: { limits: LIMITS, env: {} } });
});
afterEach(async () => {
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

/** Ways in which a host keeps whoever asks it. */
const HOLDS: readonly Route[] = [
  () => undefined,
  (_request, response) => {
    const timer = setInterval(() => response.write(' '), 500);
    response.on('close', () => clearInterval(timer));
  },
  (_request, response) => void response.writeHead(302, { location: '/again' }).end(),
  (_request, response) => void response.writeHead(200, { 'content-type': 'text/xml', 'content-length': 10_000_000_000 }).write('<rss>'),
];

it('over 1,000 subscriptions, of whose hosts one in ten hangs, trickles, turns in circles or sends 10 GB, ends with all the others', { timeout: 170_000 }, async () => {
  const open: LoopbackServer[] = [];
  const good = await Promise.all(Array.from({ length: 30 }, () => serve((_request, response) => void response.writeHead(200, { 'content-type': 'text/xml' }).end(tortureFeed(1)))));
  const bad = await Promise.all(Array.from({ length: 100 }, (_, at) => serve(HOLDS[at % HOLDS.length] ?? (() => undefined))));
  open.push(...good, ...bad);
  const own = mkdtempSync(join(tmpdir(), 'docbao-thousand-'));
  const thousand = await openLibrary({ folder: own, fetcher: { limits: LIMITS, env: {} } });
  try {
    for (let at = 0; at < 1_000; at += 1) {
      const origin = at % 10 === 0 ? bad[at / 10]?.origin : good[at % good.length]?.origin;
      thousand.subscribeTo({ feedUrl: `${origin}/feed-${at}`, title: `Nguồn ${at}`, siteUrl: null, format: 'rss', entryCount: 0, sampleTitles: [], isSubscribed: false });
    }
    const outcome = await thousand.sync.start({ feedId: null });
    expect(outcome).toMatchObject({ feeds: 1_000, newArticles: 900 });
    expect(new Set(outcome.failed.map(({ url }) => new URL(url).origin))).toEqual(new Set(bad.map(({ origin }) => origin)));
    process.stdout.write(`torture: of 1,000 feeds ${outcome.failed.length} held us up and were told in words, ${outcome.newArticles} articles came from the others\n`);
  } finally {
    await thousand.close();
    await Promise.all(open.map((server) => server.close()));
    rmSync(own, { recursive: true, force: true });
  }
});
