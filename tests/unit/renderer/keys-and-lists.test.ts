import { describe, expect, it } from 'vitest';
import { keyName } from '../../../renderer/app/key-name.ts';
import { matchingEntries } from '../../../renderer/app/matching-entries.ts';
import { keepUnchanged } from '../../../renderer/features/feeds/keep-unchanged.ts';
import { countNew } from '../../../renderer/features/articles/count-new.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('the name of a key', () => {
  it('is what it writes, without the shift that a sign needs', () => {
    expect(keyName({ ...plain, key: 'j' })).toBe('j');
    expect(keyName({ ...plain, key: ' ' })).toBe('space');
    expect(keyName({ ...plain, key: '?', shiftKey: true })).toBe('?');
    expect(keyName({ ...plain, key: 'A', shiftKey: true })).toBe('shift+a');
    expect(keyName({ ...plain, key: 'F3', shiftKey: true })).toBe('shift+f3');
    expect(keyName({ ...plain, key: 'Đ', shiftKey: true })).toBe('shift+đ');
  });

  it('is the same for Ctrl and Cmd', () => {
    expect(keyName({ ...plain, key: 'k', ctrlKey: true })).toBe('mod+k');
    expect(keyName({ ...plain, key: 'K', metaKey: true, shiftKey: true })).toBe('mod+shift+k');
  });
});

describe('what the palette offers', () => {
  const entries = ['Đánh dấu đã đọc hết', 'Xem bài chưa đọc', 'Thêm nguồn', 'Đến Tuổi Trẻ'].map((title) => ({ title }));
  const titles = (text: string): readonly string[] => matchingEntries(entries, text).map((entry) => entry.title);

  it('is everything before anything is typed', () => {
    expect(titles('  ')).toHaveLength(4);
  });

  it('holds every word, unfinished and without marks', () => {
    expect(titles('chua do')).toEqual(['Xem bài chưa đọc']);
    expect(titles('tre')).toEqual(['Đến Tuổi Trẻ']);
    expect(titles('danh het')).toEqual(['Đánh dấu đã đọc hết']);
    expect(titles('xyz')).toEqual([]);
  });
});

describe('a list that was read again', () => {
  const before = [{ id: 1, unread: 3 }, { id: 2, unread: 0 }];

  it('keeps what says the same as before', () => {
    const fresh = keepUnchanged([{ id: 2, unread: 0 }, { id: 1, unread: 4 }], before);
    expect(fresh).toEqual([{ id: 2, unread: 0 }, { id: 1, unread: 4 }]);
    expect(fresh[0]).toBe(before[1]);
  });

  it('is the list from before where nothing changed', () => {
    expect(keepUnchanged([{ id: 1, unread: 3 }, { id: 2, unread: 0 }], before)).toBe(before);
    expect(keepUnchanged([{ id: 2, unread: 0 }, { id: 1, unread: 3 }], before)).not.toBe(before);
  });
});

describe('the number of new articles', () => {
  const ids = (...list: readonly number[]): Uint32Array => new Uint32Array(list);

  it('counts what is not on screen, wherever it stands', () => {
    expect(countNew(ids(9, 3, 8, 2, 1), ids(3, 2, 1))).toBe(2);
    expect(countNew(ids(3, 2, 1), ids(3, 2, 1))).toBe(0);
    expect(countNew(ids(3, 1), ids(3, 2, 1))).toBe(0);
    expect(countNew(ids(), ids(1))).toBe(0);
    expect(countNew(ids(9, 8), ids())).toBe(2);
    // Put in another order, or with one gone besides.
    expect(countNew(ids(1, 2, 3, 9), ids(3, 2, 1))).toBe(1);
    expect(countNew(ids(9, 3, 1), ids(3, 2, 1))).toBe(1);
  });
});
