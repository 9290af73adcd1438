import { createStorage } from 'unstorage';
import { catalogueOperations } from '../features/catalogue/catalogue.api.ts';
import { listSuggestible } from '../features/catalogue/catalogue.ts';
import { healthOperations } from '../features/health/health.api.ts';
import { createHealthFrontDoor } from '../features/health/sources/health-front-door.ts';
import { createSignIn, identityOperations, type ShowProblem } from '../features/identity/identity.api.ts';
import { createIdentityProvider } from '../features/identity/sources/openid.ts';
import { noticesOperations } from '../features/notices/notices.api.ts';
import { createNotifyInbox } from '../features/notices/sources/notify.ts';
import { paymentsOperations } from '../features/payments/payments.api.ts';
import { createPiemontePay } from '../features/payments/sources/piemontepay.ts';
import { findLanguage, SOURCE_LOCALE } from '../i18n/locales.ts';
import { enteByIpa, portal } from '../platform/portal.ts';
import { createApi, type ApiOperation, type Handler } from '../platform/server/api.ts';
import { parseEnvironment, type Environment } from '../platform/server/environment.ts';
import { logToStdout } from '../platform/server/log.ts';
import { createOpaqueId } from '../platform/server/opaque-id.ts';
import { createSessionStore, type SessionStore } from '../platform/server/session.ts';
import { createUpstream } from '../platform/server/upstream.ts';

/** The back end for front end, put together from the features: plain handlers of web-standard requests. */
export interface PortalBackEnd {
  api: Handler;
  signIn: (request: Request, showProblem: ShowProblem) => Promise<Response>;
}

/** The operations on a person's data, over the systems that the environment names. */
export function personalOperations(environment: Environment, doFetch: typeof fetch): ApiOperation[] {
  const { sources } = portal;
  const upstream = (baseUrl: string, headers: Record<string, string>) =>
    createUpstream({ baseUrl, headers, timeoutMs: environment.UPSTREAM_TIMEOUT_MS, fetch: doFetch });
  const credentials = btoa(`${environment.PIEMONTEPAY_USERNAME}:${environment.PIEMONTEPAY_PASSWORD}`);
  return [
    ...noticesOperations({
      config: sources.notices,
      inbox: createNotifyInbox(upstream(environment.NOTIFY_URL, { 'x-authentication': environment.NOTIFY_TOKEN })),
    }),
    ...paymentsOperations({
      config: sources.payments,
      enti: sources.payments.enti.map(enteByIpa),
      debtPositions: createPiemontePay(
        upstream(environment.PIEMONTEPAY_URL, { authorization: `Basic ${credentials}` }),
        createOpaqueId(environment.ID_SECRET),
      ),
    }),
    ...healthOperations({
      config: sources.health,
      frontDoor: createHealthFrontDoor(upstream(environment.HEALTH_URL, { authorization: `Bearer ${environment.HEALTH_TOKEN}` })),
    }),
    ...catalogueOperations({
      listServices: (locale) => listSuggestible(findLanguage(locale) ? locale : SOURCE_LOCALE),
      portalName: portal.name,
    }),
  ];
}

/** The whole API, for whatever keeps the sessions. */
export function createPortalApi(environment: Environment, sessions: SessionStore, doFetch: typeof fetch): Handler {
  const portalOrigin = environment.PORTAL_ORIGIN;
  return createApi({
    operations: [...identityOperations({ sessions, portalOrigin }), ...personalOperations(environment, doFetch)],
    sessions,
    portalOrigin,
    portalName: portal.name,
    log: logToStdout,
    now: () => new Date(),
  });
}

let running: PortalBackEnd | null = null;

/** The back end of this process, made from its environment at the first request (readiness asks for it at start). */
export function portalBackEnd(): PortalBackEnd {
  if (running) return running;
  const environment = parseEnvironment(process.env);
  const sessions = createSessionStore(createStorage(), portal.identity.session);
  running = {
    api: createPortalApi(environment, sessions, fetch),
    signIn: createSignIn({
      identity: portal.identity,
      provider: createIdentityProvider({
        issuer: environment.OIDC_ISSUER,
        clientId: environment.OIDC_CLIENT_ID,
        clientSecret: environment.OIDC_CLIENT_SECRET,
        portalOrigin: environment.PORTAL_ORIGIN,
        claims: portal.identity.claims,
      }),
      sessions,
      portalOrigin: environment.PORTAL_ORIGIN,
      log: logToStdout,
    }),
  };
  return running;
}
