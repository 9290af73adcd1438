import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoCredentials } from '../../../mocks/credentials.ts';
import { startDemoBackEnds, type DemoBackEnds } from '../../../mocks/server.ts';
import { createBrowser, type Browser } from '../../platform/server/testing-browser.ts';
import { createTestPortal, personAt, PORTAL_ORIGIN, type Person } from './testing.ts';

const portal = createTestPortal(demoCredentials.oidc);

let backEnds: DemoBackEnds;
let browser: Browser;
let person: Person;

beforeAll(async () => {
  backEnds = await startDemoBackEnds({ port: 0, host: '127.0.0.1', today: '2026-11-23', portalOrigin: PORTAL_ORIGIN });
});
beforeEach(() => {
  portal.clockAhead = 0;
  browser = createBrowser(PORTAL_ORIGIN, portal.over(`${backEnds.origin}/oidc`));
  person = personAt(browser, backEnds.origin);
});
afterEach(() => {
  vi.restoreAllMocks();
  // Whatever a test did, the portal sent nobody but to itself or to the provider, and kept all tokens to itself.
  for (const { location, body, cookies } of browser.seen) {
    const place = location ?? '/';
    expect(place.startsWith(`${backEnds.origin}/oidc/`) || /^\/(?!\/)/.test(place), place).toBe(true);
    expect(body + cookies.join()).not.toMatch(/eyJ|id_token|access_token|demo-only/);
    for (const cookie of cookies) expect(cookie).toMatch(/^fdc_\w+=[\w-]*; Path=\/; HttpOnly; SameSite=Lax(; Max-Age=0)?$/);
  }
});
afterAll(() => backEnds.close());

describe('signing in', () => {
  it('comes back to the page that was asked for', async () => {
    const url = await person.signIn('giulia-ferraris', { provider: 'spid', return_to: '/ar/area/notifiche/?id=abc' });
    expect(url.href).toBe(`${PORTAL_ORIGIN}/ar/area/notifiche/?id=abc`);
  });

  it('comes back to the overview when nothing was asked for', async () => {
    expect((await person.signIn('giulia-ferraris')).pathname).toBe('/area/');
  });

  it('lets every demo citizen in, as who they are', async () => {
    for (const { id, givenName, familyName, fiscalCode, wayIn, level } of backEnds.world.citizens) {
      await person.signIn(id, { provider: wayIn });
      const wanted = { signedIn: true, givenName, familyName, hasFiscalCode: fiscalCode !== null, level, provider: wayIn };
      expect(await person.session()).toMatchObject({ ...wanted, secondsLeft: 15 * 60 });
    }
  });

  it('gives the session an id of its own, whatever cookie was there before', async () => {
    const planted = 'a'.repeat(43);
    browser.cookies.set('fdc_session', planted);
    await person.signIn('giulia-ferraris');
    const first = browser.cookies.get('fdc_session') ?? '';
    expect(first).not.toBe(planted);
    await person.signIn('elena-russo');
    expect(browser.cookies.get('fdc_session')).not.toBe(first);
    expect(await portal.sessions.use(first)).toBeNull();
    expect(await person.session()).toMatchObject({ givenName: 'Elena' });
  });

  it('leaves nothing of itself behind in the store but the session', async () => {
    await portal.storage.clear();
    await person.signIn('giulia-ferraris');
    expect(await portal.storage.getKeys()).toEqual([`session:${browser.cookies.get('fdc_session') ?? ''}`]);
  });

  it('sends no code, state or token on to the page', async () => {
    const url = await person.signIn('giulia-ferraris');
    expect(url.search).toBe('');
  });

  it('uses cookies that are bound to https and to the host wherever there is https', async () => {
    const origin = 'https://portale.example.it';
    const response = await portal.over(`${backEnds.origin}/oidc`, origin)(new Request(`${origin}/auth/login?provider=spid`));
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-fdc_sign_in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });
});

