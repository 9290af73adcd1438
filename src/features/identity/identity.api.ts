import { Hono } from 'hono';
import { safeReturnPath } from '../../domain/return-path.ts';
import { findLanguage, localeOfPath, SOURCE_LOCALE } from '../../i18n/locales.ts';
import { localizedPath } from '../../i18n/paths.ts';
import type { AssuranceLevel, Portal } from '../../platform/portal.ts';
import { problemResponse } from '../../platform/problem.ts';
import { isSameOrigin, jsonResponse, sessionOf, type ApiOperation } from '../../platform/server/api.ts';
import { hostCookie, readCookie, sessionCookieName, signInCookieName } from '../../platform/server/cookies.ts';
import type { Log } from '../../platform/server/log.ts';
import { randomId, type SessionStore } from '../../platform/server/session.ts';
import { sessionView, type SessionView, type SignInProblem } from './model.ts';
import { IdentityFailure, type IdentityProvider } from './sources/openid.ts';

export interface IdentityOptions {
  identity: Portal['identity'];
  provider: IdentityProvider;
  sessions: SessionStore;
  portalOrigin: string;
  log: Log;
}

/** Shows the page of a sign-in problem, in the language of the path the person wanted. */
export type ShowProblem = (problem: SignInProblem, returnTo: string) => Promise<Response>;

const HOME_OF_AREA = '/area/';

/** Sign-in and sign-out under `/auth`. */
export function createSignIn(options: IdentityOptions): (request: Request, showProblem: ShowProblem) => Promise<Response> {
  const { identity, provider, sessions, portalOrigin, log } = options;
  const sessionCookie = sessionCookieName(portalOrigin);
  const signInCookie = signInCookieName(portalOrigin);
  const app = new Hono<{ Bindings: { showProblem: ShowProblem } }>().basePath('/auth');

  const redirect = (location: string, cookies: readonly string[]) => {
    const headers = new Headers({ location, 'cache-control': 'no-store' });
    for (const cookie of cookies) headers.append('set-cookie', cookie);
    return new Response(null, { status: 303, headers });
  };
  /** The language of the page that the request comes from. */
  const localeBefore = (request: Request) => {
    const referer = request.headers.get('referer') ?? '';
    return URL.canParse(referer) ? localeOfPath(new URL(referer).pathname) : SOURCE_LOCALE;
  };
  /** The area in the first language of the browser's that the portal has, for who can not be led back anywhere else. */
  const areaInOwnLanguage = (request: Request) => {
    const wanted = (request.headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2));
    return localizedPath(wanted.find((code) => findLanguage(code) !== null) ?? SOURCE_LOCALE, HOME_OF_AREA);
  };
  const problemOf = (error: unknown): SignInProblem => {
    const reason = error instanceof IdentityFailure ? error.reason : 'rejected';
    log('warn', 'sign-in-failed', { reason });
    switch (reason) {
      case 'cancelled':
        return 'annullato';
      case 'rejected':
        return 'scaduto';
      case 'unavailable':
        return 'non-disponibile';
    }
  };

  app.get('/login', async (context) => {
    const request = context.req.raw;
    const query = new URL(request.url).searchParams;
    const returnTo = safeReturnPath(query.get('return_to'), HOME_OF_AREA);
    const way = identity.providers.find(({ id }) => id === query.get('provider'));
    if (!way) return context.env.showProblem('fornitore', returnTo);
    const level: AssuranceLevel = query.get('level') === '2' ? 2 : way.defaultLevel;
    const checks = { state: randomId(), nonce: randomId(), codeVerifier: randomId() };
    try {
      const url = await provider.leave(way, level, checks, query.get('idp'));
      const browser = readCookie(request, signInCookie) ?? randomId();
      await sessions.savePending(checks.state, {
        browser,
        nonce: checks.nonce,
        codeVerifier: checks.codeVerifier,
        returnTo,
        provider: way.id,
        level,
      });
      return redirect(url.href, [hostCookie(signInCookie, browser, portalOrigin)]);
    } catch (error) {
      return context.env.showProblem(problemOf(error), returnTo);
    }
  });

  app.get('/callback', async (context) => {
    const request = context.req.raw;
    // The address the provider was given, not the one a proxy in between may have written.
    const url = new URL(portalOrigin + new URL(request.url).pathname + new URL(request.url).search);
    const state = url.searchParams.get('state') ?? '';
    const pending = await sessions.takePending(state);
    const way = identity.providers.find(({ id }) => id === pending?.provider);
    if (!pending || !way || readCookie(request, signInCookie) !== pending.browser) {
      log('warn', 'sign-in-unknown-state');
      return context.env.showProblem('scaduto', areaInOwnLanguage(request));
    }
    try {
      const who = await provider.comeBack(url, way, { state, nonce: pending.nonce, codeVerifier: pending.codeVerifier });
      if (who.level < pending.level) {
        log('warn', 'sign-in-level-refused', { asked: pending.level });
        return await context.env.showProblem('livello', pending.returnTo);
      }
      const before = readCookie(request, sessionCookie);
      if (before !== null) await sessions.end(before);
      const id = await sessions.create(who);
      log('info', 'signed-in', { provider: who.provider, assuranceLevel: who.level });
      return redirect(pending.returnTo, [hostCookie(sessionCookie, id, portalOrigin)]);
    } catch (error) {
      return context.env.showProblem(problemOf(error), pending.returnTo);
    }
  });

  app.post('/logout', async (context) => {
    const request = context.req.raw;
    if (!isSameOrigin(request, portalOrigin)) return problemResponse('foreign-origin', crypto.randomUUID());
    const id = readCookie(request, sessionCookie);
    const session = id === null ? null : await sessions.use(id);
    if (id !== null) await sessions.end(id);
    log('info', 'signed-out');
    const cookies = [hostCookie(sessionCookie, '', portalOrigin)];
    const home = localizedPath(localeBefore(request), '/');
    // The provider may be down: the portal's own session is over all the same.
    const elsewhere = session ? await provider.signOutUrl(home).catch(() => null) : null;
    const response = redirect(elsewhere?.href ?? home, cookies);
    // Nobody comes back to the person's pages with the browser's "back".
    response.headers.set('clear-site-data', '"cache"');
    return response;
  });

  app.all('/logout', () => {
    const response = problemResponse('method-not-allowed', crypto.randomUUID());
    response.headers.set('allow', 'POST');
    return response;
  });
  app.notFound(() => problemResponse('not-found', crypto.randomUUID()));
  app.onError((error, context) => {
    log('error', 'sign-in-error', { name: error.name });
    return context.env.showProblem('non-disponibile', HOME_OF_AREA);
  });
  return async (request, showProblem) => app.fetch(request, { showProblem });
}

/** `/api/v1/session`: who is signed in, for the pages. */
export function identityOperations({ sessions, portalOrigin }: Pick<IdentityOptions, 'sessions' | 'portalOrigin'>): ApiOperation[] {
  return [
    {
      method: 'get',
      path: '/session',
      summary: 'Who is signed in, and for how long',
      response: { type: 'application/json', schema: sessionView },
      access: 'public',
      handle: async ({ request }) => {
        const session = await sessionOf(request, sessions, portalOrigin);
        const view: SessionView = session
          ? {
              signedIn: true,
              tag: session.tag,
              givenName: session.givenName,
              familyName: session.familyName,
              hasFiscalCode: session.fiscalCode !== null,
              level: session.level,
              provider: session.provider,
              secondsLeft: sessions.secondsLeft(session),
            }
          : { signedIn: false };
        return jsonResponse(view);
      },
    },
  ];
}
