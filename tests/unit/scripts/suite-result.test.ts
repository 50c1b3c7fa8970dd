import { describe, expect, it } from 'vitest';
import { readVitestReport, summarise } from '../../../scripts/suite-result.ts';

function report(passed: number, failed: number, files: readonly { status: string; assertionResults: { status: string }[] }[] = []): string {
  return JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 2, testResults: files });
}

describe('readVitestReport', () => {
  it('counts tests', () => {
    expect(readVitestReport('unit', report(5, 0), 0)).toEqual({ suite: 'unit', passed: 5, failed: 0, skipped: 2 });
    expect(readVitestReport('unit', report(5, 3), 1)).toMatchObject({ passed: 5, failed: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(readVitestReport('unit', report(5, 1, [broken, failing]), 1).failed).toBe(2);
  });

  it.each([
    ['that ran nothing', report(0, 0), 0],
    ['that wrote no report', null, 0],
    ['that ended badly though every test passed', report(5, 0), 1],
  ])('counts a run %s as a failure', (_what, text, code) => {
    expect(readVitestReport('unit', text, code).failed).toBe(1);
  });
});

describe('summarise', () => {
  it('ends with one line over all suites', () => {
    const text = summarise([
      { suite: 'unit', passed: 5, failed: 0, skipped: 1 },
      { suite: 'e2e', passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(text.split('\n').slice(1)).toEqual(['unit: 5 passed, 0 failed, 1 skipped', 'e2e: 2 passed, 1 failed', '7 passed, 1 failed']);
  });
});
