// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from './terminal.mjs';

const onWindows = process.platform === 'win32';
const tailLines = 40;

/** Milliseconds that a process has to end by itself once it has been asked to. */
const grace = 10_000;

/** @typedef {{ name: string, pid: number, exited: Promise<number>, tail: () => string }} Running */

/** @type {Set<Running>} */
const running = new Set();
let stopping = false;

/** Keeps the last lines of an output. */
export class Tail {
  #text = '';

  /** @param {string} chunk */
  add(chunk) {
    this.#text = (this.#text + chunk).split('\n').slice(-tailLines - 1).join('\n');
  }

  toString() {
    return this.#text;
  }
}

/**
 * Starts a program as the leader of its own process group, so that ending it ends whatever it started in turn.
 * @param {string} name what to call it in sentences, such as `The portal`
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.command] program to run (this Node when left out)
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment
 * @param {string} [options.log] file that receives the output; without it the output goes to the terminal
 * @param {boolean} [options.server] ends with this process, even when this process is killed (Node programs only)
 * @param {boolean} [options.shell] for programs that are scripts on Windows
 * @returns {Running}
 */
export function launch(name, args, options = {}) {
  const output = options.log === undefined ? 'inherit' : 'pipe';
  const preload = options.server ? ['--import', new URL('end-with-parent.mjs', import.meta.url).href] : [];
  const child = spawn(options.command ?? process.execPath, [...preload, ...args], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', output, output, ...(options.server ? /** @type {const} */ (['ipc']) : [])],
    detached: !onWindows,
    shell: options.shell ?? false,
    windowsHide: true,
  });
  const tail = new Tail();
  if (options.log !== undefined) {
    mkdirSync(dirname(options.log), { recursive: true });
    const file = createWriteStream(options.log);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        tail.add(chunk);
        file.write(chunk);
      });
    }
    child.on('close', () => file.end());
  }
  /** @type {Running} */
  const entry = {
    name,
    pid: child.pid ?? 0,
    tail: () => tail.toString(),
    exited: new Promise((resolve, reject) => {
      child.on('error', (error) => {
        running.delete(entry);
        const missing = 'code' in error && error.code === 'ENOENT';
        const tool = options.command ?? process.execPath;
        reject(new PlainError(missing ? `${tool} is not installed or not on the PATH.` : `${name}: ${error.message}.`));
      });
      // `close`, not `exit`: by then all the output has been read.
      child.on('close', (code, signal) => {
        running.delete(entry);
        resolve(code ?? (signal === 'SIGKILL' ? 137 : 143));
      });
    }),
  };
  // Whoever needs the failure awaits `exited`; when nobody does any more it must not end this process.
  entry.exited.catch(() => undefined);
  running.add(entry);
  return entry;
}

/**
 * Runs a program to its end.
 * @param {string} name
 * @param {string[]} args
 * @param {Parameters<typeof launch>[2]} [options]
 * @returns {Promise<{ code: number, tail: string }>}
 */
export async function run(name, args, options) {
  const entry = launch(name, args, options);
  const code = await entry.exited;
  // While everything is being ended, what a program says at its end means nothing: wait for this process to exit.
  if (stopping) return new Promise(() => undefined);
  return { code, tail: entry.tail() };
}

/**
 * @param {Running} entry
 * @param {NodeJS.Signals} signal
 */
function signalGroup(entry, signal) {
  if (entry.pid === 0) return;
  if (onWindows) {
    spawn('taskkill', ['/pid', String(entry.pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => undefined);
    return;
  }
  try {
    process.kill(-entry.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

/** Ends everything that was started, and waits until it has ended. */
export async function stopAll() {
  stopping = true;
  const entries = [...running];
  // What Ctrl-C sends: it is what test runners listen to in order to end their own servers and browsers.
  for (const entry of entries) signalGroup(entry, 'SIGINT');
  const impatience = setTimeout(() => entries.forEach((entry) => signalGroup(entry, 'SIGKILL')), grace);
  await Promise.allSettled(entries.map((entry) => entry.exited));
  clearTimeout(impatience);
}

/** The ways in which this process is asked to end, with the exit code that each is known by. */
const endings = /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  // The process that started this one is gone.
  ['disconnect', 143],
]);

/**
 * Ends everything that was started when this process is asked to end, in whatever way.
 * @param {object} [options]
 * @param {boolean} [options.normal] being asked to end is how this script normally ends: exit code 0
 * @returns {() => void} stops listening
 */
export function stopOnSignals({ normal = false } = {}) {
  const listeners = endings.map(([event, code]) => {
    const listener = () => {
      if (stopping) return;
      void stopAll().then(() => process.exit(normal ? 0 : code));
    };
    process.on(event, listener);
    return { event, listener };
  });
  // Listening for the end of the channel must not keep this process alive.
  process.channel?.unref();
  const watch = watchNpm(() => process.emit('SIGTERM'));
  return () => {
    clearInterval(watch);
    listeners.forEach(({ event, listener }) => process.off(event, listener));
  };
}

/**
 * Between npm and its scripts stands a shell that does not hand signals on: when npm is asked to end, what tells its
 * script is only that the shell is gone.
 * @param {() => void} gone
 */
function watchNpm(gone) {
  if (process.env['npm_lifecycle_event'] === undefined || onWindows) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && gone(), 500).unref();
}

/**
 * Answers when one of the servers ends by itself, which none should.
 * @param {Running[]} servers
 * @returns {Promise<never>}
 */
export async function firstToEnd(servers) {
  const { name, code, tail } = await Promise.race(
    servers.map(async (server) => ({ name: server.name, code: await server.exited, tail: server.tail() })),
  );
  if (stopping) return new Promise(() => undefined);
  throw new PlainError(`${name} ended unexpectedly (exit code ${code}).`, tail);
}
