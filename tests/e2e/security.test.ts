import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupOf, listenerNameOf, methodOf } from '../../contract/ipc/api.ts';
import { CHANNELS, EVENTS } from '../../contract/ipc/channels.ts';
import { openReader, type Reader } from './driver.ts';

/** Electron's security checklist, asserted in the running application. */
describe('the walls around the window', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());

  it('sandboxes the renderer and keeps Node and Electron out of it', async () => {
    const preferences = await reader.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(await reader.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window))).toEqual([]);
  });

  it('gives the page named methods only, frozen, and none that takes a channel', async () => {
    const shape = await reader.page.evaluate(() =>
      Object.fromEntries(Object.entries(window.docbao).map(([group, methods]) => [group, Object.keys(methods).toSorted()])),
    );
    const expected = new Map<string, string[]>([['on', EVENTS.map(listenerNameOf)]]);
    for (const channel of CHANNELS) expected.set(groupOf(channel), [...(expected.get(groupOf(channel)) ?? []), methodOf(channel)]);
    expect(shape).toEqual(Object.fromEntries([...expected].map(([group, names]) => [group, names.toSorted()])));
    const changed = await reader.page.evaluate(() => {
      const api = window.docbao as unknown as { articles: { get: unknown } };
      try {
        api.articles.get = () => 'mine';
      } catch {
        // Strict mode says so; sloppy mode does not.
      }
      return String(api.articles.get).includes('mine') || delete (window as unknown as Record<string, unknown>)['docbao'];
    });
    expect(changed).toBe(false);
  });

  it('runs nothing that is not in its own files', async () => {
    const violations = await reader.page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const attempt = (name: string, work: () => void): Promise<void> =>
        // In a task of its own: what a debugger evaluates directly is let through.
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              work();
            } catch {
              seen.push(name);
            }
            resolve();
          });
        });
      const inline = document.createElement('script');
      await attempt('inline', () => {
        inline.textContent = 'window.broken = 1';
      });
      document.body.append(inline);
      await attempt('markup', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'));
      await attempt('function', () => Reflect.apply(Reflect.construct(Function, ['window.broken = 1']) as () => void, null, []));
      await fetch('https://example.com/').catch(() => seen.push('fetch'));
      const image = new Image();
      const failed = new Promise((resolve) => image.addEventListener('error', resolve));
      image.src = 'https://example.com/a.png';
      await failed;
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
      frame.remove();
      return { seen, broken: 'broken' in window };
    });
    expect(violations.broken).toBe(false);
    expect(violations.seen).toEqual(expect.arrayContaining(['inline', 'markup', 'function', 'fetch', 'connect-src', 'img-src', 'frame-src']));
  });

  it('serves the window and articles under their policies, unsniffed', async () => {
    const headers = await reader.app.evaluate(async ({ session, net }) => {
      void session;
      const ask = async (url: string): Promise<Record<string, string>> => Object.fromEntries((await net.fetch(url)).headers);
      return { ui: await ask('docbao-app://ui/index.html'), article: await ask('docbao-app://ui/article/1') };
    });
    expect(headers.ui['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'.*connect-src 'none'/);
    expect(headers.ui['content-security-policy']).not.toMatch(/unsafe/);
    expect(headers.article['content-security-policy']).toMatch(/default-src 'none'.*sandbox allow-same-origin$/);
    expect(headers.article['content-security-policy']).not.toMatch(/script-src|unsafe|allow-scripts/);
    for (const { 'x-content-type-options': sniff } of [headers.ui, headers.article]) expect(sniff).toBe('nosniff');
  });

  it('refuses every permission but writing text to the clipboard', async () => {
    const answers = await reader.page.evaluate(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'persistent-storage', 'storage-access'];
      const states = await Promise.all(
        names.map(async (name) => {
          try {
            return (await navigator.permissions.query({ name: name as PermissionName })).state;
          } catch {
            return 'denied';
          }
        }),
      );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', () => 'refused');
      const screen = await navigator.mediaDevices.getDisplayMedia().then(() => 'given', () => 'refused');
      return { states, media, screen, notification: await Notification.requestPermission() };
    });
    expect(new Set(answers.states)).toEqual(new Set(['denied']));
    expect(answers).toMatchObject({ media: 'refused', screen: 'refused', notification: 'denied' });
  });

  it('lets the window copy a link', async () => {
    await reader.page.locator('.row').first().click();
    await reader.page.evaluate(() => navigator.clipboard.writeText('https://bao.vn/'));
    expect(await reader.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('https://bao.vn/');
  });

  it('opens no window and goes nowhere', async () => {
    const url = reader.page.url();
    const opened = await reader.page.evaluate(async () => {
      const window2 = window.open('https://example.com/');
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
      location.href = 'https://example.com/';
      await new Promise((resolve) => setTimeout(resolve, 300));
      return window2 !== null;
    });
    expect(opened).toBe(false);
    for (const address of ['file:///etc/passwd', 'docbao-app://ui/article/1', 'docbao-asset://library/x', 'data:text/html,x', 'docbao-app://other/index.html']) {
      await reader.page.evaluate((target) => {
        try {
          location.href = target;
        } catch {
          // Refused at once.
        }
      }, address);
      await reader.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      expect(reader.page.url()).toBe(url);
    }
    expect(await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('can not reach a host even with every policy out of the way', async () => {
    const outcome = await reader.app.evaluate(async ({ BrowserWindow, session }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
      const load = async (url: string): Promise<string> => window.loadURL(url).then(() => 'loaded', (error: Error) => error.message);
      const answers = [await load('https://example.com/'), await load('http://127.0.0.1:9/'), await load('file:///etc/passwd')];
      const resolved = await session.defaultSession.resolveHost('localhost').then(() => 'resolved', () => 'refused');
      window.destroy();
      return { answers, resolved };
    });
    for (const answer of outcome.answers) expect(answer).toMatch(/ERR_BLOCKED_BY_CLIENT|ERR_FAILED|ERR_NAME_NOT_RESOLVED/);
    expect(outcome.resolved).toBe('refused');
  });

  it('answers calls of its own page only', async () => {
    const answer = await reader.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
      await foreign.loadURL('docbao-app://ui/index.html');
      const said = (await foreign.webContents.executeJavaScript('window.docbao.feeds.list()')) as unknown;
      foreign.destroy();
      return said;
    });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'bad-request' } });
  });

  it('opens nothing outside but web and mail addresses', async () => {
    const opened = await reader.app.evaluate(({ shell }) => {
      const seen: string[] = [];
      Object.assign(globalThis, { openedOutside: seen });
      shell.openExternal = async (url: string) => void seen.push(url);
      return seen;
    });
    expect(opened).toEqual([]);
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://a/b', 'https://u:p@a.vn/', 'docbao://save?url=https://a.vn', 'x']) {
      const answer = await reader.page.evaluate((address) => window.docbao.app.openExternal({ url: address }), url);
      expect(answer).toMatchObject({ ok: false, error: { kind: 'bad-address' } });
    }
    expect(await reader.page.evaluate(() => window.docbao.app.openExternal({ url: 'https://bao.vn/a b' }))).toMatchObject({ ok: true });
    const seen = await reader.app.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside);
    expect(seen).toEqual(['https://bao.vn/a%20b']);
  });

  it('answers requests that do not fit with words, and does nothing', async () => {
    const answers = await reader.page.evaluate(async () => {
      const api = window.docbao as unknown as Record<string, Record<string, (request?: unknown) => Promise<{ ok: boolean; error?: { kind: string } }>>>;
      const ask = async (group: string, method: string, request?: unknown): Promise<string | undefined> => (await api[group]?.[method]?.(request))?.error?.kind;
      return Promise.all([
        ask('articles', 'get', { id: "1; DROP TABLE article" }),
        ask('articles', 'get'),
        ask('articles', 'listIds', { view: { kind: 'all', extra: 1 } }),
        ask('feeds', 'remove', { feedId: {} }),
        ask('search', 'query', { query: 'a'.repeat(5000), limit: 1, offset: 0 }),
        ask('settings', 'set', { theme: '</style>' }),
      ]);
    });
    expect(new Set(answers)).toEqual(new Set(['bad-request']));
  });
});
