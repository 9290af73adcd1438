import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoCredentials } from '../../../mocks/credentials.ts';
import { startDemoBackEnds, type DemoBackEnds } from '../../../mocks/server.ts';
import { createBrowser, type Browser } from '../../platform/server/testing-browser.ts';
import { createTestPortal, personAt, PORTAL_ORIGIN, type Person } from './testing.ts';

const portal = createTestPortal(demoCredentials.oidc);
/** Nobody listens there. */
const NOWHERE = 'http://localhost:9/oidc';

let backEnds: DemoBackEnds;
let browser: Browser;
let person: Person;

beforeAll(async () => {
  backEnds = await startDemoBackEnds({ port: 0, host: '127.0.0.1', today: '2026-11-23', portalOrigin: PORTAL_ORIGIN });
});
beforeEach(() => {
  browser = createBrowser(PORTAL_ORIGIN, portal.over(`${backEnds.origin}/oidc`));
  person = personAt(browser, backEnds.origin);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => backEnds.close());

describe('a return_to that leads elsewhere', () => {
  const hostile = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    '/%2f%2fevil.example/',
    '/%5cevil.example/',
    '%2f%2fevil.example/',
    '/\t/evil.example/',
    '/\n/evil.example/',
    '/\r\nset-cookie: fdc_session=a',
    '/.//evil.example/',
    '/..//evil.example/',
    '/%2e%2e//evil.example/',
    '/area/../..//evil.example/',
    '/area/%2e%2e/%2e%2e//evil.example/',
    '///evil.example/',
    '/////evil.example/',
    ' //evil.example/',
    'javascript:alert(1)',
    'data:text/html,evil',
    'evil.example',
    '@evil.example/',
    '/@evil.example/',
    '／／evil.example/',
    '/\u0000/evil.example',
    `/${'a'.repeat(600)}`,
    '/auth/login?provider=spid&return_to=//evil.example/',
    '/api/v1/session',
  ];

  it.each(hostile)('%j never leaves the portal', async (returnTo) => {
    const url = await person.signIn('luca-barbero', { provider: 'spid', return_to: returnTo });
    expect(url.origin).toBe(PORTAL_ORIGIN);
    const last = browser.seen.findLast(({ path }) => path.startsWith('/auth/callback'));
    expect(last?.location).toMatch(/^\/(?![/\\])[^\\\s]*$/);
    expect(last?.location).not.toMatch(/^\/(auth|api)\//);
    expect(new URL(last?.location ?? '', PORTAL_ORIGIN).origin).toBe(PORTAL_ORIGIN);
    expect((await person.session()).signedIn).toBe(true);
  });

  it.each(hostile)('%j is not on the page of a problem either', async (returnTo) => {
    const [, body] = await person.problemAt(`/auth/login?${new URLSearchParams({ provider: 'none', return_to: returnTo })}`);
    expect(body).toEqual({ problem: 'fornitore', returnTo: expect.stringMatching(/^\/(?![/\\])[^\\\s]*$/) as unknown });
  });
});

describe('an unknown provider', () => {
  it.each(['', 'SPID', 'spid ', 'staff', '__proto__', 'constructor', 'spid&provider=cie', '../spid', '<script>'])(
    '%j is a page that says so, and nothing is begun',
    async (provider) => {
      await portal.storage.clear();
      const address = `/auth/login?${new URLSearchParams({ provider, return_to: '/en/area/' })}`;
      expect(await person.problemAt(address)).toEqual([400, { problem: 'fornitore', returnTo: '/en/area/' }]);
      expect(browser.cookies.size).toBe(0);
      expect(await portal.storage.getKeys()).toEqual([]);
    },
  );

  it('is one that is not named, too', async () => {
    expect(await person.problemAt('/auth/login')).toEqual([400, { problem: 'fornitore', returnTo: '/area/' }]);
  });
});

describe('a sign-in that is cancelled', () => {
  it('is a page that says so, from which one can try again', async () => {
    const back = await person.choose(await person.leave({ provider: 'cie', return_to: '/fr/area/' }), { cancel: 'yes' });
    expect(await person.problemAt(back)).toEqual([200, { problem: 'annullato', returnTo: '/fr/area/' }]);
    expect(await person.session()).toEqual({ signedIn: false });
    expect((await person.signIn('luca-barbero')).pathname).toBe('/area/');
  });

  it('leaves who was signed in before as they were', async () => {
    await person.signIn('luca-barbero');
    await browser.open(await person.choose(await person.leave({ provider: 'spid' }), { cancel: 'yes' }));
    expect(await person.session()).toMatchObject({ givenName: 'Luca' });
  });
});

describe('a provider that is down', () => {
  const unavailable = [503, { problem: 'non-disponibile', returnTo: '/area/salute/' }];
  const login = '/auth/login?provider=spid&return_to=/area/salute/';

  it('when somebody leaves for it is a page that says so', async () => {
    browser = createBrowser(PORTAL_ORIGIN, portal.over(NOWHERE));
    expect(await personAt(browser, backEnds.origin).problemAt(login)).toEqual(unavailable);
  });

  it('is asked again as soon as it answers', async () => {
    const down = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
    expect(await person.problemAt(login)).toEqual(unavailable);
    down.mockRestore();
    expect((await person.signIn('luca-barbero')).pathname).toBe('/area/');
  });

  it.each([
    ['does not answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['lets the time pass', () => Promise.reject(new DOMException('too late', 'TimeoutError'))],
    ['answers 503', async () => new Response('Manutenzione', { status: 503 })],
    ['answers 500 in its own words', async () => Response.json({ error: 'server_error' }, { status: 500 })],
  ])('when somebody comes back and it %s is a page that says so', async (_how, answer) => {
    const back = await person.choose(await person.leave({ provider: 'spid', return_to: '/area/salute/' }), { citizen: 'luca-barbero' });
    vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
    expect(await person.problemAt(back)).toEqual(unavailable);
    expect(await person.session()).toEqual({ signedIn: false });
  });

  it.each(['server_error', 'temporarily_unavailable'])('and says %s is a page that says so', async (error) => {
    const { searchParams } = await person.leave({ provider: 'spid', return_to: '/area/salute/' });
    const answer = new URLSearchParams({ error, state: searchParams.get('state') ?? '', iss: `${backEnds.origin}/oidc` });
    expect(await person.problemAt(`/auth/callback?${answer}`)).toEqual(unavailable);
  });
});

describe('signing out', () => {
  const signOut = (headers: Record<string, string> = { origin: PORTAL_ORIGIN }) =>
    browser.step('/auth/logout', { method: 'POST', headers });

  it('ends the session at the portal, even for who kept the cookie, and leads to the provider’s own end', async () => {
    await person.signIn('giulia-ferraris');
    const id = browser.cookies.get('fdc_session') ?? '';
    const response = await signOut();
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(`${backEnds.origin}/oidc/session/end`);
    expect(browser.cookies.has('fdc_session')).toBe(false);
    browser.cookies.set('fdc_session', id);
    expect(await person.session()).toEqual({ signedIn: false });
  });

  it('leads home when nobody was signed in, and when the provider is down', async () => {
    expect((await signOut()).headers.get('location')).toBe('/');
    await person.signIn('giulia-ferraris');
    const { cookies } = browser;
    browser = createBrowser(PORTAL_ORIGIN, portal.over(NOWHERE));
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect((await signOut()).headers.get('location')).toBe('/');
    expect(await personAt(browser, backEnds.origin).session()).toEqual({ signedIn: false });
  });

  it.each([
    ['from nowhere', {}],
    ['from another site', { origin: 'https://evil.example' }],
    ['from the provider’s pages', { origin: 'http://localhost:4322' }],
    ['from a site beside', { 'sec-fetch-site': 'same-site' }],
  ])('is refused %s, and the session lives', async (_where, headers) => {
    await person.signIn('giulia-ferraris');
    const response = await signOut(headers);
    expect([response.status, response.headers.get('content-type')]).toEqual([403, 'application/problem+json']);
    expect(await person.session()).toMatchObject({ signedIn: true });
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('is not done by %s', async (method) => {
    await person.signIn('giulia-ferraris');
    const response = await browser.step('/auth/logout', { method, headers: { origin: PORTAL_ORIGIN } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await person.session()).toMatchObject({ signedIn: true });
  });

  it('is done all the same in one browser while another stays signed in', async () => {
    await person.signIn('giulia-ferraris');
    const other = createBrowser(PORTAL_ORIGIN, portal.over(`${backEnds.origin}/oidc`));
    const elsewhere = personAt(other, backEnds.origin);
    await elsewhere.signIn('giulia-ferraris');
    await signOut();
    expect(await elsewhere.session()).toMatchObject({ signedIn: true });
  });
});

it('answers 404 under /auth where there is nothing', async () => {
  for (const path of ['/auth/', '/auth/nothing', '/auth/login/more']) expect((await browser.step(path)).status).toBe(404);
});

it('has written nothing about anybody in the log, all this time', async () => {
  await person.signIn('giulia-ferraris');
  const text = JSON.stringify(portal.logged);
  expect(new Set(portal.logged.map(({ event }) => event))).toContain('signed-in');
  for (const { givenName, familyName, fiscalCode, claims } of backEnds.world.citizens) {
    for (const datum of [givenName, familyName, fiscalCode ?? familyName, claims.sub]) expect(text).not.toContain(datum);
  }
  expect(text).not.toMatch(/eyJ|evil\.example|[\w-]{43}/);
});
