import { describe, expect, it } from 'vitest';
import { DEFAULT_BACKGROUND_SETTINGS, isQuietAt } from '../../../contract/domain/background.ts';
import { SyncConditions } from '../../../main/sync/conditions.ts';

const well = { online: true, metered: false, onBattery: false };

describe('when Docbao may ask hosts by itself', () => {
  it('may as long as nothing is known against it', () => {
    expect(new SyncConditions().reasonToWait(DEFAULT_BACKGROUND_SETTINGS, 0)).toBeNull();
  });

  it('waits where there is no network, whatever else holds', () => {
    const conditions = new SyncConditions();
    conditions.set({ online: false, metered: true, onBattery: true });
    expect(conditions.reasonToWait(DEFAULT_BACKGROUND_SETTINGS, 0)).toBe('offline');
  });

  it('leaves a metered network alone, told by the system or by the user, unless the user allows it', () => {
    const conditions = new SyncConditions();
    expect(conditions.reasonToWait({ ...DEFAULT_BACKGROUND_SETTINGS, isMetered: true }, 0)).toBe('metered');
    conditions.set({ ...well, metered: true });
    expect(conditions.reasonToWait(DEFAULT_BACKGROUND_SETTINGS, 0)).toBe('metered');
    expect(conditions.reasonToWait({ ...DEFAULT_BACKGROUND_SETTINGS, syncsOnMetered: true }, 0)).toBeNull();
  });

  it('spares the battery only where the user wants that', () => {
    const conditions = new SyncConditions();
    conditions.set({ ...well, onBattery: true });
    expect(conditions.reasonToWait(DEFAULT_BACKGROUND_SETTINGS, 0)).toBeNull();
    expect(conditions.reasonToWait({ ...DEFAULT_BACKGROUND_SETTINGS, syncsOnBattery: false }, 0)).toBe('battery');
  });

  it('is paused until a time, and tells those who listen', () => {
    const conditions = new SyncConditions();
    let told = 0;
    const stop = conditions.onChange(() => (told += 1));
    conditions.pauseUntil(1000);
    expect(conditions.reasonToWait(DEFAULT_BACKGROUND_SETTINGS, 999)).toBe('paused');
    expect(conditions.reasonToWait(DEFAULT_BACKGROUND_SETTINGS, 1000)).toBeNull();
    stop();
    conditions.set(well);
    expect(told).toBe(1);
  });
});

describe('quiet hours', () => {
  it('go over midnight, begin with their first minute and end before their last', () => {
    const night = { from: 22 * 60, to: 7 * 60 };
    expect([21 * 60 + 59, 22 * 60, 23 * 60, 0, 6 * 60 + 59, 7 * 60, 12 * 60].map((minute) => isQuietAt(night, minute))).toEqual([false, true, true, true, true, false, false]);
    expect([11 * 60, 12 * 60, 14 * 60].map((minute) => isQuietAt({ from: 12 * 60, to: 14 * 60 }, minute))).toEqual([false, true, false]);
  });

  it('are none where they are not set, or last no time', () => {
    expect(isQuietAt(null, 0)).toBe(false);
    expect(isQuietAt({ from: 60, to: 60 }, 60)).toBe(false);
  });
});
