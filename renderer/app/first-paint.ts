import { inBackground } from './report.ts';

/** How long the window waits for what it shows first before it shows itself without, in milliseconds. */
const PATIENCE_MS = 400;
/** What can wait is done by then, however busy the window is. */
const AT_LAST_MS = 2_000;

/** Resolves when `ready` has settled, or has taken so long that the window is better shown without. */
export function orPatience(ready: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve();
    setTimeout(done, PATIENCE_MS);
    ready.then(done, done);
  });
}

/** Does what the first view can do without, once that has been painted. */
export function afterFirstPaint(firstView: Promise<unknown>, work: () => void): void {
  const painted = (): void => void requestAnimationFrame(() => requestIdleCallback(work, { timeout: AT_LAST_MS }));
  inBackground(firstView.then(painted, painted));
}
