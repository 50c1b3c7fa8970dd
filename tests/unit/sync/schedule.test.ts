import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_INTERVAL_MS, nextSyncAfterFailure, nextSyncAfterSuccess, SHORTEST_INTERVAL_MS, type Manners } from '../../../main/sync/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 24, 3, 0);

function manners(change: Partial<Manners> = {}): Manners {
  return { now: NOW, publishedAt: [], ttlMinutes: null, skipHours: [], maxAgeSeconds: null, random: 0.5, ...change };
}

function every(interval: number): number[] {
  return Array.from({ length: 12 }, (_, at) => NOW - (at + 1) * interval);
}

describe('after an answer', () => {
  it.each([
    ['a paper with news every ten minutes', every(10 * MINUTE), 15 * MINUTE],
    ['a paper with news every two hours', every(2 * HOUR), HOUR],
    ['a monthly', every(30 * 24 * HOUR), 24 * HOUR],
    ['a feed without dates', [], HOUR],
  ])('%s is asked at its own pace', (_what, publishedAt, expected) => {
    expect(nextSyncAfterSuccess(manners({ publishedAt })) - NOW).toBe(expected);
  });

  it('the feed and its server may ask for more time, within a day', () => {
    const publishedAt = every(10 * MINUTE);
    expect(nextSyncAfterSuccess(manners({ publishedAt, ttlMinutes: 60 })) - NOW).toBe(HOUR);
    expect(nextSyncAfterSuccess(manners({ publishedAt, maxAgeSeconds: 7_200 })) - NOW).toBe(2 * HOUR);
    expect(nextSyncAfterSuccess(manners({ publishedAt, ttlMinutes: 1e6 })) - NOW).toBe(LONGEST_INTERVAL_MS);
  });

  it('the hours that a feed skips are skipped, unless it skips them all', () => {
    expect(nextSyncAfterSuccess(manners({ skipHours: [4, 5] }))).toBe(Date.UTC(2026, 10, 24, 6));
    expect(nextSyncAfterSuccess(manners({ skipHours: Array.from({ length: 24 }, (_, hour) => hour) }))).toBe(NOW + HOUR);
  });

  it('is always in the bounds, whatever the feed says', () => {
    const anything = fc.record({
      publishedAt: fc.array(fc.integer({ min: 0, max: NOW * 2 }), { maxLength: 30 }),
      ttlMinutes: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
      skipHours: fc.array(fc.integer({ min: 0, max: 23 })),
      maxAgeSeconds: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anything, (given) => {
        const wait = nextSyncAfterSuccess(manners(given)) - NOW;
        return wait >= SHORTEST_INTERVAL_MS * 0.9 && wait <= LONGEST_INTERVAL_MS * 1.1 + 24 * HOUR;
      }),
    );
  });
});

describe('after a failure', () => {
  it('waits twice as long each time, up to a day', () => {
    const waits = [1, 2, 3, 8, 40].map((failures) => (nextSyncAfterFailure(NOW, failures, null, 0.5) - NOW) / MINUTE);
    expect(waits).toEqual([15, 30, 60, 1440, 1440]);
  });

  it('waits as long as the server asks, up to a week', () => {
    expect(nextSyncAfterFailure(NOW, 1, 7_200, 0.5) - NOW).toBe(2 * HOUR);
    expect(nextSyncAfterFailure(NOW, 1, 1e9, 0.5) - NOW).toBe(7 * 24 * HOUR);
  });
});
