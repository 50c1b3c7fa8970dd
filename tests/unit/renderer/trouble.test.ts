import { describe, expect, it } from 'vitest';
import { failingDays, troubleOf } from '../../../renderer/features/feeds/trouble.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const error = { kind: 'timeout', message: 'no answer' } as const;

describe('how badly a feed fails', () => {
  it('is nothing while its last sync went well', () => {
    expect(troubleOf({ failingSince: null, isStopped: false, lastError: null }, NOW)).toBe('none');
  });

  it('is marked from the first failure, and visibly after a week', () => {
    expect(troubleOf({ failingSince: NOW - 1, isStopped: false, lastError: error }, NOW)).toBe('lately');
    expect(troubleOf({ failingSince: NOW - 7 * DAY + 1, isStopped: false, lastError: error }, NOW)).toBe('lately');
    expect(troubleOf({ failingSince: NOW - 7 * DAY, isStopped: false, lastError: error }, NOW)).toBe('long');
    expect(failingDays({ failingSince: NOW - 9.5 * DAY }, NOW)).toBe(9);
  });

  it('is the end where the server says so, however short ago', () => {
    expect(troubleOf({ failingSince: NOW, isStopped: true, lastError: { kind: 'gone', message: 'gone' } }, NOW)).toBe('stopped');
  });
});
