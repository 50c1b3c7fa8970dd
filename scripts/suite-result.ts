/** What came of one suite of tests or one check. */
export interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/**
 * Counts a vitest run from its JSON report. A file that could not be loaded, a run that ended badly with no failed test,
 * and a run of no tests at all each count as one failure.
 * @param report null where vitest wrote none.
 */
export function readVitestReport(suite: string, report: string | null, exitCode: number): SuiteResult {
  if (report === null) return { suite, passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, testResults } = JSON.parse(report) as VitestReport;
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'));
  const failed = numFailedTests + brokenFiles.length;
  const isHonest = failed > 0 || (exitCode === 0 && passed > 0);
  return { suite, passed, failed: isHonest ? failed : 1, skipped };
}

/** A line for each suite, and the last line over all of them. */
export function summarise(results: readonly SuiteResult[]): string {
  const lines = results.map(({ suite, passed, failed, skipped }) => `${suite}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  const total = (count: (result: SuiteResult) => number): number => results.reduce((sum, result) => sum + count(result), 0);
  return ['', ...lines, `${total((result) => result.passed)} passed, ${total((result) => result.failed)} failed`].join('\n');
}
