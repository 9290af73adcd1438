// @ts-check
// The production server of the built portal. Everything it needs to know comes from the environment: HOST, PORT,
// PORTAL_ORIGIN, OIDC_ISSUER, SIGN_OUT_ORIGINS, CLIENT_ADDRESS_HEADER, and what the application itself reads.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { readPort } from './lib/ports.mjs';
import { continueOnLockedNode } from './lib/prepare.mjs';
import { inRoot } from './lib/project.mjs';
import { main, PlainError, say } from './lib/terminal.mjs';

/** Milliseconds that running answers have to be completed once the server is asked to end. */
const patience = 4_000;

async function loadApp() {
  const entry = inRoot('dist', 'server', 'entry.mjs');
  if (!existsSync(entry)) throw new PlainError('The portal is not built yet: run npm run build first.');
  try {
    const { handler } = await import(pathToFileURL(entry).href);
    return handler;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(`The portal cannot start: ${reason}`);
  }
}

await main(async () => {
  await continueOnLockedNode(import.meta.url, { acceptRecent: true });
  const host = process.env['HOST'] ?? '127.0.0.1';
  const port = readPort('PORT', 4321);
  const { portalListener } = await import('./lib/portal-listener.mjs');
  const app = await loadApp();
  const server = createServer(
    portalListener({ client: inRoot('dist', 'client'), app, env: process.env }),
  );
  await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new PlainError(`The portal cannot listen: ${error.message}.`)));
    server.listen(port, host, () => resolve(undefined));
  });
  say(`The portal listens on ${host}, port ${port}.`);

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patience).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
});
