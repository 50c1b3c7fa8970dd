import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, buildApp } from '../../scripts/build.ts';
import { prepareApp, resolveElectron } from '../../scripts/electron-runtime.ts';
import { openDisplay } from '../../scripts/runtime/display.ts';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { Reader, temporaryFolder, until } from './driver.ts';

const TRAP = fileURLToPath(new URL('./connection-trap.cjs', import.meta.url));

interface Trapped {
  readonly kind: 'loaded' | 'connect' | 'lookup';
  readonly host: string;
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** What Chromium asked the network for: addresses of requests, hosts to resolve, sockets that connected. */
function chromiumTraffic(file: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const named = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  return events.flatMap(({ type, params }) => {
    const name = named.get(type) ?? '';
    if (name === 'URL_REQUEST_START_JOB' && /^(https?|wss?|ftp):/.test(String(params?.['url']))) return [String(params?.['url'])];
    if (/^HOST_RESOLVER_(DNS_TASK|SYSTEM_TASK|MANAGER_ATTEMPT)/.test(name) || name === 'TCP_CONNECT_ATTEMPT' || name === 'UDP_CONNECT') {
      return [`${name} ${JSON.stringify(params ?? {})}`];
    }
    return [];
  });
}

interface Session {
  readonly child: ChildProcess;
  readonly browser: Browser;
  readonly reader: Reader;
}

/**
 * Starts the application without Playwright's own launcher, which takes `NODE_OPTIONS` away: they carry the trap into
 * every thread.
 */
async function openTrapped(library: string, netLog: string, connections: string): Promise<Session> {
  const silent = (): undefined => undefined;
  await buildApp(silent);
  const command = await prepareApp(await resolveElectron(silent), ROOT, silent);
  const display = await openDisplay(silent);
  const args = [`--user-data-dir=${library}.profile`, '--lang=en', '--remote-debugging-port=0', `--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'];
  const child = spawn(command.executable, [...command.args, ...args, '--library', library], {
    env: { ...process.env, ...display.env, LANGUAGE: 'en', LANG: 'en_GB.UTF-8', NODE_OPTIONS: `--require ${TRAP}`, DOCBAO_CONNECTION_TRAP: connections },
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the application ended: ${said}`)));
  });
  // Attached to before it shows its page, Chromium answers nothing.
  const list = `http://${new URL(endpoint).host}/json/list`;
  await until('the window', async () => (await (await fetch(list)).text()).includes('docbao-app://ui/index.html'));
  const browser = await chromium.connectOverCDP(endpoint);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('no window opened');
  const reader = new Reader(null, page, library);
  await reader.rows.first().waitFor();
  return { child, browser, reader };
}

/** A whole session, listened to from inside Node in every thread and from inside Chromium. */
describe('the running application', () => {
  const folder = temporaryFolder('network');
  const netLog = join(folder, 'net-log.json');
  const connections = join(folder, 'connections.jsonl');
  let news: NewsServer;
  let session: Session | undefined;
  let reader: Reader;
  const trapped = (): Trapped[] => readFileSync(connections, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Trapped);
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    session = await openTrapped(join(folder, 'library'), netLog, connections);
    reader = session.reader;
  });
  afterAll(async () => {
    session?.child.kill('SIGKILL');
    await news.close();
  });

  it('asks nobody as long as there is no source', async () => {
    await reader.read(/Tờ báo của riêng bạn/);
    await reader.search('bao');
    await reader.page.getByRole('button', { name: 'Clear search' }).click();
    const seen = trapped();
    expect(seen.filter(({ kind }) => kind === 'loaded').length).toBeGreaterThanOrEqual(3);
    expect(seen.filter(({ kind }) => kind !== 'loaded')).toEqual([]);
  });

  it('asks the host of the source, and no other, when it syncs and reads', async () => {
    await reader.follow(news.siteFront(1));
    await reader.openFeed('Báo Thử 1');
    await reader.read(/bản tin số 20/);
    await reader.shownImages();
    const own = new URL(news.origin);
    const hosts = new Set(trapped().filter(({ kind }) => kind !== 'loaded').map(({ host }) => host));
    expect([...hosts].filter((host) => host !== own.host && host !== own.hostname)).toEqual([]);
    expect(hosts.size).toBeGreaterThan(0);
  });

  it('has a Chromium that asked nobody at all', async () => {
    const ended = new Promise((resolve) => session?.child.once('exit', resolve));
    await session?.browser.close();
    session?.child.kill('SIGTERM');
    await ended;
    expect(chromiumTraffic(netLog)).toEqual([]);
  });
});
