import { Ajv2020 } from 'ajv/dist/2020.js';
import { createStorage } from 'unstorage';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { problemCode, problemDocument } from '../problem.ts';
import { createApi, jsonResponse, type ApiOperation } from './api.ts';
import { createSessionStore } from './session.ts';
import { keptLog, NOW, signedIn } from './testing.ts';

const portalOrigin = 'http://localhost:4321';
const sessions = createSessionStore(createStorage(), { idleMinutes: 15, absoluteMinutes: 480 });
const greeting = z.object({ hello: z.string() });
const changes: string[] = [];

const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/greeting',
    summary: 'Greets anybody',
    response: { type: 'application/json', schema: greeting },
    access: 'public',
    handle: async ({ query }) => jsonResponse({ hello: query.get('name') ?? 'you' }),
  },
  {
    method: 'get',
    path: '/me',
    summary: 'Greets who is signed in',
    response: { type: 'application/json', schema: greeting },
    access: 'signed-in',
    handle: async (_call, { givenName }) => jsonResponse({ hello: givenName }),
  },
  {
    method: 'post',
    path: '/things/:id/read',
    summary: 'Marks a thing as read',
    body: z.object({ when: z.string() }),
    response: null,
    access: 'signed-in',
    handle: async ({ params }) => {
      changes.push(params['id'] ?? '');
      return new Response(null, { status: 204 });
    },
  },
  {
    method: 'get',
    path: '/broken',
    summary: 'Always fails',
    response: null,
    access: 'public',
    handle: async ({ query }) => {
      throw new Error(`RSSDAA80A41L219T\n    at Via Roma 1\n${query.get('secret')}`);
    },
  },
  {
    method: 'get',
    path: '/silent-error',
    summary: 'Fails without a word',
    response: null,
    access: 'public',
    handle: async () => {
      throw new RangeError();
    },
  },
];

const { log, lines: logged } = keptLog();
const api = createApi({ operations, sessions, portalOrigin, portalName: 'Portale', log, now: () => NOW });

const ask = (path: string, init: RequestInit = {}) => api(new Request(`${portalOrigin}/api/v1${path}`, init));
const cookieOf = async () => ({ cookie: `other=1; fdc_session=${await sessions.create(signedIn())}` });

/** The code of a problem, whose form is checked on the way. */
async function problemOf(response: Response): Promise<string | null> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-language')).toBe('it');
  const problem = problemDocument.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.traceId).toMatch(/^[0-9a-f-]{36}$/);
  return problemCode(problem.type);
}

