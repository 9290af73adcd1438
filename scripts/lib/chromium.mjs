// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';
import { inRoot } from './project.mjs';
import { PlainError, step } from './terminal.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Headless Chromium that runs as root in a container too, and goes on no errands of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} the program's file, found as a shell would
 */
export const onPath = (name, env = process.env) =>
  (env['PATH'] ?? '')
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, name))
    .find(isProgram);

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} CHROMIUM_PATH, or the first Chromium or Chrome on the PATH
 */
export function findChromium(env = process.env) {
  const given = env['CHROMIUM_PATH'];
  if (given === undefined || given === '') {
    return names.map((name) => onPath(name, env)).find((file) => file !== undefined);
  }
  if (isProgram(given)) return given;
  throw new PlainError(`CHROMIUM_PATH says ${given}, which is not a program.`);
}

/** @returns {Promise<string | undefined>} where Playwright puts the browser that its own installer fetches */
async function playwrightChromium() {
  const { chromium } = await import('playwright');
  const file = chromium.executablePath();
  return isProgram(file) ? file : undefined;
}

/**
 * A Chromium to test with, installed from the system's package manager when there is none and that is permitted.
 * @returns {Promise<string>} its program's file
 */
export async function requireChromium() {
  const found = findChromium() ?? (await playwrightChromium());
  if (found !== undefined) return found;
  const apt = onPath('apt-get');
  if (apt === undefined || process.getuid?.() !== 0) {
    throw new PlainError(
      'The browser tests need Chromium, and installing it is not permitted here: ' +
        'install it (Debian: apt-get install chromium fonts-noto-core), or name it in CHROMIUM_PATH.',
    );
  }
  await step('Installing Chromium', async () => {
    const options = {
      command: apt,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      log: inRoot('.cache', 'logs', 'chromium.log'),
    };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core']]) {
      const { code, tail } = await run('apt-get', args, options);
      if (code !== 0) throw new PlainError('Chromium could not be installed: apt-get failed.', tail);
    }
  });
  const installed = findChromium();
  if (installed === undefined) throw new PlainError('Chromium was installed and still is not on the PATH.');
  return installed;
}
