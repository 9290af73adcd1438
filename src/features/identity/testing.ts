/** What the tests of sign-in share; the portal itself never imports it. */
import { createStorage, type Storage } from 'unstorage';
import { portal } from '../../platform/portal.ts';
import { createApi, type Handler } from '../../platform/server/api.ts';
import { createSessionStore, type SessionStore } from '../../platform/server/session.ts';
import type { Browser } from '../../platform/server/testing-browser.ts';
import { keptLog, type LoggedLine } from '../../platform/server/testing.ts';
import { createSignIn, identityOperations } from './identity.api.ts';
import { sessionView, SIGN_IN_PROBLEM_STATUS, type SessionView } from './model.ts';
import { createIdentityProvider, type OpenIdOptions } from './sources/openid.ts';

/** Where the portal of the tests is. */
export const PORTAL_ORIGIN = 'http://localhost:4321';

export interface TestPortal {
  /** The portal over the identity provider at `issuer`; all of them share their sessions. */
  over(issuer: string, portalOrigin?: string): Handler;
  sessions: SessionStore;
  storage: Storage;
  logged: LoggedLine[];
  /** The clock of the sessions stands still; this moves it, in milliseconds from where it began. */
  clockAhead: number;
}

/** A portal that can sign people in; a problem's page is its name and where it leads back to, as JSON. */
export function createTestPortal(client: Pick<OpenIdOptions, 'clientId' | 'clientSecret'>): TestPortal {
  const { identity } = portal;
  const { log, lines: logged } = keptLog();
  const storage = createStorage();
  const start = Date.now();
  const sessions = createSessionStore(storage, identity.session, () => start + testPortal.clockAhead);
  const testPortal: TestPortal = {
    sessions,
    storage,
    logged,
    clockAhead: 0,
    over(issuer, portalOrigin = PORTAL_ORIGIN) {
      const provider = createIdentityProvider({ issuer, ...client, portalOrigin, claims: identity.claims });
      const signIn = createSignIn({ identity, provider, sessions, portalOrigin, log });
      const operations = identityOperations({ sessions, portalOrigin });
      const api = createApi({ operations, sessions, portalOrigin, portalName: portal.name, log, now: () => new Date() });
      return async (request) => {
        const { pathname } = new URL(request.url);
        if (pathname.startsWith('/api/v1/')) return api(request);
        if (!pathname.startsWith('/auth/')) return new Response('a page');
        return signIn(request, async (problem, returnTo) =>
          Response.json({ problem, returnTo }, { status: SIGN_IN_PROBLEM_STATUS[problem] }),
        );
      };
    },
  };
  return testPortal;
}

/** What a person does in a browser, with the demo's provider at `providerOrigin`. */
export interface Person {
  /** Leaves for the provider; `change` is what somebody does to the address on the way. */
  leave(query: Record<string, string>, change?: (address: URL) => void): Promise<URL>;
  /** Chooses at the provider; gives the address of the portal to come back to. */
  choose(address: URL, form: Record<string, string>): Promise<URL>;
  /** Goes all the way; gives where it ends. */
  signIn(citizen: string, query?: Record<string, string>): Promise<URL>;
  /** Who the portal says that this is. */
  session(): Promise<SessionView>;
  /** The status and the body of a page that is a problem. */
  problemAt(address: string | URL): Promise<[number, unknown]>;
}

export function personAt(browser: Browser, providerOrigin: string): Person {
  const person: Person = {
    async leave(query, change) {
      const response = await browser.step(`/auth/login?${new URLSearchParams(query)}`);
      const address = new URL(response.headers.get('location') ?? 'about:blank');
      change?.(address);
      return address;
    },
    async choose(address, form) {
      const list = await browser.open(address);
      let response = await browser.step(list.url, { form });
      for (;;) {
        const next = new URL(response.headers.get('location') ?? 'about:blank', providerOrigin);
        if (next.origin !== providerOrigin) return next;
        response = await browser.step(next);
      }
    },
    async signIn(citizen, query = { provider: 'spid' }) {
      const { url } = await browser.open(await person.choose(await person.leave(query), { citizen }));
      return url;
    },
    session: async () => sessionView.parse(await (await browser.step('/api/v1/session')).json()),
    async problemAt(address) {
      const { response } = await browser.open(address);
      return [response.status, await response.json()];
    },
  };
  return person;
}
