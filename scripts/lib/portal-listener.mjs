// @ts-check
// How the built portal answers: its files, then the application for the few addresses it owns, then "not found".
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sirv from 'sirv';
import { isOpenData, openDataHeaders, openDataProblem, preflightHeaders } from './open-data-headers.mjs';
import { isPersonal, keepPolicy, securityHeaders } from './security-headers.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response, next: () => void) => unknown} App */

const answeredByApp = /^\/(?:(?:auth|api\/v1|(?:[a-z]{2,3}(?:-[a-z]+)?\/)?(?:semplice|stato|valutazione))(?:\/|$)|readyz$)/i;
/** In which the application reads who is asking; whatever came from outside under this name is dropped. */
const clientAddressHeader = 'x-client-address';
const ageForever = 'public, max-age=31536000, immutable';

/**
 * @param {string} directory
 * @returns {Set<string>} the addresses of its files: `/x.js` as it is, `/servizi/` for `/servizi/index.html`
 */
function addressesOf(directory) {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length).split(sep).join('/').normalize());
  const all = new Set(names);
  const isVariant = (/** @type {string} */ name) => /\.(?:br|gz)$/.test(name) && all.has(name.slice(0, -3));
  return new Set(
    names.filter((name) => !isVariant(name)).map((name) => name.replace(/\/index\.html$/, '/')),
  );
}

/**
 * @param {string | undefined} url as the request gives it
 * @returns {{ pathname: string, query: string } | undefined} nothing when it cannot be read; the query keeps its `?`
 */
export function readAddress(url = '') {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  try {
    const pathname = decodeURI(path).normalize();
    // Control characters are in no address of ours.
    if (!pathname.startsWith('/') || /\p{Cc}/u.test(pathname)) return undefined;
    return { pathname, query: mark === -1 ? '' : url.slice(mark) };
  } catch {
    return undefined;
  }
}

/**
 * @param {Request} request
 * @param {string | undefined} header the one in which the server in front writes the client's address; of a list the
 *   last, which that server itself has seen
 * @returns {string | undefined} as that server says, or else where the connection comes from
 */
function clientAddress(request, header) {
  const written = header === undefined ? undefined : request.headers[header.toLowerCase()];
  const last = String(written ?? '').split(',').at(-1)?.trim();
  return last || request.socket.remoteAddress;
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} text
 */
function answerText(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

/**
 * A problem of the open catalogue: programs ask there, and a page would tell them nothing.
 * @param {Request} request
 * @param {Response} response
 * @param {404 | 405} status
 * @param {string} pathname
 */
function answerProblem(request, response, status, pathname) {
  response.writeHead(status, {
    ...openDataHeaders(pathname),
    'content-type': 'application/problem+json',
    'cache-control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : openDataProblem(status));
}

/**
 * @param {object} options
 * @param {string} options.client absolute path of the directory with the built files
 * @param {App} options.app the application's own handler
 * @param {{
 *   PORTAL_ORIGIN?: string | undefined,
 *   OIDC_ISSUER?: string | undefined,
 *   SIGN_OUT_ORIGINS?: string | undefined,
 *   CLIENT_ADDRESS_HEADER?: string | undefined,
 * }} options.env
 * @returns {(request: Request, response: Response) => void}
 */
export function portalListener({ client, app, env }) {
  const addresses = addressesOf(client);
  const files = sirv(client, { etag: true, brotli: true, gzip: true, extensions: ['html'] });
  const headers = Object.entries(securityHeaders(env));
  const policy = securityHeaders(env)['content-security-policy'] ?? '';
  const notFoundPages = (/** @type {string} */ folder) => [`${folder}/404/`, `${folder}/404.html`];

  /**
   * The prerendered page in the language of the address, with its true status.
   * @param {Request} request
   * @param {Response} response
   * @param {string} pathname
   */
  async function answerNotFound(request, response, pathname) {
    if (isOpenData(pathname)) return answerProblem(request, response, 404, pathname);
    const folder = `/${pathname.split('/')[1] ?? ''}`;
    const address = [...notFoundPages(folder), ...notFoundPages('')].find((page) => addresses.has(page));
    if (address === undefined) return answerText(response, 404, 'Not found');
    const file = join(client, address.endsWith('/') ? `${address}index.html` : address);
    const compressed = /\bbr\b/.test(String(request.headers['accept-encoding'])) ? await read(`${file}.br`) : undefined;
    const body = compressed ?? (await readFile(file));
    response.writeHead(404, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
      ...(compressed === undefined ? {} : { 'content-encoding': 'br' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /**
   * @param {Request} request
   * @param {Response} response
   */
  async function answer(request, response) {
    for (const [name, value] of headers) response.setHeader(name, value);
    const address = readAddress(request.url);
    if (address === undefined) return answerText(response, 400, 'The address cannot be read');
    const { pathname, query } = address;
    if (isPersonal(pathname)) response.setHeader('x-robots-tag', 'noindex');

    if (answeredByApp.test(pathname)) {
      keepPolicy(response, policy);
      const address = clientAddress(request, env.CLIENT_ADDRESS_HEADER);
      if (address === undefined) delete request.headers[clientAddressHeader];
      else request.headers[clientAddressHeader] = address;
      return app(request, response, () => void answerNotFound(request, response, pathname).catch(fail(response)));
    }
    if (request.method === 'OPTIONS' && isOpenData(pathname)) return response.writeHead(204, preflightHeaders).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      if (isOpenData(pathname)) return answerProblem(request, response, 405, pathname);
      return answerText(response, 405, 'Only GET and HEAD are possible here');
    }
    if (pathname === '/healthz') return answerText(response, 200, 'ok');
    if (addresses.has(pathname) && !/^(?:\/[^/]+)?\/404(?:\/|\.html)$/.test(pathname)) {
      // Parts of a file are never asked for by the pages, and whole files are always a right answer.
      delete request.headers.range;
      response.setHeader('cache-control', pathname.startsWith('/_astro/') ? ageForever : 'no-cache');
      response.setHeader('vary', 'Accept-Encoding');
      for (const [name, value] of Object.entries(openDataHeaders(pathname))) response.setHeader(name, value);
      return files(request, response, () => void answerNotFound(request, response, pathname).catch(fail(response)));
    }
    if (addresses.has(`${pathname}/`)) {
      response.writeHead(308, { location: `${encodeURI(pathname)}/${query}`, 'cache-control': 'no-cache' });
      return response.end();
    }
    return answerNotFound(request, response, pathname);
  }

  return (request, response) => {
    answer(request, response).catch(fail(response));
  };
}

/** @param {string} file */
const read = (file) => readFile(file).catch(() => undefined);

/**
 * An answer for what went wrong unforeseen. The log names the fault and its place in the code, never its message nor the
 * address: both may quote what is personal.
 * @param {Response} response
 */
const fail = (response) => (/** @type {unknown} */ error) => {
  const frame = error instanceof Error ? error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) : undefined;
  console.error(`${error instanceof Error ? error.name : 'Unknown failure'} while answering ${frame?.trim() ?? ''}`);
  if (response.headersSent) response.destroy();
  else answerText(response, 500, 'Something went wrong');
};
