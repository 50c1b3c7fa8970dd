import { beforeEach, describe, expect, it, vi } from 'vitest';

const asked: number[][] = [];
let titles = 'first';

vi.mock('../../../renderer/api/client.ts', () => ({
  api: {
    articles: {
      getSummaries: ({ ids }: { ids: readonly number[] }) => {
        asked.push([...ids]);
        return Promise.resolve(ids.filter((id) => id < 1_000).map((id) => ({ id, title: `${titles} ${id}` })));
      },
    },
  },
}));

const { ensureSummaries, refreshSummaries, summaryOf } = await import('../../../renderer/features/articles/summary-cache.ts');

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe('the rows of the list', () => {
  beforeEach(() => {
    asked.length = 0;
  });

  it('are asked for once, in batches', async () => {
    ensureSummaries(range(1, 251));
    ensureSummaries(range(1, 251));
    await settled();
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(summaryOf(250)?.title).toBe('first 250');
  });

  it('stay on screen while any may have changed, and those that the list wants are read again', async () => {
    ensureSummaries(range(300, 400));
    await settled();
    ensureSummaries(range(1, 101));
    asked.length = 0;
    titles = 'second';
    refreshSummaries(null);
    expect(summaryOf(50)?.title).toBe('first 50');
    await settled();
    expect(asked).toEqual([range(1, 101)]);
    expect(summaryOf(50)?.title).toBe('second 50');
    ensureSummaries(range(300, 400));
    await settled();
    expect(summaryOf(350)?.title).toBe('second 350');
  });

  it('are read again by name where they are here, and an article that is gone is asked for once', async () => {
    titles = 'third';
    refreshSummaries([50, 777]);
    ensureSummaries([1_001, 1_002]);
    await settled();
    ensureSummaries([1_001, 1_002]);
    await settled();
    expect(asked).toEqual([[50], [1_001, 1_002]]);
    expect(summaryOf(50)?.title).toBe('third 50');
  });
});
