// @ts-check
// npm run dev: the demo back ends and the portal, both with hot reload.
import { contentErrors } from './lib/content.mjs';
import { prepare } from './lib/prepare.mjs';
import { firstToEnd, launch, stopAll, stopOnSignals } from './lib/processes.mjs';
import { readPort, requireFreePort } from './lib/ports.mjs';
import { commandFile, inRoot } from './lib/project.mjs';
import { main, say } from './lib/terminal.mjs';

await main(async () => {
  await prepare(import.meta.url);
  stopOnSignals({ normal: true });
  const port = readPort('PORT', 4321);
  const demoPort = readPort('DEMO_PORT', 4322);
  await requireFreePort('PORT', port);
  await requireFreePort('DEMO_PORT', demoPort);

  const errors = await contentErrors();
  if (errors.length > 0) say([...errors, 'The contents have errors: a build would stop here.', ''].join('\n'));

  const { demoEnvironment } = await import('../mocks/credentials.ts');
  const env = {
    ASTRO_TELEMETRY_DISABLED: '1',
    ...demoEnvironment({
      demoOrigin: `http://localhost:${demoPort}`,
      portalOrigin: `http://localhost:${port}`,
    }),
    PORT: String(port),
    DEMO_PORT: String(demoPort),
  };
  const servers = [
    launch('The demo back ends', ['--watch', '--watch-preserve-output', inRoot('mocks', 'server.ts')], { env }),
    launch('The portal', [commandFile('astro', 'astro'), 'dev', '--port', String(port)], { env }),
  ];
  try {
    await firstToEnd(servers);
  } finally {
    await stopAll();
  }
});
