/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A file that cannot be loaded has no tests to fail, so it counts as one.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests }
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats }) {
  // A test that passes only sometimes tells nobody anything.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/**
 * All tests together. A check that failed without a failing test (types, lint, a runner that broke off) adds one,
 * so that the sum never reads "0 failed" when something did.
 * @param {readonly { ok: boolean, counts?: Counts | undefined }[]} outcomes
 * @returns {Counts}
 */
export function sumCounts(outcomes) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { ok, counts } of outcomes) {
    sum.passed += counts?.passed ?? 0
    sum.failed += counts?.failed ?? 0
    sum.skipped += counts?.skipped ?? 0
    if (!ok && !counts?.failed) sum.failed += 1
  }
  return sum
}

/** @param {Counts} counts */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
