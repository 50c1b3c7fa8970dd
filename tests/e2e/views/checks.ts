import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { until } from '../driver.ts';
import { goHome, type Stage, type View } from './stage.ts';

/** Tags of the rules that a theme can change; a language can change the others. */
const COLOURS = ['cat.color'] as const;
/** Tags of rules that are not for WCAG 2.2 AA; axe asks for them only where a tag names them. */
const UNASKED: readonly string[] = ['wcag2aaa', 'experimental', 'deprecated'];

/** Every view in both languages, light and dark: what a theme can change in each of the four, everything else once in each language. */
const FACES = {
  vi: [['paper', 'all'], ['night', 'colours']],
  en: [['night', 'all'], ['paper', 'colours']],
} as const;
/** The two themes that remain, where a view has colours that others have not; those that all have are computed for every theme (contrast.test.ts). */
const MORE_FACES = [['sepia', 'colours'], ['black', 'colours']] as const;

/** What the window does for the document in its frame: its main region holds it, its first heading stands above the list. */
const BY_THE_WINDOW = { region: { enabled: false }, 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } } as const;

/** Pixels, WCAG 2.2, 2.5.8. */
const LEAST_TARGET = 24;
interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

interface AxeOptions {
  readonly iframes: false;
  /** No rule that is asked for reads style sheets by itself. */
  readonly preload: false;
  readonly resultTypes: readonly ['violations'];
  readonly runOnly?: readonly string[];
  readonly rules?: typeof BY_THE_WINDOW;
}

/** What its builder leaves in the window: to put it there anew for every view would cost more than to run it. */
interface Axe {
  getRules(tags: readonly string[]): readonly { readonly ruleId: string; readonly tags: readonly string[] }[];
  run(where: Element | { readonly exclude: readonly (readonly string[])[] }, options: AxeOptions): Promise<{ readonly violations: readonly Finding[] }>;
}

async function leaveAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
}

/** The rules of axe that a theme can change, by name. */
function colourRules(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([tags, unasked]) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      return axe.getRules(tags).filter((rule) => !rule.tags.some((tag) => unasked.includes(tag))).map(({ ruleId }) => ruleId);
    },
    [COLOURS, UNASKED] as const,
  );
}

type Language = keyof typeof FACES;

/** What stands over the window or in its panes now and may leave when the language changes. */
function floating(page: Page): Promise<string> {
  return page.evaluate(() => [...document.querySelectorAll('dialog[open], [popover]:popover-open, .highlight-card, .find-bar, .speech-bar, .notice, .selection-bar')].map(({ className }) => className).join());
}

/** Has the window speak a language, with the view still in it. */
async function speak(stage: Stage, view: View, language: Language): Promise<void> {
  const { page } = stage.reader;
  const before = await floating(page);
  await page.evaluate((wanted) => window.docbao.settings.set({ language: wanted }), language);
  await until(`the window to speak ${language}`, () => page.evaluate((wanted) => document.documentElement.lang === wanted, language));
  await until('the article in that language', () => page.evaluate(async () => {
    // The article that is open is asked for with the next frame, and its title is said when it is there.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const shown = document.querySelector<HTMLIFrameElement>('iframe[data-shown="true"]');
    return shown === null || document.querySelector('.reader-pane > [role="status"]')?.textContent === shown.title;
  }));
  if ((await floating(page)) === before) return;
  await view.leave?.(stage);
  await goHome(stage);
  await view.open(stage);
}

