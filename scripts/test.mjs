// @ts-check
// npm test [-- --only types,lint,unit,components,build,journeys,accessibility,resilience,static-demo]
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireChromium } from './lib/chromium.mjs';
import { countCheck, countPart, countPlaywright, countVitest, sum, summary } from './lib/counts.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { builds, commandFile, inRoot, isBuilt } from './lib/project.mjs';
import { duration, main, PlainError, say, table } from './lib/terminal.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */
/** @typedef {import('./lib/project.mjs').Build} Build */
/** @typedef {{ name: string, browser?: boolean, needs?: Build, check: () => Promise<Counts> }} Part */

const buildScript = inRoot('scripts', 'build.mjs');

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Part} a tool that answers with its exit code only
 */
const check = (name, args) => ({ name, check: async () => countCheck((await run(name, args)).code) });

/**
 * Runs a test runner that leaves a report.
 * @param {string} name
 * @param {(report: string) => { args: string[], env?: NodeJS.ProcessEnv }} how
 * @param {(report: unknown) => Counts} count
 */
async function runTests(name, how, count) {
  const file = inRoot('.cache', 'reports', `${name}.json`);
  mkdirSync(inRoot('.cache', 'reports'), { recursive: true });
  rmSync(file, { force: true });
  const { args, env = {} } = how(file);
  const { code } = await run(name, args, { env });
  return countPart({ code, report: existsSync(file) ? readFileSync(file, 'utf8') : undefined }, count);
}

/**
 * @param {string} name project of vitest.config.ts
 * @returns {Part}
 */
const vitest = (name) => ({
  name,
  browser: name === 'components',
  check: () =>
    runTests(
      name,
      (report) => ({
        args: [
          commandFile('vitest', 'vitest'),
          'run',
          ...['--project', name],
          ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ],
      }),
      countVitest,
    ),
});

/**
 * @param {string} name project of e2e/playwright.config.ts
 * @param {Build} [needs]
 * @returns {Part}
 */
const playwright = (name, needs = builds.portal) => ({
  name,
  needs,
  browser: true,
  check: () =>
    runTests(
      name,
      (report) => ({
        args: [
          commandFile('@playwright/test', 'playwright'),
          'test',
          ...['--config', inRoot('e2e', 'playwright.config.ts')],
          ...['--project', name],
        ],
        env: { E2E_REPORT: report },
      }),
      countPlaywright,
    ),
});

/** @returns {Part[]} in the order in which they run: what fails fastest first */
const allParts = () => [
  check('types', [commandFile('astro', 'astro'), 'check']),
  check('lint', [commandFile('eslint', 'eslint'), '.']),
  vitest('unit'),
  vitest('components'),
  check('build', [buildScript, '--if-needed']),
  playwright('journeys'),
  playwright('accessibility'),
  playwright('resilience'),
  playwright('static-demo', builds.staticDemo),
];

/**
 * @param {string | undefined} only comma-separated names
 * @returns {Part[]}
 */
function chosenParts(only) {
  const parts = allParts();
  if (only === undefined) return parts;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown === undefined) return parts.filter((part) => names.includes(part.name));
  throw new PlainError(
    `There is no part "${unknown}" of the tests: choose among ${parts.map((part) => part.name).join(', ')}.`,
  );
}

/**
 * Makes sure that what a part runs against is there.
 * @param {Part} part
 */
async function provide(part) {
  if (part.browser) process.env['CHROMIUM_PATH'] = await requireChromium();
  // A build that failed is not tried again for each part: the sources have not changed since.
  if (part.needs === undefined || isBuilt(part.needs)) return;
  const failed = failedBuilds.has(part.needs);
  const args = [buildScript, ...part.needs.script, '--no-budgets'];
  if (failed || (await run('The build', args)).code !== 0) {
    failedBuilds.add(part.needs);
    throw new PlainError(`The part "${part.name}" needs the build, and the build failed.`);
  }
}

/** @type {Set<Build>} */
const failedBuilds = new Set();

await main(async () => {
  await prepare(import.meta.url);
  stopOnSignals();
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { values } = parseArgs({ options: { only: { type: 'string' } } });

  const rows = [];
  for (const part of chosenParts(values.only)) {
    say(`\n=== ${part.name}\n`);
    const started = performance.now();
    let counts = countCheck(1);
    try {
      await provide(part);
      counts = await part.check();
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      say(`${error.log}${error.message}`);
    }
    if (part.name === 'build' && !isBuilt(builds.portal)) failedBuilds.add(builds.portal);
    rows.push({ name: part.name, counts, time: duration(performance.now() - started) });
  }

  const total = sum(rows.map((row) => row.counts));
  const cells = rows.map(({ name, counts, time }) => [
    name,
    ...[counts.passed, counts.failed, counts.skipped].map(String),
    time,
  ]);
  say(`\n${table([['part', 'passed', 'failed', 'skipped', 'time'], ...cells], [1, 2, 3, 4])}\n`);
  say(summary(total));
  return total.failed === 0 ? 0 : 1;
});
