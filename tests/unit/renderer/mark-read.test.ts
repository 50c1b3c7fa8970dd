import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pretendBrowser } from './browser.ts';

pretendBrowser();
const marked: number[] = [];
vi.mock('../../../renderer/features/articles/article-actions.ts', () => ({
  mark: (ids: readonly number[]) => {
    marked.push(...ids);
    return Promise.resolve({});
  },
}));

const { openArticle, closeArticle } = await import('../../../renderer/features/reader/reader-store.ts');
const { setFrameDocument } = await import('../../../renderer/features/reader/frame-store.ts');

/** What a frame holds: that there is something is all that counts here. */
const DOCUMENT = {} as Document;

/** Longer than any article must stay open. */
const LONG_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  marked.length = 0;
});
afterEach(() => {
  closeArticle();
  setFrameDocument(null, null);
  vi.useRealTimers();
});

it('counts an article as read that stays on screen', () => {
  openArticle(1);
  setFrameDocument(1, DOCUMENT);
  expect(marked).toEqual([]);
  vi.advanceTimersByTime(LONG_MS);
  expect(marked).toEqual([1]);
});

it('counts none as read that can’t be shown, until it can', () => {
  openArticle(2);
  setFrameDocument(2, null);
  vi.advanceTimersByTime(LONG_MS);
  expect(marked).toEqual([]);
  setFrameDocument(2, DOCUMENT);
  expect(marked).toEqual([2]);
});

it('waits for one that is slow to come, while the one before is on screen', () => {
  openArticle(3);
  setFrameDocument(3, DOCUMENT);
  openArticle(4);
  vi.advanceTimersByTime(LONG_MS);
  expect(marked).toEqual([]);
  setFrameDocument(4, DOCUMENT);
  expect(marked).toEqual([4]);
});

it('counts none as read that was left meanwhile', () => {
  openArticle(5);
  vi.advanceTimersByTime(LONG_MS);
  closeArticle();
  setFrameDocument(5, DOCUMENT);
  expect(marked).toEqual([]);
});
