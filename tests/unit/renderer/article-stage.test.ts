import { beforeAll, describe, expect, it } from 'vitest';
import type { nextFrames as Next, StagedArticle } from '../../../renderer/features/reader/article-stage.ts';
import { pretendBrowser } from './browser.ts';

let nextFrames: typeof Next;
const frame = (id: number): StagedArticle => ({ key: `${id} vi complete `, id, title: `T${id}`, isPage: false });
const idsOf = (frames: readonly StagedArticle[]): readonly number[] => frames.map(({ id }) => id);

beforeAll(async () => {
  pretendBrowser();
  ({ nextFrames } = await import('../../../renderer/features/reader/article-stage.ts'));
});

describe('the frames of the reader', () => {
  it('stay where they are among each other: one that is moved would load anew', () => {
    let frames = nextFrames([], [null, frame(1), null]);
    frames = nextFrames(frames, [frame(1), frame(1), frame(2)]);
    expect(idsOf(frames)).toEqual([1, 2]);
    // The next one is opened: it is there already, and the one after it comes last.
    frames = nextFrames(frames, [frame(2), frame(2), frame(3)]);
    expect(idsOf(frames)).toEqual([2, 3]);
    frames = nextFrames(frames, [frame(2), frame(1), null]);
    expect(idsOf(frames)).toEqual([2, 1]);
  });

  it('are three at most: on screen, open, next', () => {
    let frames: readonly StagedArticle[] = [];
    for (let id = 1; id < 20; id += 1) frames = nextFrames(frames, [frame(1), frame(id), frame(id + 1)]);
    expect(idsOf(frames)).toEqual([1, 19, 20]);
  });

  it('know a document that changed for another one', () => {
    const before = nextFrames([], [frame(1), frame(1), null]);
    const fuller = { ...frame(1), key: '1 vi complete page' };
    expect(nextFrames(before, [frame(1), fuller, null]).map(({ key }) => key)).toEqual(['1 vi complete ', '1 vi complete page']);
  });
});
