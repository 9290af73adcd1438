import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import portal from '../content/portal.json' with { type: 'json' };
import { demoCredentials } from './credentials.ts';
import { startDemoBackEnds, type DemoBackEnds } from './server.ts';

const portalOrigin = 'http://localhost:4321';
const redirectUri = `${portalOrigin}/auth/callback`;
const l1 = 'https://www.spid.gov.it/SpidL1';
const l2 = 'https://www.spid.gov.it/SpidL2';

const warn = vi.spyOn(console, 'warn');
const info = vi.spyOn(console, 'info');

let backEnds: DemoBackEnds;
let config: client.Configuration;

beforeAll(async () => {
  backEnds = await startDemoBackEnds({ port: 0, host: '127.0.0.1', today: '2026-11-23', portalOrigin });
  const { clientId, clientSecret } = demoCredentials.oidc;
  config = await client.discovery(
    new URL(`${backEnds.origin}/oidc`),
    clientId,
    clientSecret,
    client.ClientSecretBasic(clientSecret),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated only to stand out: the demo speaks plain http
    { execute: [client.allowInsecureRequests] },
  );
});

afterAll(() => backEnds.close());

/** A browser of few words: it keeps cookies and follows redirects inside the back ends only. */
function createBrowser() {
  const cookies = new Map<string, string>();
  async function open(address: string | URL, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null || location.startsWith(portalOrigin)) return response;
    return open(new URL(location, address));
  }
  return { cookies, open };
}

async function request(acrValues: string | undefined) {
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(acrValues === undefined ? {} : { acr_values: acrValues }),
  });
  return { address, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce } };
}

function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? 'about:blank');
}

/** Goes the whole way that a browser goes; `form` is what is sent from the list of citizens. */
async function choose(browser: ReturnType<typeof createBrowser>, form: Record<string, string>, acrValues?: string) {
  const { address, checks } = await request(acrValues);
  const list = await browser.open(address);
  // The form has no action: it goes to the address of the page.
  return { back: locationOf(await browser.open(list.url, form)), checks };
}

async function signIn(citizen: string, acrValues?: string, browser = createBrowser()) {
  const { back, checks } = await choose(browser, { citizen }, acrValues);
  return client.authorizationCodeGrant(config, back, checks);
}

describe('signing in', () => {
  it('tells in the ID token who came in and at which level', async () => {
    const tokens = await signIn('giulia-ferraris', `${l2} ${l1}`);
    const names = portal.identity.claims;
    expect(tokens.claims()).toMatchObject({
      [names.givenName]: 'Giulia',
      [names.familyName]: 'Ferraris',
      [names.dateOfBirth]: '1988-04-12',
      [names.fiscalNumber]: 'TINIT-FRRGLI88D52A859P',
      locale: 'it',
      acr: l2,
    });
  });

  it('tells the same at userinfo', async () => {
    const tokens = await signIn('luca-barbero', l2);
    const sub = tokens.claims()?.sub ?? '';
    expect(await client.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({ sub, family_name: 'Barbero' });
  });

  it('sends no fiscal code for somebody from abroad', async () => {
    const claims = (await signIn('nour-el-amrani', 'http://eidas.europa.eu/LoA/substantial')).claims();
    expect(claims).toMatchObject({ family_name: 'El Amrani', locale: 'ar' });
    expect(claims).not.toHaveProperty([portal.identity.claims.fiscalNumber]);
  });

  it('lets somebody at level 1 step up, in the same browser', async () => {
    const browser = createBrowser();
    expect((await signIn('elena-russo', `${l2} ${l1}`, browser)).claims()?.['acr']).toBe(l1);
    expect((await signIn('elena-russo', l2, browser)).claims()?.['acr']).toBe(l2);
  });

  it('asks again every time, and lets another citizen in', async () => {
    const browser = createBrowser();
    const first = await signIn('giulia-ferraris', l2, browser);
    const second = await signIn('fabio-marino', l2, browser);
    expect(second.claims()?.['family_name']).toBe('Marino');
    const sub = first.claims()?.sub ?? '';
    expect(await client.fetchUserInfo(config, first.access_token, sub)).toMatchObject({ family_name: 'Ferraris' });
  });

  it('ends with access_denied when it is cancelled', async () => {
    const { back, checks } = await choose(createBrowser(), { cancel: 'yes' });
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe(checks.expectedState);
  });

  it('has cookies of its own', async () => {
    const browser = createBrowser();
    await signIn('luca-barbero', l2, browser);
    expect([...browser.cookies.keys()].filter((name) => !name.startsWith('demo_idp_'))).toEqual([]);
  });
});

describe('what is refused', () => {
  it('a request without PKCE', async () => {
    const { address } = await request(l2);
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    const back = locationOf(await createBrowser().open(address));
    expect(back.searchParams.get('error')).toBe('invalid_request');
  });

  it('a return to somewhere else, with a page that says so', async () => {
    const { address } = await request(l2);
    address.searchParams.set('redirect_uri', 'https://example.org/auth/callback');
    const response = await fetch(address, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('L’accesso non è andato avanti');
  });

  it('a code that was used before', async () => {
    const { back, checks } = await choose(createBrowser(), { citizen: 'luca-barbero' }, l2);
    await client.authorizationCodeGrant(config, back, checks);
    await expect(client.authorizationCodeGrant(config, back, checks)).rejects.toThrow();
  });

  it('a choice without the request that it belongs to', async () => {
    const response = await fetch(`${backEnds.origin}/oidc/interaction/unknown`, {
      method: 'POST',
      body: new URLSearchParams({ citizen: 'luca-barbero' }),
    });
    expect(response.status).toBe(400);
  });
});

describe('the list of citizens', () => {
  it('has a button for each, with the name alone, and a policy without unsafe sources', async () => {
    const { address } = await request(l1);
    const response = await createBrowser().open(address);
    const page = await response.text();
    const buttons = [...page.matchAll(/<button name="citizen"[^>]*>([^<]*)<\/button>/g)].map((match) => match[1]);
    expect(buttons).toEqual(backEnds.world.citizens.map((citizen) => citizen.fullName));
    expect(page.match(/<h1/g)).toHaveLength(1);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(`form-action 'self' ${portalOrigin}`);
  });
});

describe('signing out', () => {
  it.each(['/', '/ar/'])('returns to %s of the portal', async (path) => {
    const browser = createBrowser();
    const tokens = await signIn('giulia-ferraris', l2, browser);
    const leave = client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${portalOrigin}${path}`,
    });
    const page = await (await browser.open(leave)).text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(page).toContain('requestSubmit');
    expect(locationOf(await browser.open(action, { xsrf, logout: 'yes' })).href).toBe(`${portalOrigin}${path}`);
  });

  it('asks once when it is not known who wants to leave', async () => {
    const browser = createBrowser();
    await signIn('giulia-ferraris', l2, browser);
    const page = await (await browser.open(`${backEnds.origin}/oidc/session/end`)).text();
    expect(page).not.toContain('<script');
    expect(page).toContain('Esci');
  });
});

it('works without a word on the console', () => {
  expect([...warn.mock.calls, ...info.mock.calls]).toEqual([]);
});
