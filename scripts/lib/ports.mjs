// @ts-check
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './terminal.mjs';

/**
 * @param {string} name environment variable
 * @param {number} fallback
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} a TCP port
 */
export function readPort(name, fallback, env = process.env) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new PlainError(`${name} must be a port number from 1 to 65535, and it is "${text}".`);
  }
  return port;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES') reject(new PlainError(`Port ${port} may not be used without more rights.`));
      // A machine without IPv6 cannot listen on ::1, nor can anybody else there.
      else resolve(true);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Fails with a sentence when a port is taken. Both families are tried, because browsers try both for `localhost`.
 * @param {string} name environment variable that moves the port
 * @param {number} port
 */
export async function requireFreePort(name, port) {
  if ((await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))) return;
  throw new PlainError(
    `Port ${port} is taken by another program: end it, or choose another port, for example ${name}=${port + 100}.`,
  );
}

/**
 * Waits until a server answers `/healthz`.
 * @param {string} name what to call it in the sentence
 * @param {string} origin such as `http://localhost:4321`
 * @param {number} [limit] milliseconds
 */
export async function untilHealthy(name, origin, limit = 60_000) {
  const deadline = performance.now() + limit;
  while (performance.now() < deadline) {
    try {
      const response = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new PlainError(`${name} did not answer at ${origin}/healthz within ${limit / 1000} seconds.`);
}
