import { vi } from 'vitest';

const nothing = (): undefined => undefined;

/** Answers to any name with itself: a bridge on which nothing happens. */
const bridge: unknown = new Proxy(nothing, { get: (_target, name) => (name === 'then' ? undefined : bridge), apply: () => nothing, ownKeys: () => ['prototype'] });

/**
 * As much of a browser as the renderer's modules ask for while they are loaded, so that what they export can be looked at.
 * To be called before they are imported.
 */
export function pretendBrowser(): void {
  const matchMedia = (): object => ({ matches: false, addEventListener: nothing });
  vi.stubGlobal('matchMedia', matchMedia);
  vi.stubGlobal('document', { documentElement: { dataset: {}, style: {} }, addEventListener: nothing, baseURI: 'docbao-app://ui/index.html' });
  vi.stubGlobal('window', { docbao: bridge, matchMedia, addEventListener: nothing });
}
