import { beforeAll, expect, it } from 'vitest';
import type { mayBringNew as MayBringNew } from '../../../renderer/features/articles/list-store.ts';
import { pretendBrowser } from './browser.ts';

let mayBringNew: typeof MayBringNew;

beforeAll(async () => {
  pretendBrowser();
  ({ mayBringNew } = await import('../../../renderer/features/articles/list-store.ts'));
});

it('reads a list of a hundred thousand again only where a change may have brought something', () => {
  const shown = Uint32Array.from({ length: 100_000 }, (_, at) => 100_000 - at);
  const change = { feeds: false, articles: true };
  expect(mayBringNew({ ...change, articleIds: [1, 100_000, 500] }, shown)).toBe(false);
  expect(mayBringNew({ ...change, articleIds: [1, 100_001] }, shown)).toBe(true);
  expect(mayBringNew({ ...change, articleIds: null }, shown)).toBe(true);
  expect(mayBringNew({ ...change, articleIds: Array.from({ length: 21 }, (_, at) => at + 1) }, shown)).toBe(true);
});
