import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { withStatus } from '../../../renderer/features/search/hit-status.ts';

function hit(id: number): SearchHit {
  return {
    id, title: `Bài ${id}`, titleMatches: [], url: null, publishedAt: 0, score: 1, snippet: '', snippetMatches: [], sourceName: null,
    isRead: false, isStarred: false, imageAsset: null,
  };
}

describe('the status of what was found', () => {
  it('follows the library, and leaves the other hits as they are', () => {
    const [one, two] = [hit(1), hit(2)];
    const after = withStatus([one, undefined, two], [{ id: 2, isRead: true, isStarred: true }, { id: 9, isRead: true, isStarred: false }]);
    expect(after[0]).toBe(one);
    expect(after[1]).toBeUndefined();
    expect(after[2]).toEqual({ ...two, isRead: true, isStarred: true });
  });

  it('is not drawn again where nothing changed', () => {
    const one = hit(1);
    expect(withStatus([one], [{ id: 1, isRead: false, isStarred: false }])[0]).toBe(one);
  });
});
