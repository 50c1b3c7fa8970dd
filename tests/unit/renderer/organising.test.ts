import { describe, expect, it } from 'vitest';
import { hidesFrom } from '../../../renderer/features/organise/hides-from.ts';
import { listItems } from '../../../renderer/features/articles/list-items.ts';
import { withoutIds } from '../../../renderer/features/articles/without-ids.ts';
import { morningOf, snoozeTime } from '../../../renderer/features/organise/snooze-times.ts';
import { foldersInOrder } from '../../../renderer/features/organise/folder-order.ts';
import { createFormat } from '../../../contract/words/format.ts';
import { en } from '../../../contract/words/en/index.ts';
import { vi } from '../../../contract/words/vi/index.ts';

const ids = (...list: readonly number[]): Uint32Array => new Uint32Array(list);

describe('a list divided by day', () => {
  const days = [{ day: 300, count: 2 }, { day: 200, count: 1 }, { day: 100, count: 3 }];
  const items = listItems(6, days);

  it('has a heading above each day, and finds its way both ways', () => {
    expect(Array.from({ length: items.count }, (_, at) => items.itemAt(at))).toEqual([
      { kind: 'day', day: 300 }, { kind: 'row', row: 0 }, { kind: 'row', row: 1 },
      { kind: 'day', day: 200 }, { kind: 'row', row: 2 },
      { kind: 'day', day: 100 }, { kind: 'row', row: 3 }, { kind: 'row', row: 4 }, { kind: 'row', row: 5 },
    ]);
    for (let row = 0; row < 6; row += 1) expect(items.itemAt(items.itemOf(row))).toEqual({ kind: 'row', row });
    expect([0, 2, 3, 4, 8].map((item) => items.dayAt(item))).toEqual([300, 300, 200, 200, 100]);
  });

  it('is its rows alone where it is not in the order of dates', () => {
    const plain = listItems(3, null);
    expect([plain.count, plain.itemOf(2), plain.dayAt(1), plain.isDay(0)]).toEqual([3, 2, null, false]);
  });

  it('loses its articles and the days that have none left', () => {
    expect(withoutIds({ ids: ids(9, 8, 7, 6, 5, 4), days }, new Set([7, 5]))).toEqual({ ids: ids(9, 8, 6, 4), days: [{ day: 300, count: 2 }, { day: 100, count: 2 }] });
    expect(withoutIds({ ids: ids(3, 2), days: null }, new Set([3]))).toEqual({ ids: ids(2), days: null });
  });
});

describe('an article that something was done with', () => {
  it('leaves where it has no place any more, and stays where reading goes on', () => {
    expect(hidesFrom({ kind: 'unread' }, 'read')).toBe(false);
    expect(hidesFrom({ kind: 'starred' }, 'star')).toBe(false);
    expect(hidesFrom({ kind: 'all' }, 'archive')).toBe(false);
    expect(hidesFrom({ kind: 'unread' }, 'archive')).toBe(true);
    expect(hidesFrom({ kind: 'archived' }, 'queue')).toBe(true);
    expect(hidesFrom({ kind: 'starred' }, 'snooze')).toBe(false);
    expect(hidesFrom({ kind: 'feed', feedId: 1 }, 'remove')).toBe(true);
    expect(hidesFrom({ kind: 'bin' }, 'restore')).toBe(true);
  });
});

describe('a snoozed article', () => {
  const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime();

  it('comes back at an hour at which one reads', () => {
    expect(snoozeTime('later', at(25, 9))).toBe(at(25, 18));
    expect(snoozeTime('later', at(25, 20))).toBe(at(25, 23));
    expect(snoozeTime('tomorrow', at(25, 23))).toBe(at(26, 8));
    // 25/11/2026 is a Wednesday.
    expect(snoozeTime('weekend', at(25, 9))).toBe(at(28, 8));
    expect(snoozeTime('weekend', at(28, 9))).toBe(new Date(2026, 11, 5, 8).getTime());
    expect(snoozeTime('week', at(25, 9))).toBe(at(30, 8));
    expect(snoozeTime('week', at(30, 9))).toBe(new Date(2026, 11, 7, 8).getTime());
  });

  it('comes back on a day that is to come, or not at all', () => {
    expect(morningOf('2026-11-27', at(25, 9))).toBe(at(27, 8));
    expect(morningOf('2026-11-25', at(25, 9))).toBeNull();
    expect(morningOf('', at(25, 9))).toBeNull();
  });
});

describe('folders', () => {
  const folder = (id: number, parentId: number | null) => ({ id, parentId, title: `F${id}`, position: id, isCollapsed: false, unreadCount: 0 });
  const folders = [folder(1, null), folder(2, null), folder(3, 1), folder(4, 3), folder(5, 6), folder(6, 5)];

  it('stand as in the sidebar; those in a circle stand nowhere', () => {
    expect(foldersInOrder(folders).map(({ folder: { id }, depth }) => [id, depth])).toEqual([[1, 0], [3, 1], [4, 2], [2, 0]]);
  });

  it('leave out the one that moves, and what is inside it', () => {
    expect(foldersInOrder(folders, 3).map(({ folder: { id } }) => id)).toEqual([1, 2]);
  });
});

describe('days as people say them', () => {
  const now = new Date(2026, 10, 25, 9).getTime();
  const day = (date: number): number => new Date(2026, 10, date).getTime();

  it('in Vietnamese and in English', () => {
    const [viFormat, enFormat] = [createFormat(vi), createFormat(en)];
    expect([25, 24, 21].map((date) => viFormat.day(day(date), now))).toEqual(['Hôm nay', 'Hôm qua', 'Thứ Bảy, 21/11']);
    expect(enFormat.day(day(24), now)).toBe('Yesterday');
    expect(viFormat.day(new Date(2025, 0, 2).getTime(), now)).toContain('2025');
    expect(viFormat.moment(new Date(2026, 10, 26, 8).getTime(), now)).toBe('ngày mai, 08:00');
    expect(enFormat.moment(new Date(2026, 10, 25, 18).getTime(), now)).toBe('today, 18:00');
  });
});
