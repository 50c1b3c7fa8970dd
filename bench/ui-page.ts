import type { Page } from 'playwright-core';

const SWITCHES = 100;
const SCROLL_MS = 5_000;

/**
 * Milliseconds from the key that asks for the next article to the frame that shows it, a hundred times, with `pause`
 * milliseconds between them: with 0 the next key comes the moment that an article is there.
 */
export async function switchArticles(page: Page, pause: number): Promise<readonly number[]> {
  return page.evaluate(
    async ({ times, wait }) => {
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const shown = (): string => document.querySelector<HTMLIFrameElement>('iframe[data-shown="true"]')?.contentDocument?.URL ?? '';
      const taken: number[] = [];
      for (let count = 0; count < times; count += 1) {
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        const before = shown();
        const begin = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }));
        while (shown() === before && performance.now() - begin < 5_000) await frame();
        await frame();
        taken.push(performance.now() - begin);
      }
      return taken;
    },
    { times: SWITCHES, wait: pause },
  );
}

/** How a key that is held down goes through the list. */
export interface Held {
  /** Milliseconds from each repeat to the frame after it. */
  readonly lags: readonly number[];
  /** Documents that were loaded on the way, and the milliseconds from the last repeat until its article is shown. */
  readonly documents: number;
  readonly settled: number;
}

/** Holds the key for the next article down, as a keyboard repeats it: sixty times, one in 33 ms. An article must be open. */
export async function holdKey(page: Page): Promise<Held> {
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const stage = document.querySelector('.reader-stage');
    if (stage === null) throw new Error('no article is open');
    const loaded = new Set<string>();
    new MutationObserver(() => stage.querySelectorAll('iframe').forEach(({ src }) => loaded.add(src))).observe(stage, { childList: true });
    const lags: number[] = [];
    for (let count = 0; count < 60; count += 1) {
      const begin = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }));
      await frame();
      lags.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 33 - (performance.now() - begin))));
    }
    const last = performance.now();
    const wanted = document.querySelector('.row[data-open="true"]')?.id.replace('row-', '/article/') ?? '';
    const shown = (): string => document.querySelector<HTMLIFrameElement>('iframe[data-shown="true"]')?.contentDocument?.URL ?? '';
    while (!shown().endsWith(wanted) && performance.now() - last < 5_000) await frame();
    await frame();
    return { lags, documents: loaded.size, settled: performance.now() - last };
  });
}

export interface Scrolled {
  readonly frames: number;
  readonly dropped: number;
  /** Frames in which a row in sight had not arrived yet. */
  readonly waiting: number;
  readonly longest: number;
  /** Frames with a place in sight that nothing was drawn in. */
  readonly blank: number;
  /** Milliseconds between its frames. */
  readonly intervals: readonly number[];
}

/** Scrolls a list by `step` pixels a frame; a frame that comes more than half a frame late counts as dropped. */
export async function scroll(page: Page, list: string, step: number): Promise<Scrolled> {
  return page.evaluate(
    async ({ ms, pixels, selector }) => {
      const scroller = document.querySelector(selector);
      if (scroller === null) throw new Error('there is no list');
      scroller.scrollTop = 0;
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      let last = await frame();
      const end = last + ms;
      const result = { frames: 0, dropped: 0, waiting: 0, longest: 0, blank: 0, intervals: [] as number[] };
      // What is drawn of a list of rows is known by its styles: nothing is measured, which would cost a layout.
      const isBlank = (top: number): boolean => {
        const drawn = [...scroller.querySelectorAll<HTMLElement>('.row, .list-day')].map(({ style }) => ({ top: parseFloat(style.top), bottom: parseFloat(style.top) + parseFloat(style.height) }));
        return drawn.length > 0 && !(drawn.some((row) => row.top <= top) && drawn.some((row) => row.bottom >= top + height));
      };
      const height = scroller.clientHeight;
      while (last < end) {
        scroller.scrollTop += pixels;
        result.blank += isBlank(scroller.scrollTop) ? 1 : 0;
        const now = await frame();
        result.frames += 1;
        result.intervals.push(now - last);
        result.dropped += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1);
        result.longest = Math.max(result.longest, now - last);
        result.waiting += document.querySelector('.row-waiting') === null ? 0 : 1;
        last = now;
      }
      return result;
    },
    { ms: SCROLL_MS, pixels: step, selector: list },
  );
}

/** Types into the search box, a letter in 120 ms, and empties it again. Milliseconds from each letter to the frame after it. */
export async function typeWords(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('.search-box input');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (box === null || write === undefined) throw new Error('there is no search box');
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const put = (text: string): void => {
      write.call(box, text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const lags: number[] = [];
    box.focus();
    for (const words of ['con đường làng ven sông', 'chuyện kể về sau', 'gặp nhau mỗi sớm']) {
      for (let length = 1; length <= words.length; length += 1) {
        const begin = performance.now();
        put(words.slice(0, length));
        await frame();
        lags.push(performance.now() - begin);
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
    }
    put('');
    return lags;
  });
}

/** Fills an empty page with a list of plain boxes, as tall and as wide as the rows of a list: what this machine can scroll at all. */
export async function fillWithBoxes(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.style.margin = '0';
    const list = document.createElement('div');
    list.id = 'boxes';
    list.style.cssText = 'width: 360px; height: 720px; overflow-y: auto; background: #fbf9f4';
    for (let count = 0; count < 5_000; count += 1) {
      const box = document.createElement('div');
      box.style.cssText = 'box-sizing: border-box; height: 138px; border-bottom: 1px solid #ddd';
      list.append(box);
    }
    document.body.replaceChildren(list);
  });
}
