// @ts-check
// The first thing every script does: install what the lock file says, then go on with the Node that is locked in it.
// Runs on the system's Node 20 with nothing installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, stopOnSignals } from './processes.mjs';
import { inRoot } from './project.mjs';
import { PlainError, step } from './terminal.mjs';

const minimumMajor = 24;

/** What is installed depends on the lock file and on the machine's kind. */
const lockHash = () =>
  createHash('sha256')
    .update(`${process.platform} ${process.arch}\0`)
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ command: string, args: string[], shell: boolean }} how to call the npm that called us, or the one on PATH
 */
export function npmCommand(env = process.env) {
  const file = env['npm_execpath'];
  if (file !== undefined && /npm-cli\.c?js$/.test(file) && existsSync(file)) {
    return { command: process.execPath, args: [file], shell: false };
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** Installs from the lock file when node_modules is missing or was installed from another one. */
export async function installIfNeeded() {
  const stamp = inRoot('node_modules', '.lock-hash');
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const { command, args, shell } = npmCommand();
  const stopListening = stopOnSignals();
  await step('Installing the packages of the lock file', async () => {
    const { code, tail } = await run('npm ci', [...args, 'ci', '--include=dev', '--include=optional'], {
      command,
      shell,
      log: inRoot('.cache', 'logs', 'install.log'),
    });
    if (code !== 0) {
      throw new PlainError('The packages could not be installed: npm ci failed, and its last lines are above.', tail);
    }
  });
  stopListening();
  writeFileSync(stamp, wanted);
}

/**
 * @param {NodeJS.Platform} [platform]
 * @param {string} [arch]
 * @returns {string} where the package with the locked Node puts its program
 */
export function lockedNodeFile(platform = process.platform, arch = process.arch) {
  const onWindows = platform === 'win32';
  const packageName = `node-${onWindows ? 'win' : platform}-${arch}`;
  return inRoot('node_modules', packageName, 'bin', onWindows ? 'node.exe' : 'node');
}

const isRecentEnough = () => Number(process.versions.node.split('.')[0]) >= minimumMajor;

/**
 * Goes on only on the locked Node: elsewhere runs the script again there, and ends with its exit code.
 * @param {string} script `import.meta.url` of the script
 * @param {object} [options]
 * @param {boolean} [options.acceptRecent] any recent Node will do, as for operators who run their own
 */
export async function continueOnLockedNode(script, { acceptRecent = false } = {}) {
  if (acceptRecent && isRecentEnough()) return;
  const locked = lockedNodeFile();
  if (!existsSync(locked)) {
    if (isRecentEnough()) return;
    throw new PlainError(
      `The portal needs Node ${minimumMajor} or later: this is Node ${process.versions.node}, ` +
        `and no packaged one exists for ${process.platform} ${process.arch}.`,
    );
  }
  process.env['PATH'] = `${dirname(locked)}${delimiter}${process.env['PATH'] ?? ''}`;
  if (realpathSync(process.execPath) === realpathSync(locked)) return;

  const child = spawn(locked, [fileURLToPath(script), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  const code = await new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new PlainError(`The packaged Node cannot run here: ${error.message}.`)));
    child.on('exit', (exitCode, signal) => resolve(exitCode ?? (signal === 'SIGINT' ? 130 : 143)));
  });
  process.exit(code);
}

/**
 * Makes sure that the packages are installed and that the script runs on the locked Node.
 * @param {string} script `import.meta.url` of the script
 */
export async function prepare(script) {
  await installIfNeeded();
  await continueOnLockedNode(script);
}
