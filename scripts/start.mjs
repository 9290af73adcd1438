// @ts-check
// npm start [-- --no-open]: the whole portal on this machine, with demo back ends and demo citizens.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { prepare } from './lib/prepare.mjs';
import { firstToEnd, launch, run, stopAll, stopOnSignals } from './lib/processes.mjs';
import { readPort, requireFreePort, untilHealthy } from './lib/ports.mjs';
import { builds, inRoot, isBuilt } from './lib/project.mjs';
import { main, PlainError, say, step, table } from './lib/terminal.mjs';

/** @param {string} name */
const logFile = (name) => inRoot('.cache', 'logs', `${name}.log`);

async function buildIfNeeded() {
  if (isBuilt(builds.portal)) return;
  await step('Building the portal', async () => {
    // The budgets are a matter for the tests: a page that weighs too much still works.
    const { code, tail } = await run('The build', [inRoot('scripts', 'build.mjs'), '--no-budgets'], {
      log: logFile('build'),
    });
    if (code !== 0) throw new PlainError('The portal could not be built: the last lines of the build are above.', tail);
  });
}

/** Opens the address in the person's browser, where there is a desktop to show it on. */
function openBrowser(/** @type {string} */ address) {
  const { DISPLAY, WAYLAND_DISPLAY, CI } = process.env;
  if (CI) return;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : DISPLAY || WAYLAND_DISPLAY
          ? ['xdg-open']
          : [];
  if (command === undefined) return;
  // Not a child to end with us: it is the person's own browser. Without one, the printed address is enough.
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/**
 * @param {string} portalOrigin
 * @param {string} demoOrigin
 * @returns {Promise<string>} what to read once everything runs
 */
async function welcome(portalOrigin, demoOrigin) {
  const { demoCitizens } = await import('../mocks/citizens/index.ts');
  const { dayInItaly } = await import('../src/domain/day.ts');
  const today = process.env['DEMO_TODAY'] ?? dayInItaly(new Date());
  const citizens = demoCitizens(today).map(({ fullName, wayIn, scenario }) => [
    `  ${fullName}`,
    wayIn.toUpperCase(),
    scenario.en,
  ]);
  return [
    '',
    `The portal:         ${portalOrigin}/`,
    `The demo back ends: ${demoOrigin}/`,
    '',
    `Sign in at ${portalOrigin}/accedi/ as one of the demo citizens:`,
    '',
    table(citizens),
    '',
    'Logs are in .cache/logs. Ctrl-C ends everything.',
    '',
  ].join('\n');
}

await main(async () => {
  await prepare(import.meta.url);
  stopOnSignals({ normal: true });
  const { values } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false } } });
  const port = readPort('PORT', 4321);
  const demoPort = readPort('DEMO_PORT', 4322);
  if (port === demoPort) throw new PlainError('PORT and DEMO_PORT must be two different ports.');
  await requireFreePort('PORT', port);
  await requireFreePort('DEMO_PORT', demoPort);
  await buildIfNeeded();

  const portalOrigin = `http://localhost:${port}`;
  const demoOrigin = `http://localhost:${demoPort}`;
  const { demoEnvironment } = await import('../mocks/credentials.ts');
  const env = {
    ...demoEnvironment({ demoOrigin, portalOrigin }),
    PORT: String(port),
    DEMO_PORT: String(demoPort),
  };
  try {
    const demo = launch('The demo back ends', [inRoot('mocks', 'server.ts')], {
      env,
      log: logFile('demo'),
      server: true,
    });
    const portal = launch('The portal', [inRoot('scripts', 'serve.mjs')], {
      env,
      log: logFile('portal'),
      server: true,
    });
    const anEnd = firstToEnd([demo, portal]);
    await Promise.race([
      anEnd,
      step('Starting the demo back ends and the portal', async () => {
        await Promise.all([untilHealthy(demo.name, demoOrigin), untilHealthy(portal.name, portalOrigin)]);
        // Wakes the application, which then checks its sources: now that they are there.
        await fetch(`${portalOrigin}/readyz`);
      }),
    ]);
    say(await welcome(portalOrigin, demoOrigin));
    if (!values['no-open']) openBrowser(portalOrigin);
    await anEnd;
  } finally {
    await stopAll();
  }
});