describe('a level of assurance', () => {
  it('that is asked for is reached by stepping up', async () => {
    await person.signIn('elena-russo');
    expect(await person.session()).toMatchObject({ level: 1 });
    await person.signIn('elena-russo', { provider: 'spid', level: '2' });
    expect(await person.session()).toMatchObject({ level: 2 });
  });

  it('that was asked for and not reached lets nobody in, even if the request was changed on the way', async () => {
    const address = await person.leave({ provider: 'spid', level: '2', return_to: '/area/pagamenti/' }, ({ searchParams }) => {
      searchParams.set('acr_values', 'https://www.spid.gov.it/SpidL1');
    });
    const back = await person.choose(address, { citizen: 'elena-russo' });
    expect(await person.problemAt(back)).toEqual([403, { problem: 'livello', returnTo: '/area/pagamenti/' }]);
    expect(await person.session()).toEqual({ signedIn: false });
  });
});

describe('coming back is refused', () => {
  const expired = [400, { problem: 'scaduto', returnTo: '/area/' }];
  const back = async (citizen = 'giulia-ferraris') => person.choose(await person.leave({ provider: 'spid' }), { citizen });
  afterEach(async () => {
    expect(await person.session()).toEqual({ signedIn: false });
  });

  it('a second time with the same answer', async () => {
    const address = await back();
    await browser.open(address);
    browser.cookies.delete('fdc_session');
    expect(await person.problemAt(address)).toEqual(expired);
  });

  it.each([
    ['without a state', (address: URL) => address.searchParams.delete('state')],
    ['with an empty state', (address: URL) => address.searchParams.set('state', '')],
    ['with a state nobody gave out', (address: URL) => address.searchParams.set('state', 'a'.repeat(43))],
    ['with two states', (address: URL) => address.searchParams.append('state', 'b')],
    ['without a code', (address: URL) => address.searchParams.delete('code')],
    ['with a code that was made up', (address: URL) => address.searchParams.set('code', 'made-up')],
    ['in the name of another provider', (address: URL) => address.searchParams.set('iss', 'https://evil.example')],
  ])('%s', async (_how, change) => {
    const address = await back();
    change(address);
    expect(await person.problemAt(address)).toEqual(expired);
  });

  it('to a browser that did not begin it', async () => {
    const address = await back();
    browser.cookies.delete('fdc_sign_in');
    expect(await person.problemAt(address)).toEqual(expired);
  });

  it('to a browser that began another one', async () => {
    const address = await back();
    browser.cookies.set('fdc_sign_in', 'b'.repeat(43));
    expect(await person.problemAt(address)).toEqual(expired);
  });

  it('after a quarter of an hour', async () => {
    const address = await back();
    portal.clockAhead = 15 * 60_000;
    expect(await person.problemAt(address)).toEqual(expired);
    portal.clockAhead = 0;
  });

  it.each(['nonce', 'code_challenge'])('when the %s of the request was changed on the way', async (name) => {
    const address = await person.leave({ provider: 'spid' }, ({ searchParams }) => {
      searchParams.set(name, 'a'.repeat(43));
    });
    expect(await person.problemAt(await person.choose(address, { citizen: 'giulia-ferraris' }))).toEqual(expired);
  });

  it.each([
    ['says another name', (_header: string, claims: string) => [undefined, claims.replace('Giulia', 'Elena')]],
    ['says that nobody signed it', (header: string) => [header.replace('RS256', 'none'), undefined]],
  ])('when the ID token %s', async (_what, change) => {
    const address = await back();
    const real = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const response = await real(input, init);
      if (!response.url.endsWith('/oidc/token')) return response;
      const text = (await response.text()).replace(/"id_token":"([^."]+)\.([^."]+)\./, (_whole, header: string, claims: string) => {
        const read = (part: string) => Buffer.from(part, 'base64url').toString();
        const write = (part: string) => Buffer.from(part).toString('base64url');
        const [newHeader, newClaims] = change(read(header), read(claims));
        return `"id_token":"${newHeader === undefined ? header : write(newHeader)}.${newClaims === undefined ? claims : write(newClaims)}.`;
      });
      return new Response(text, response);
    });
    expect(await person.problemAt(address)).toEqual(expired);
  });
});
