import { createStorage } from 'unstorage';
import { listSuggestible } from '../features/catalogue/catalogue.ts';
import { createSignIn, type ShowProblem } from '../features/identity/identity.api.ts';
import { createIdentityProvider } from '../features/identity/sources/openid.ts';
import { portal } from '../platform/portal.ts';
import type { Handler } from '../platform/server/api.ts';
import { parseEnvironment } from '../platform/server/environment.ts';
import { logToStdout } from '../platform/server/log.ts';
import { createSessionStore } from '../platform/server/session.ts';
import { createPortalApi } from './_portal-api.ts';

/** The back end for front end, put together from the features: plain handlers of web-standard requests. */
export interface PortalBackEnd {
  api: Handler;
  signIn: (request: Request, showProblem: ShowProblem) => Promise<Response>;
}

/** How often sessions that are over are taken away, in milliseconds. */
const SWEEP_INTERVAL_MS = 60_000;

let running: PortalBackEnd | null = null;

/** The back end of this process, made from its environment at the first request (readiness asks for it at start). */
export function portalBackEnd(): PortalBackEnd {
  if (running) return running;
  const environment = parseEnvironment(process.env);
  const sessions = createSessionStore(createStorage(), portal.identity.session);
  setInterval(() => void sessions.sweep().catch(() => undefined), SWEEP_INTERVAL_MS).unref();
  running = {
    api: createPortalApi({ environment, sessions, fetch, listServices: listSuggestible }),
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
