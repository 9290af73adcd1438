/** All imitated systems behind one real HTTP port, with the identity provider and the control page. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { getResponse, type HttpHandler } from 'msw';
import portal from '../content/portal.json' with { type: 'json' };
import { dayInItaly } from '../src/domain/day.ts';
import { controlPage, readFaultChange } from './control-page.ts';
import { demoCredentials } from './credentials.ts';
import { healthServicePage, pay, paymentPage } from './demo-pages.ts';
import { createHandlers } from './handlers.ts';
import { html, sendPage, type Page } from './html.ts';
import { createIdentityProvider } from './identity-provider.ts';
import { readText } from './request-body.ts';
import { createWorld, type World } from './world.ts';

export interface DemoBackEndsOptions {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** The day from which the demo's dates are counted, `YYYY-MM-DD`. */
  today: string;
  /** Where the portal is; no final slash. */
  portalOrigin: string;
}

export interface DemoBackEnds {
  /** Where the back ends are; no final slash. */
  origin: string;
  world: World;
  close(): Promise<void>;
}

/**
 * Starts the demo back ends.
 * @throws {Error} with `code` `EADDRINUSE` when the port is taken
 */
export async function startDemoBackEnds(options: DemoBackEndsOptions): Promise<DemoBackEnds> {
  const server = createServer();
  const port = await listen(server, options.port, options.host);
  const origin = `http://localhost:${port}`;
  const world = createWorld(options.today, { demoOrigin: origin });
  const { portalOrigin } = options;
  const identityProvider = createIdentityProvider({
    issuer: `${origin}/oidc`,
    world,
    ...demoCredentials.oidc,
    redirectUris: [`${portalOrigin}/auth/callback`],
    postLogoutRedirectUris: [
      `${portalOrigin}/`,
      ...portal.languages.map((language) => `${portalOrigin}/${language.code}/`),
    ],
  });
  server.on('request', route({ world, origin, portalOrigin, identityProvider, handlers: createHandlers(world) }));
  return {
    origin,
    world,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A source that is silent would keep its connection open for ever.
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

interface Context {
  world: World;
  origin: string;
  portalOrigin: string;
  identityProvider: RequestListener;
  handlers: HttpHandler[];
}

function route(context: Context): RequestListener {
  return (request, response) => {
    answer(context, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      const message = error instanceof Error ? error.message : 'unknown error';
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
    });
  };
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, portalOrigin } = context;
  const { pathname } = new URL(request.url ?? '/', context.origin);
  const [, first = '', second = '', third = ''] = pathname.split('/');
  const reading = request.method === 'GET' || request.method === 'HEAD';

  if (first === 'oidc') {
    context.identityProvider(request, response);
    return;
  }
  if (pathname === '/healthz' && reading) {
    sendJson(response, 200, { status: 'ok' });
    return;
  }
  if (pathname === '/' && reading) {
    sendPage(response, 200, controlPage(world, portalOrigin));
    return;
  }
  if (pathname === '/control/faults' && request.method === 'POST') return changeFault(world, request, response);
  if (pathname === '/control/reset' && request.method === 'POST') {
    world.reset();
    changed(request, response);
    return;
  }
  if (first === 'salute' && reading) {
    sendPageOr404(response, healthServicePage(second, portalOrigin));
    return;
  }
  if (first === 'paga') {
    const ente = portal.enti.find((each) => each.ipa === second);
    if (ente !== undefined && request.method === 'POST') {
      pay(world, ente, third);
      redirect(response, pathname);
    } else {
      sendPageOr404(response, ente && paymentPage(world, ente, third, portalOrigin));
    }
    return;
  }
  return answerWithHandlers(context, request, response);
}

/** Lets the MSW handlers answer a Node request: they speak in web-standard requests and responses. */
async function answerWithHandlers(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each);
  }
  const method = request.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readText(request);
  const asked = new Request(new URL(request.url ?? '/', context.origin), {
    method,
    headers,
    signal: gone.signal,
    ...(body === undefined || body === '' ? {} : { body }),
  });
  const answered = await getResponse(context.handlers, asked);
  if (gone.signal.aborted) return;
  if (answered === undefined) {
    sendJson(response, 404, { error: 'There is nothing at this address.' });
    return;
  }
  answered.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value);
  });
  for (const cookie of answered.headers.getSetCookie()) response.appendHeader('Set-Cookie', cookie);
  response.writeHead(answered.status).end(Buffer.from(await answered.arrayBuffer()));
}

async function changeFault(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readText(request);
  const change = readFaultChange(
    world,
    isJson(request) ? parseJson(text) : Object.fromEntries(new URLSearchParams(text)),
  );
  if ('refused' in change) {
    sendJson(response, 400, { error: change.refused });
    return;
  }
  if ('fault' in change) world.faults.set(change.fault);
  else world.faults.clear(change.clear.source, change.clear.citizen);
  changed(request, response);
}

/** Answers a change that was made: programs get nothing, forms go back to the page. */
function changed(request: IncomingMessage, response: ServerResponse): void {
  if (isJson(request)) response.writeHead(204).end();
  else redirect(response, '/');
}

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/json') ?? false;
}

/** undefined when the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location }).end();
}

function sendPageOr404(response: ServerResponse, page: Page | undefined): void {
  if (page !== undefined) {
    sendPage(response, 200, page);
    return;
  }
  sendPage(response, 404, {
    title: 'Pagina non trovata',
    body: html`<h1>Pagina non trovata</h1><p>Torna ai <a href="/">sistemi di prova</a>.</p>`,
  });
}

/** Runs the back ends until they are told to stop. */
async function main(): Promise<void> {
  const port = Number(process.env['DEMO_PORT'] ?? 4322);
  try {
    const backEnds = await startDemoBackEnds({
      port,
      host: '127.0.0.1',
      today: process.env['DEMO_TODAY'] ?? dayInItaly(new Date()),
      portalOrigin: process.env['PORTAL_ORIGIN'] ?? 'http://localhost:4321',
    });
    console.log(`demo back ends on ${backEnds.origin}`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void backEnds.close().then(() => process.exit(0)));
    }
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      taken
        ? `Port ${port} is already in use: stop what uses it, or choose another with DEMO_PORT.`
        : `The demo back ends cannot start: ${reason}`,
    );
    process.exit(1);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
