import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type LoopbackServer } from '../servers/loopback.ts';
import { PATIENCE, openReader, type Reader } from './driver.ts';
import { hostileFeed, hostilePage } from './hostile-page.ts';

/** What fetching an article's images may ask of the trap (`x` is an image's own address); scripts, frames, styles and the rest may not. */
const IMAGE_PATH = /\.(png|gif|webp)$|^\/x$/;

describe('a paper that attacks its reader', () => {
  let site: LoopbackServer;
  let trap: LoopbackServer;
  let reader: Reader;
  const trapped: string[] = [];
  beforeAll(async () => {
    trap = await serve((_request, response, url) => {
      trapped.push(url.pathname);
      response.writeHead(404).end();
    });
    site = await serve((_request, response, url) => {
      const isFeed = url.pathname === '/feed.xml';
      response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml; charset=utf-8' : 'text/html; charset=utf-8' });
      response.end(isFeed ? hostileFeed(site.origin, trap.origin) : hostilePage(trap.origin));
    });
    reader = await openReader();
    await reader.app.evaluate(({ shell }) => {
      const seen: string[] = [];
      Object.assign(globalThis, { openedOutside: seen });
      shell.openExternal = async (url: string) => void seen.push(url);
    });
    const added = await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), `${site.origin}/feed.xml`);
    expect(added).toMatchObject({ ok: true });
    await reader.page.evaluate(() => window.docbao.sync.start({ feedId: null }));
    await reader.page.evaluate((url) => window.docbao.articles.savePage({ url }), `${site.origin}/saved.html`);
  });
  afterAll(async () => {
    await reader.close();
    await Promise.all([site.close(), trap.close()]);
  });

  it('was fetched without anything but images being asked for', () => {
    expect(trapped.filter((path) => !IMAGE_PATH.test(path))).toEqual([]);
  });

  it('runs nothing and asks nobody when all of its articles are shown, hovered and clicked', async () => {
    const ids = await reader.page.evaluate(async () => {
      const list = await window.docbao.articles.listIds({ view: { kind: 'all' } });
      const rows = await window.docbao.articles.getSummaries({ ids: list.ok ? [...list.value.ids] : [] });
      return rows.ok ? rows.value.filter((row) => row.sourceName !== 'Docbao').map((row) => row.id) : [];
    });
    expect(ids.length).toBeGreaterThanOrEqual(3);
    trapped.length = 0;
    for (const id of ids) {
      const state = await reader.page.evaluate(async (article) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-same-origin');
        frame.src = `docbao-app://ui/article/${article}`;
        frame.style.cssText = 'position:fixed;inset:0;width:1000px;height:700px;z-index:99';
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve));
        const doc = frame.contentDocument as Document;
        // As the window does: a link to a page never navigates the frame.
        doc.addEventListener('click', (event) => {
          const link = (event.target as Element).closest('a');
          if (link !== null && /^https?:/.test(link.href)) event.preventDefault();
        });
        for (const element of doc.querySelectorAll('*')) {
          for (const type of ['mouseover', 'focus', 'toggle', 'error', 'load']) element.dispatchEvent(new Event(type, { bubbles: true }));
          if (element instanceof (frame.contentWindow as Window & typeof globalThis).HTMLElement) element.click();
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
        const attributes = [...doc.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
        const found = {
          address: frame.contentWindow?.location.href,
          title: doc.title,
          forbidden: [...doc.querySelectorAll('script, iframe, object, embed, form, input, base, meta[http-equiv], .docbao-body style, .docbao-body link, svg script, template')].map((element) => element.tagName),
          handlers: attributes.filter((attribute) => /^on|^style$|^srcdoc$|^ping$|^formaction$/i.test(attribute.name)).map((attribute) => attribute.name),
          links: attributes.filter((attribute) => /^(href|src|action|poster|background|srcset)$/i.test(attribute.name) && !/^(https?:|mailto:|#|docbao-asset:|docbao-app:\/\/ui\/reader\.css$)/i.test(attribute.value)).map((attribute) => attribute.value),
        };
        frame.remove();
        return found;
      }, id);
      expect(state.address).toBe(`docbao-app://ui/article/${id}`);
      expect(state).toMatchObject({ forbidden: [], handlers: [], links: [] });
      expect(state.title).not.toBe('broken');
    }
    expect(await reader.page.evaluate(() => 'broken' in window)).toBe(false);
    expect(trapped).toEqual([]);
  });

  it('shows its text all the same', async () => {
    await reader.openFeed('Báo xấu');
    const text = await reader.read('Nước sông dâng cao');
    expect(text).toContain('Đoạn 1 của bài báo thử');
    expect(text).toContain('Đoạn 20 của bài báo thử');
  });

  it('shows hostile titles as text', async () => {
    await expect.poll(() => reader.page.locator('body').innerText(), PATIENCE).toContain('Tiêu đề xấu');
    expect(await reader.page.evaluate(() => 'broken' in window)).toBe(false);
  });

  it('opens none of its links by itself', async () => {
    expect(await reader.app.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside)).toEqual([]);
    expect(await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(new URL(reader.page.url()).pathname).toBe('/index.html');
  });
});
