import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_BACKGROUND_SETTINGS } from '../../../contract/domain/background.ts';
import type { Arrival } from '../../../contract/domain/sync.ts';

vi.mock('electron', () => ({ Notification: class {}, Menu: {}, Tray: class {}, nativeImage: {}, net: {}, powerMonitor: {} }));
const { alertNotice, arrivalNotice } = await import('../../../main/app/notifications.ts');
const { trayTemplate } = await import('../../../main/app/tray.ts');
const { isMeteredAnswer } = await import('../../../main/app/conditions-watch.ts');

const NOON = new Date(2026, 2, 12, 12, 0);
const arrivals: readonly Arrival[] = [
  { feedId: 1, title: 'Báo Một', count: 2 },
  { feedId: 2, title: 'Báo Hai', count: 7 },
  { feedId: 3, title: 'Báo Ba', count: 1 },
  { feedId: 4, title: 'Báo Bốn', count: 2 },
];
const all = { ...DEFAULT_BACKGROUND_SETTINGS, notifications: 'all' } as const;

describe('what a sync in the background brought', () => {
  it('is told in one sentence, the busiest sources first', () => {
    expect(arrivalNotice({ isUnasked: true, arrivals }, all, 'vi', NOON)).toEqual({ title: '12 bài mới từ 4 nguồn', body: 'Báo Hai, Báo Một, Báo Bốn, và 1 nguồn nữa' });
    expect(arrivalNotice({ isUnasked: true, arrivals: [{ feedId: 1, title: 'Paper', count: 1 }] }, all, 'en', NOON)).toEqual({ title: '1 new article', body: 'Paper' });
  });

  it('is not told unless the user wants that, of the sources that they chose', () => {
    expect(arrivalNotice({ isUnasked: true, arrivals }, DEFAULT_BACKGROUND_SETTINGS, 'vi', NOON)).toBeNull();
    const chosen = { ...all, notifications: 'chosen', notifiedFeeds: [3, 9] } as const;
    expect(arrivalNotice({ isUnasked: true, arrivals }, chosen, 'vi', NOON)).toEqual({ title: '1 bài mới', body: 'Báo Ba' });
    expect(arrivalNotice({ isUnasked: true, arrivals }, { ...chosen, notifiedFeeds: [] }, 'vi', NOON)).toBeNull();
  });

  it('is not told where nothing came, where the user had asked, or in the quiet hours', () => {
    expect(arrivalNotice({ isUnasked: true, arrivals: [] }, all, 'vi', NOON)).toBeNull();
    expect(arrivalNotice({ isUnasked: false, arrivals }, all, 'vi', NOON)).toBeNull();
    expect(arrivalNotice({ isUnasked: true, arrivals }, { ...all, quietHours: { from: 11 * 60, to: 13 * 60 } }, 'vi', NOON)).toBeNull();
  });

  it('is told where a saved search found it, but for the quiet hours', () => {
    const alert = { searchId: 1, name: 'Bầu cử', query: 'bau cu', count: 3, ids: [1, 2, 3] };
    expect(alertNotice(alert, DEFAULT_BACKGROUND_SETTINGS, 'vi', NOON)).toEqual({ title: 'Bầu cử: 3 bài mới', body: 'bau cu' });
    expect(alertNotice(alert, { ...all, quietHours: { from: 0, to: 1439 } }, 'vi', NOON)).toBeNull();
  });
});

describe('the menu of the tray', () => {
  it('opens, tells, syncs, pauses and quits', () => {
    const actions = { open: vi.fn(), sync: vi.fn(), togglePause: vi.fn(), quit: vi.fn() };
    const items = trayTemplate({ language: 'vi', unread: 1234, isPaused: false }, actions);
    expect(items.flatMap(({ label }) => label ?? [])).toEqual(['Mở Docbao', '1.234 bài chưa đọc', 'Cập nhật ngay', 'Tạm ngừng một giờ', 'Thoát Docbao']);
    for (const { click } of items) Reflect.apply(click ?? (() => undefined), undefined, []);
    for (const action of Object.values(actions)) expect(action).toHaveBeenCalledOnce();
    expect(trayTemplate({ language: 'en', unread: 0, isPaused: true }, actions).flatMap(({ label }) => label ?? [])).toContain('End the pause');
  });
});

describe('what NetworkManager says', () => {
  it('is metered where it is so or guessed so', () => {
    expect(['u 1\n', 'u 3\n', 'u 2\n', 'u 4\n', 'u 0\n', 'u 13\n', ''].map(isMeteredAnswer)).toEqual([true, true, false, false, false, false, false]);
  });
});
