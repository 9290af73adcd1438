import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as send, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listenAnywhere } from './listen.ts';
import { portalListener, readAddress } from './portal-listener.mjs';

const client = mkdtempSync(join(tmpdir(), 'portal-'));
const files: Record<string, string> = {
  'index.html': 'Home',
  'servizi/index.html': 'Servizi',
  'citt\u00e0/index.html': 'Citt\u00e0',
  '404.html': 'Non trovata',
  'de/index.html': 'Start',
  'de/404/index.html': 'Nicht gefunden',
  '_astro/a.js': 'run()',
  '.secret': 'hidden',
  '.well-known/security.txt': 'Contact: mailto:a@example.it',
  'api/catalogo/v1/it/servizi.json': '{}',
  'api/catalogo/v1/status': '{}',
};

// Before the listener is made: it reads once which files there are.
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(client, name)), { recursive: true });
  writeFileSync(join(client, name), text);
}
writeFileSync(join(client, 'servizi/index.html.br'), brotliCompressSync('Servizi'));

const server = createServer(
  portalListener({
    client,
    env: { PORTAL_ORIGIN: 'https://portale.example.it', CLIENT_ADDRESS_HEADER: 'X-Real-IP' },
    app: (request, response, next) => {
      if (request.url?.startsWith('/auth/none')) {
        next();
        return;
      }
      if (request.url?.startsWith('/auth/broken')) throw new Error('broken');
      if (request.url?.startsWith('/auth/who')) return response.end(request.headers['x-client-address']);
      response.writeHead(201, { 'content-security-policy': "default-src 'none'" });
      return response.end('from the application');
    },
  }),
);

let port = 0;

/** `fetch` would tidy the address up before sending it, and some of these must not be tidy. */
async function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    send({ host: '127.0.0.1', port, path, ...options }, resolve).on('error', reject).end();
  });
  return { status: response.statusCode, headers: response.headers, text: await textOf(response) };
}

beforeAll(async () => {
  port = await listenAnywhere(server);
});

afterAll(() => {
  server.close();
  rmSync(client, { recursive: true });
});

