import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { until } from '../driver.ts';
import type { Stage } from './stage.ts';

/** Languages and themes as they are looked at: each view wholly in both languages and in both themes, and for its colours in those that have others. */
const FACES = [
  { language: 'vi', theme: 'paper', isWhole: true },
  { language: 'vi', theme: 'sepia', isWhole: false },
  { language: 'vi', theme: 'black', isWhole: false },
  { language: 'en', theme: 'night', isWhole: true },
] as const;
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'] as const;
/** Pixels, WCAG 2.2, 2.5.8. */
const LEAST_TARGET = 24;
interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

interface AxeOptions {
  readonly iframes: false;
  readonly resultTypes: readonly ['violations'];
  readonly runOnly?: readonly string[];
}

/** What its builder leaves in the window: to put it there anew for every view would cost more than to run it. */
interface Axe {
  run(where: Element | { readonly exclude: readonly (readonly string[])[] }, options: AxeOptions): Promise<{ readonly violations: readonly Finding[] }>;
}

async function leaveAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
}

/** What axe finds wrong with the window, dressed in each of the faces. */
export async function violations({ reader: { page } }: Stage): Promise<readonly string[]> {
  await leaveAxe(page);
  return page.evaluate(
    async ([faces, ofColour]) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      const root = document.documentElement;
      const found: string[] = [];
      for (const { language, theme, isWhole } of faces) {
        await window.docbao.settings.set({ language, theme });
        while (root.lang !== language || root.dataset['theme'] !== theme) await new Promise((resolve) => setTimeout(resolve, 4));
        const rules = isWhole ? {} : { runOnly: ofColour };
        // What lies under a dialog or a menu has its colours looked at where it is a view of its own.
        const over = isWhole ? null : document.querySelector('dialog[open], [popover]:popover-open');
        const { violations: wrong } = await axe.run(over ?? { exclude: [['iframe']] }, { iframes: false, resultTypes: ['violations'], ...rules });
        found.push(...wrong.map(({ id, nodes }) => `${language}, ${theme}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
      }
      return found;
    },
    [FACES, RULES_OF_COLOUR] as const,
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