/** What axe finds wrong with the window in a language, in each of the themes. */
async function violationsIn({ reader: { page } }: Stage, { pane, hasOwnColours }: View, language: Language): Promise<readonly string[]> {
  const ofColour = await colourRules(page);
  return page.evaluate(
    async ([spoken, faces, ofTheme, own]) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      const found: string[] = [];
      for (const [theme, which] of faces) {
        // As the window itself does it (`dress`), without asking the library to remember it.
        document.documentElement.dataset['theme'] = theme;
        // What lies under a dialog or a menu is a view of its own.
        const floats = which === 'all' && theme === 'paper' ? null : document.querySelector('dialog[open], [popover]:popover-open');
        const over = floats ?? (which === 'all' || own === null ? null : document.querySelector(own));
        const only = which === 'all' ? {} : { runOnly: ofTheme };
        const { violations: wrong } = await axe.run(over ?? { exclude: [['iframe']] }, { iframes: false, preload: false, resultTypes: ['violations'], ...only });
        found.push(...wrong.map(({ id, nodes }) => `${spoken}, ${theme}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
      }
      document.documentElement.dataset['theme'] = 'paper';
      return found;
    },
    [language, language === 'vi' && hasOwnColours === true ? [...FACES.vi, ...MORE_FACES] : FACES[language], ofColour, pane ?? null] as const,
  );
}

/** What axe finds wrong with a view that is open, in all its faces: first in the language that the window speaks, then in the other, which stays. */
export async function violations(stage: Stage, view: View): Promise<readonly string[]> {
  const { page } = stage.reader;
  await leaveAxe(page);
  const now = (await page.evaluate(() => document.documentElement.lang)) === 'en' ? 'en' : 'vi';
  const other = now === 'vi' ? 'en' : 'vi';
  const found = await violationsIn(stage, view, now);
  await speak(stage, view, other);
  return [...found, ...(await violationsIn(stage, view, other))];
}

/** Leaves axe in the shown article: its document runs no script, so axe runs in the window and is told that the frame's own window is the one. */
async function leaveAxeInArticle(page: Page): Promise<void> {
  const source = await readFile(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(`((window) => { ${source} })(document.querySelector('iframe[data-shown="true"]').contentWindow)`);
}

/** What axe finds wrong inside the shown article, in each theme. */
export async function violationsInArticle({ reader: { page } }: Stage): Promise<readonly string[]> {
  await leaveAxe(page);
  await leaveAxeInArticle(page);
  const ofColour = await colourRules(page);
  return page.evaluate(
    async ([themes, ofTheme, byTheWindow]) => {
      const inside = document.querySelector<HTMLIFrameElement>('iframe[data-shown="true"]')?.contentWindow as (Window & { readonly axe: Axe }) | null;
      if (inside === null) throw new Error('no article is shown');
      const root = inside.document.documentElement;
      const found: string[] = [];
      for (const [theme, which] of themes) {
        root.dataset['theme'] = theme;
        const only = which === 'all' ? {} : { runOnly: ofTheme };
        const { violations: wrong } = await inside.axe.run(root, { iframes: false, preload: false, resultTypes: ['violations'], rules: byTheWindow, ...only });
        found.push(...wrong.map(({ id, nodes }) => `article, ${theme}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
      }
      return found;
    },
    [[['night', 'all'], ['sepia', 'colours'], ['black', 'colours'], ['paper', 'all']], ofColour, BY_THE_WINDOW] as const,
  );
}

/** Targets of the pointer under 24 pixels: a control inside a label is as large as the label (2.5.8). */
export async function smallTargets({ reader }: Stage): Promise<readonly string[]> {
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
export async function hiddenFocus({ reader }: Stage, tabs: number): Promise<readonly string[]> {
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

/** At 200 % (1.4.4, 1.4.10): what is wider than the window or than what it scrolls in, and words that are cut off without a sign of it. */
export async function misfits(stage: Stage): Promise<readonly string[]> {
  await zoom(stage, 2);
  const found = await stage.reader.page.evaluate(() => {
    const visible = (selector: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    const wide = visible('html, .dialog-body, .list-pane, .reader-pane, .sidebar, .welcome-page, .settings-body').filter((element) => element.scrollWidth > element.clientWidth + 1);
    const cut = visible('button, h1, h2, h3, legend, label, p, a, dt, dd').filter((element) => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
      const isCutAcross = overflowX !== 'visible' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      const isCutDown = overflowY === 'hidden' && webkitLineClamp === 'none' && textOverflow !== 'ellipsis' && element.scrollHeight > element.clientHeight + 2;
      return !element.classList.contains('visually-hidden') && (isCutAcross || isCutDown);
    });
    return [
      ...wide.map((element) => `${element.className || element.tagName}: ${element.scrollWidth} > ${element.clientWidth}`),
      ...cut.map((element) => `cut: ${element.outerHTML.slice(0, 120)}`),
    ];
  });
  await zoom(stage, 1);
  return found.map((what) => `at 200 % (1.4.10): ${what}`);
}

async function zoom({ reader }: Stage, factor: number): Promise<void> {
  const width = await reader.page.evaluate(() => window.outerWidth);
  await reader.app.evaluate(({ BrowserWindow }, value) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(value), factor);
  // The panes follow the width a moment later.
  const shown = width / factor;
  const panes = shown < 700 ? '1' : shown < 1000 ? '2' : '3';
  await until('the zoom', () => reader.page.evaluate(([wanted, count]) => Math.abs(window.innerWidth - wanted) < 40 && document.querySelector<HTMLElement>('.shell')?.dataset['panes'] === count, [shown, panes] as const));
}
