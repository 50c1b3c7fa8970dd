import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { openReader, until, type Reader } from './driver.ts';
import { VIEWS, choose, goHome } from './views.ts';

const FACES = [{ language: 'vi', theme: 'paper' }, { language: 'en', theme: 'night' }] as const;
/** Pixels, WCAG 2.2, 2.5.8. */
const LEAST_TARGET = 24;
const TABS = 12;
/** All the way round the three panes. */
const TABS_OF_WINDOW = 40;

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** What its builder leaves in the window: to put it there anew for every view would cost more than to run it. */
interface Axe {
  run(where: { readonly exclude: readonly (readonly string[])[] }, options: { readonly iframes: false; readonly resultTypes: readonly ['violations'] }): Promise<{ readonly violations: readonly Finding[] }>;
}

/** What axe finds wrong with the window; the article's frame runs no script, not even axe's. */
async function violations(reader: Reader): Promise<readonly string[]> {
  if (!(await reader.page.evaluate(() => 'axe' in window))) await new AxeBuilder({ page: reader.page }).setLegacyMode(true).exclude('iframe').analyze();
  const found = await reader.page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: Axe };
    // What is still fading in has not the contrast that it will have.
    const ending = document.getAnimations().filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((animation) => animation.finished));
    return (await axe.run({ exclude: [['iframe']] }, { iframes: false, resultTypes: ['violations'] })).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }));
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

async function wear(reader: Reader, { language, theme }: (typeof FACES)[number]): Promise<void> {
  await reader.page.evaluate((face) => window.docbao.settings.set(face), { language, theme });
  await until(`${theme} in ${language}`, () =>
    reader.page.evaluate((face) => document.documentElement.dataset['theme'] === face.theme && document.documentElement.lang === face.language, { language, theme }),
  );
}

/** Targets of the pointer under 24 pixels: a control inside a label is as large as the label (2.5.8). */
async function smallTargets(reader: Reader): Promise<readonly string[]> {
  return reader.page.evaluate((least) => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [role="option"], [role="menuitem"], [role="tab"]')];
    return targets
      .map((element) => element.closest('label') ?? element)
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0)
      .filter((element) => element.offsetWidth < least || element.offsetHeight < least)
      .map((element) => `${element.getAttribute('aria-label') ?? element.outerHTML.slice(0, 80)}: ${element.offsetWidth} x ${element.offsetHeight}`);
  }, LEAST_TARGET);
}

/** What has the focus while something else lies over it, going on with Tab (2.4.11). */
async function hiddenFocus(reader: Reader, tabs: number): Promise<readonly string[]> {
  const hidden: string[] = [];
  for (let press = 0; press < tabs; press += 1) {
    await reader.page.keyboard.press('Tab');
    const found = await reader.page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body || element.tagName === 'IFRAME') return null;
      const target = element.closest('label') ?? element;
      const box = target.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 40));
      return top !== null && (target.contains(top) || top.contains(target)) ? null : target.outerHTML.slice(0, 120);
    });
    if (found !== null) hidden.push(found);
  }
  return hidden;
}

/** What is wider than the window, or than the pane or dialog that it scrolls in. */
async function sideways(reader: Reader): Promise<readonly string[]> {
  return reader.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, .dialog-body, .list-pane, .reader-pane, .sidebar, .welcome-page, .settings-body')]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.className || element.tagName}: ${element.scrollWidth} > ${element.clientWidth}`),
  );
}

async function zoom(reader: Reader, factor: number): Promise<void> {
  const width = await reader.page.evaluate(() => window.outerWidth);
  await reader.app.evaluate(({ BrowserWindow }, value) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(value), factor);
  await until('the zoom', () => reader.page.evaluate((wanted) => Math.abs(window.innerWidth - wanted) < 40, width / factor));
}

describe('every view', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    reader = await openReader({ language: 'vi' });
    await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), news.siteFeed(1));
    await reader.page.evaluate(() => window.docbao.sync.start({ feedId: null }));
    await reader.synced();
  });
  afterEach(() => goHome(reader));
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  it.each(VIEWS.map((view) => [view.name, view] as const))('passes axe, and what axe cannot see: %s', async (_name, view) => {
    await wear(reader, FACES[0]);
    await view.open(reader);
    const found: string[] = [];
    for (const face of FACES) {
      await wear(reader, face);
      found.push(...(await violations(reader)).map((violation) => `${face.language}, ${face.theme}: ${violation}`));
    }
    found.push(...(await smallTargets(reader)).map((target) => `small target (2.5.8): ${target}`));
    found.push(...(await hiddenFocus(reader, view.name === 'the list and an article' ? TABS_OF_WINDOW : TABS)).map((target) => `hidden focus (2.4.11): ${target}`));
    expect(found).toEqual([]);
  });

  it('fits at 200 %, with nothing to scroll sideways for (1.4.10)', async () => {
    await zoom(reader, 2);
    const found: string[] = [];
    for (const view of VIEWS.filter(({ name }) => name.startsWith('the dialog') || name.startsWith('part') || name.startsWith('the welcome'))) {
      await view.open(reader);
      found.push(...(await sideways(reader)).map((wide) => `${view.name}: ${wide}`));
      await goHome(reader);
    }
    await zoom(reader, 1);
    expect(found).toEqual([]);
  });

  it('moves the edges by key, too (2.5.7)', async () => {
    const edge = reader.page.locator('.list-pane > .resize-handle');
    const width = async (): Promise<number> => Number(await edge.getAttribute('aria-valuenow'));
    const before = await width();
    await edge.press('ArrowRight');
    await until('the edge to move', async () => (await width()) > before);
    await edge.press('Enter');
    await until('the edge to go back', async () => (await width()) === before);
  });

  it('gives the focus back when a dialog closes', async () => {
    const settings = reader.page.locator('.side-foot .icon-button').last();
    await settings.press('Enter');
    await reader.page.locator('dialog[open]').waitFor();
    await reader.page.keyboard.press('Escape');
    await until('the focus to come back', () => settings.evaluate((element) => element === document.activeElement));
  });

  it('moves nothing where the system asks for less motion, and shows what is chosen in forced colours', async () => {
    await reader.page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    await choose(reader, 'open-settings');
    await reader.page.locator('dialog[open]').waitFor();
    const moving = await reader.page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 0).length);
    const outline = await reader.page.locator('.settings-sections [aria-current]').evaluate((element) => getComputedStyle(element).outlineStyle);
    await reader.page.emulateMedia({ reducedMotion: null, forcedColors: null });
    expect({ moving, outline }).toEqual({ moving: 0, outline: 'solid' });
  });
});