describe('who may ask', () => {
  it('anybody, what is public', async () => {
    const response = await ask('/greeting?name=Ada');
    expect(await response.json()).toEqual({ hello: 'Ada' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('who is signed in, what is theirs', async () => {
    expect(await (await ask('/me', { headers: await cookieOf() })).json()).toEqual({ hello: 'Ada' });
  });

  it.each([
    ['without a cookie', {}],
    ['with a cookie that was made up', { cookie: `fdc_session=${'a'.repeat(43)}` }],
    ['with an empty cookie', { cookie: 'fdc_session=' }],
    ['with a cookie of another name', { cookie: `fdc_sign_in=${'a'.repeat(43)}` }],
  ])('nobody %s: 401', async (_how, headers) => {
    const response = await ask('/me', { headers });
    expect([response.status, await problemOf(response)]).toEqual([401, 'signed-out']);
  });

  it('nobody whose page was opened in another session of the same browser: 401', async () => {
    const id = await sessions.create(signedIn());
    const tag = (await sessions.use(id))?.tag ?? '';
    const cookie = `fdc_session=${id}`;
    expect((await ask('/me', { headers: { cookie, 'x-session-tag': 'of-who-was-here-before' } })).status).toBe(401);
    expect((await ask('/me', { headers: { cookie, 'x-session-tag': tag } })).status).toBe(200);
    expect((await ask('/me', { headers: { cookie } })).status).toBe(200);
  });

  it('nobody whose session was ended: 401', async () => {
    const id = await sessions.create(signedIn());
    await sessions.end(id);
    expect((await ask('/me', { headers: { cookie: `fdc_session=${id}` } })).status).toBe(401);
  });
});

describe('a change', () => {
  const change = async (headers: Record<string, string>) =>
    ask('/things/7/read', { method: 'POST', headers: { ...(await cookieOf()), ...headers } });

  it.each([
    ['its own origin', { origin: portalOrigin }],
    ['the same origin, where the browser sends no Origin', { 'sec-fetch-site': 'same-origin' }],
  ])('is done for a page of %s', async (_which, headers) => {
    changes.length = 0;
    expect((await change(headers)).status).toBe(204);
    expect(changes).toEqual(['7']);
  });

  it.each([
    ['says nothing of where it comes from', {}],
    ['comes from another site', { origin: 'https://evil.example' }],
    ['comes from another port', { origin: 'http://localhost:4322' }],
    ['comes from another scheme', { origin: 'https://localhost:4321' }],
    ['comes from an origin that begins alike', { origin: `${portalOrigin}.evil.example` }],
    ['comes from a page without an origin', { origin: 'null' }],
    ['comes from another site, whatever Sec-Fetch-Site says', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['comes from a site beside', { 'sec-fetch-site': 'same-site' }],
    ['comes from across', { 'sec-fetch-site': 'cross-site' }],
    ['comes from the address bar', { 'sec-fetch-site': 'none' }],
  ])('is refused when it %s', async (_what, headers) => {
    changes.length = 0;
    const response = await change(headers);
    expect([response.status, await problemOf(response)]).toEqual([403, 'foreign-origin']);
    expect(changes).toEqual([]);
  });

  it('is refused to who is not signed in', async () => {
    const response = await ask('/things/7/read', { method: 'POST', headers: { origin: portalOrigin } });
    expect(await problemOf(response)).toBe('signed-out');
  });
});

describe('an address', () => {
  it.each(['/', '/nothing', '/things', '/things/7', '/greeting/', '/..%2fgreeting'])('%s that is not served is 404', async (path) => {
    const response = await ask(path);
    expect([response.status, await problemOf(response)]).toEqual([404, 'not-found']);
  });

  it.each([
    ['POST', '/greeting', 'GET'],
    ['DELETE', '/me', 'GET'],
    ['GET', '/things/7/read', 'POST'],
    ['PUT', '/things/7/read', 'POST'],
  ])('does not take %s %s: 405, and says what it takes', async (method, path, allowed) => {
    const response = await ask(path, { method, headers: { origin: portalOrigin } });
    expect([response.status, await problemOf(response)]).toEqual([405, 'method-not-allowed']);
    expect(response.headers.get('allow')).toBe(allowed);
  });
});

describe('an unexpected error', () => {
  it('tells neither the person nor the log what it was about', async () => {
    logged.length = 0;
    const response = await ask('/broken?secret=Ada+Rossi');
    const text = await response.clone().text();
    expect([response.status, await problemOf(response)]).toEqual([500, 'internal']);
    expect(text).not.toMatch(/RSSDAA|Ada|Roma|api\.test/);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/RSSDAA|Ada|Roma/);
  });

  it('is found again in the log by its number, with its kind and its place', async () => {
    for (const [path, name] of [['/broken', 'Error'], ['/silent-error', 'RangeError']] as const) {
      logged.length = 0;
      const { traceId } = problemDocument.parse(await (await ask(path)).json());
      expect(logged).toMatchObject([{ level: 'error', event: 'api-error', fields: { traceId, name } }]);
      expect(logged[0]?.fields['place']).toMatch(/^at .*api\.test\.ts:\d+:\d+\)?$/);
    }
  });
});

describe('openapi.json', () => {
  const parts = z.object({
    openapi: z.literal('3.1.0'),
    info: z.object({ title: z.literal('Portale'), version: z.string() }),
    servers: z.tuple([z.object({ url: z.literal('/api/v1') })]),
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          operationId: z.string(),
          summary: z.string(),
          parameters: z.optional(
            z.array(z.object({ name: z.string(), in: z.literal('path'), required: z.literal(true), schema: z.object({}) })),
          ),
          requestBody: z.optional(
            z.object({ required: z.literal(true), content: z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) }) }),
          ),
          security: z.array(z.record(z.string(), z.array(z.string()))),
          responses: z.record(
            z.string(),
            z.object({
              description: z.string(),
              content: z.optional(z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }))),
            }),
          ),
        }),
      ),
    ),
    components: z.object({ securitySchemes: z.object({ session: z.object({ type: z.literal('apiKey'), in: z.literal('cookie'), name: z.string() }) }) }),
  });
  const read = async () => parts.parse(await (await ask('/openapi.json')).json());

  it('describes every operation that is served, and no other', async () => {
    const { paths, components } = await read();
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(described).toEqual(operations.map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`));
    expect(components.securitySchemes.session.name).toBe('fdc_session');
    expect(paths['/me']?.['get']?.security).toEqual([{ session: [] }]);
    expect(paths['/greeting']?.['get']?.security).toEqual([]);
    expect(paths['/things/{id}/read']?.['post']).toMatchObject({
      parameters: [{ name: 'id' }],
      requestBody: { content: { 'application/json': { schema: { required: ['when'] } } } },
      responses: { 204: {} },
    });
    expect(paths['/me']?.['get']?.requestBody).toBeUndefined();
  });

  it('gives every operation its own name', async () => {
    const { paths } = await read();
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids).toContain('postThingsIdRead');
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/);
  });

  it('holds schemas that what is really answered agrees with', async () => {
    const { paths } = await read();
    const responses = paths['/greeting']?.['get']?.responses;
    const valid = (schema: Record<string, unknown> | undefined, value: unknown) =>
      new Ajv2020({ strict: false }).validate(schema ?? false, value);
    const good = responses?.['200']?.content?.['application/json']?.schema;
    const problem = responses?.['default']?.content?.['application/problem+json']?.schema;
    expect(valid(good, await (await ask('/greeting')).json())).toBe(true);
    expect(valid(good, { hello: 1 })).toBe(false);
    expect(valid(problem, await (await ask('/nothing')).json())).toBe(true);
  });
});
