import { expect, test } from 'vitest';
import { countCheck, countPart, countPlaywright, countVitest, sum, summary } from './counts.mjs';

const vitest = (over: object) => JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [], ...over });

test('Vitest: passed, failed, skipped and to do', () => {
  const report = vitest({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
  expect(countPart({ code: 1, report }, countVitest)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('Vitest: a file that cannot be loaded is a failure of its own', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ];
  expect(countPart({ code: 1, report: vitest({ testResults }) }, countVitest).failed).toBe(1);
});

test('Playwright: a test that passes only when repeated has failed', () => {
  const report = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
  expect(countPart({ code: 1, report }, countPlaywright)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('Playwright: servers that do not start are a failure', () => {
  const report = JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] });
  expect(countPart({ code: 1, report }, countPlaywright).failed).toBe(1);
});

test.each([
  ['no report', { code: 0, report: undefined }],
  ['half a report', { code: 0, report: '{"numPassed' }],
  ['no test', { code: 0, report: vitest({ numPassedTests: 0 }) }],
])('a runner that leaves %s counts as one failure', (_what, ended) => {
  expect(countPart(ended, countVitest)).toMatchObject({ passed: 0, failed: 1 });
});

test('a runner that fails though every test passed counts as one failure', () => {
  expect(countPart({ code: 1, report: vitest({}) }, countVitest)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('the last line has a fixed form', () => {
  const total = sum([countCheck(0), countCheck(2), { passed: 40, failed: 0, skipped: 0 }]);
  expect(summary(total)).toBe('41 passed, 1 failed');
  expect(summary({ ...total, skipped: 3 })).toBe('41 passed, 1 failed, 3 skipped');
});