test('pages are always checked for news, named assets are kept for ever', async () => {
  const page = await ask('/servizi/');
  expect(page).toMatchObject({ status: 200, text: 'Servizi', headers: { 'cache-control': 'no-cache' } });
  expect((await ask('/_astro/a.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const again = await ask('/servizi/', { headers: { 'if-none-match': page.headers.etag ?? '' } });
  expect(again).toMatchObject({ status: 304, text: '' });
});

test('compressed files are sent to those who can read them', async () => {
  const page = await ask('/servizi/', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(page.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect((await ask('/servizi/')).headers['content-encoding']).toBeUndefined();
});

test('an address without its final slash leads to the page and keeps its query', async () => {
  expect(await ask('/servizi?q=a&b=1')).toMatchObject({ status: 308, headers: { location: '/servizi/?q=a&b=1' } });
  expect(await ask('/citt%C3%A0')).toMatchObject({ status: 308, headers: { location: '/citt%C3%A0/' } });
  expect((await ask('//servizi')).headers.location).toBeUndefined();
});

test.each([
  ['/nulla/', 'Non trovata'],
  ['/de/nichts/', 'Nicht gefunden'],
  ['/xx/nothing', 'Non trovata'],
  ['/404', 'Non trovata'],
  ['/404.html', 'Non trovata'],
  ['/de/404/', 'Nicht gefunden'],
  ['/.secret', 'Non trovata'],
  ['/servizi/index.html.br', 'Non trovata'],
  ['/..%2f..%2fpackage.json', 'Non trovata'],
  ['/../../package.json', 'Non trovata'],
  ['/auth/none', 'Non trovata'],
])('%s is not found, in the language of the address', async (path, text) => {
  expect(await ask(path)).toMatchObject({ status: 404, text });
});

test.each(['/%E0%A4%A', '/%00', 'http://elsewhere.example/'])('%s cannot be read', async (path) => {
  expect((await ask(path)).status).toBe(400);
});

const ofTheApplication = [
  '/auth/login',
  '/api/v1/session',
  '/semplice/',
  '/de/semplice/notifiche/',
  '/stato/',
  '/ar/stato/',
  '/valutazione/?path=/',
  '/en/valutazione/',
  '/readyz',
];

test.each(ofTheApplication)(
  'the application answers %s, with any method, under both policies',
  async (path) => {
    const answer = await ask(path, { method: 'POST' });
    expect(answer).toMatchObject({ status: 201, text: 'from the application' });
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none', frame-ancestors 'none';/);
  },
);

test('the application is told who asks by the server in front, and by nobody else', async () => {
  const who = async (headers: Record<string, string>) => (await ask('/auth/who', { headers })).text;
  expect(await who({ 'x-real-ip': '192.0.2.7' })).toBe('192.0.2.7');
  expect(await who({ 'x-real-ip': '10.0.0.1, 192.0.2.7' })).toBe('192.0.2.7');
  expect(await who({ 'x-client-address': '192.0.2.9' })).toMatch(/127\.0\.0\.1$/);
});

test.each(['/statointerno/', '/servizi/stato/', '/valutazioni/'])('the application does not answer %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('the health of the process does not depend on the application', async () => {
  expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
});

test('files can only be read', async () => {
  expect(await ask('/servizi/', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  expect(await ask('/servizi/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  expect(await ask('/nulla/', { method: 'HEAD' })).toMatchObject({ status: 404, text: '' });
});

test('a range that makes no sense gets the whole file', async () => {
  expect(await ask('/servizi/', { headers: { range: 'bytes=5-2' } })).toMatchObject({ status: 200, text: 'Servizi' });
});

test.each(['/', '/servizi', '/nulla/', '/%E0%A4%A', '/auth/login', '/healthz'])(
  'the security headers are on %s',
  async (path) => {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['strict-transport-security']).toBe('max-age=63072000');
    expect(headers['x-content-type-options']).toBe('nosniff');
  },
);

test('search engines are kept out of the area, found or not', async () => {
  expect((await ask('/de/area/')).headers['x-robots-tag']).toBe('noindex');
  expect((await ask('/servizi/')).headers['x-robots-tag']).toBeUndefined();
});

test('a fault is answered, and its log does not hold the address', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect((await ask('/auth/broken?code=personal')).status).toBe(500);
  expect(JSON.stringify(log.mock.calls)).not.toContain('personal');
});

test('an address is split before it is decoded', () => {
  expect(readAddress('/a%20b?x=%E0&y')).toEqual({ pathname: '/a b', query: '?x=%E0&y' });
  expect(readAddress('*')).toBeUndefined();
  expect(readAddress(undefined)).toBeUndefined();
});

test('the open catalogue is open to every site, and says its problems in JSON', async () => {
  const list = await ask('/api/catalogo/v1/it/servizi.json');
  expect(list).toMatchObject({
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      'content-type': 'application/json',
    },
  });
  expect(await ask('/api/catalogo/v1/it/servizi.json', { headers: { 'if-none-match': list.headers.etag ?? '' } })).toMatchObject({ status: 304 });
  expect((await ask('/api/catalogo/v1/status')).headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-cache' });
  const missing = await ask('/api/catalogo/v1/xx/servizi.json');
  expect(missing).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json', 'access-control-allow-origin': '*' } });
  expect(JSON.parse(missing.text)).toMatchObject({ status: 404 });
  expect(await ask('/api/catalogo/v1/it/servizi.json', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  expect(await ask('/api/catalogo/v1/it/servizi.json', { method: 'OPTIONS' })).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-methods': 'GET, HEAD' },
  });
  expect((await ask('/servizi/')).headers['access-control-allow-origin']).toBeUndefined();
});

test('the address for reports of weaknesses is answered, other hidden files are not', async () => {
  expect(await ask('/.well-known/security.txt')).toMatchObject({ status: 200, text: 'Contact: mailto:a@example.it' });
  expect((await ask('/.secret')).status).toBe(404);
});
