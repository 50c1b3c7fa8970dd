import { describe, expect, it } from 'vitest';
import { lastUpdate } from '../../../renderer/features/library/last-update.ts';

const error = { kind: 'timeout', message: 'no answer' } as const;

describe('the time of the last update', () => {
  it('is when a source last answered, whatever the others did since', () => {
    const well = { lastSyncAt: 20, lastSuccessAt: 20, lastError: null };
    const failed = { lastSyncAt: 30, lastSuccessAt: 10, lastError: error };
    expect(lastUpdate([well, failed])).toBe(20);
  });

  it('is none where every source that was asked failed, or none was asked', () => {
    const failed = { lastSyncAt: 30, lastSuccessAt: 10, lastError: error };
    const unasked = { lastSyncAt: null, lastSuccessAt: null, lastError: null };
    expect(lastUpdate([failed, unasked])).toBe('failed');
    expect(lastUpdate([unasked])).toBe('never');
    expect(lastUpdate([])).toBe('never');
  });
});
