// @ts-check
// How many tests passed, read from the reports of the test runners.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Readonly<Counts>} */
const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
const field = (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);

/**
 * @param {unknown} value
 * @returns {number}
 */
const count = (value) => (typeof value === 'number' ? value : 0);

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
const list = (value) => (Array.isArray(value) ? value : []);

/**
 * @param {unknown} report Vitest's JSON report
 * @returns {Counts}
 */
export function countVitest(report) {
  // A file that cannot even be loaded has no tests of its own: the file is what failed.
  const brokenFiles = list(field(report, 'testResults')).filter(
    (file) => field(file, 'status') === 'failed' && list(field(file, 'assertionResults')).length === 0,
  );
  return {
    passed: count(field(report, 'numPassedTests')),
    failed: count(field(report, 'numFailedTests')) + brokenFiles.length,
    skipped: count(field(report, 'numPendingTests')) + count(field(report, 'numTodoTests')),
  };
}

/**
 * @param {unknown} report Playwright's JSON report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const stats = field(report, 'stats');
  const unexpected = count(field(stats, 'unexpected'));
  return {
    passed: count(field(stats, 'expected')),
    // A test that passes only when repeated is not a test that passes.
    failed: unexpected + count(field(stats, 'flaky')) + (unexpected === 0 ? list(field(report, 'errors')).length : 0),
    skipped: count(field(stats, 'skipped')),
  };
}

/**
 * What a part of the tests amounts to.
 * @param {object} ended
 * @param {number} ended.code the runner's exit code
 * @param {string | undefined} ended.report text of its report; nothing when it wrote none
 * @param {(report: unknown) => Counts} count
 * @returns {Counts} a runner that fails without a failed test, leaves no report or finds no test counts as one failure
 */
export function countPart({ code, report }, count) {
  /** @type {Counts} */
  let counts;
  try {
    counts = count(JSON.parse(report ?? ''));
  } catch {
    return oneFailed;
  }
  const hidden = counts.failed === 0 && (code !== 0 || counts.passed + counts.skipped === 0);
  return hidden ? { ...counts, failed: 1 } : counts;
}

/**
 * A check without tests of its own, such as lint.
 * @param {number} code exit code
 * @returns {Counts}
 */
export const countCheck = (code) => (code === 0 ? { passed: 1, failed: 0, skipped: 0 } : oneFailed);

/**
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export const sum = (parts) =>
  parts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/**
 * The last line of `npm test`, which other programs read.
 * @param {Counts} counts
 */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
