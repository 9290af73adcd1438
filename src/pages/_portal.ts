import { createStorage } from 'unstorage';
import { listSuggestible } from '../features/catalogue/catalogue.ts';
import { createRatingForm, feedbackOperations, type FeedbackOptions, type RatingForm } from '../features/feedback/feedback.api.ts';
import { createRateLimit } from '../features/feedback/rate-limit.ts';
import { createSignIn, type ShowProblem } from '../features/identity/identity.api.ts';
import { createIdentityProvider } from '../features/identity/sources/openid.ts';
import type { SourceStatus } from '../features/status/model.ts';
import { createProbe, type CheckedSource } from '../features/status/sources/reachability.ts';
import { createStatusWatch } from '../features/status/status.api.ts';
import { portal } from '../platform/portal.ts';
import type { Handler } from '../platform/server/api.ts';
import { parseEnvironment, type Environment } from '../platform/server/environment.ts';
import { logToStdout } from '../platform/server/log.ts';
import { createOpaqueId } from '../platform/server/opaque-id.ts';
import { createSessionStore } from '../platform/server/session.ts';
import { createSqliteStore } from '../platform/server/store/sqlite.ts';
import { createPortalApi } from './_portal-api.ts';

/** The back end for front end, put together from the features: plain handlers of web-standard requests. */
export interface PortalBackEnd {
  api: Handler;
  signIn: (request: Request, showProblem: ShowProblem) => Promise<Response>;
  /** The survey as a plain form. */
  rate: RatingForm;
  /** How the sources stand; null when it can not be read. */
  status: () => Promise<SourceStatus[] | null>;
}

/** How often sessions that are over are taken away, in milliseconds. */
const SWEEP_INTERVAL_MS = 60_000;

/** How often it is looked whether a source is to be checked, in milliseconds. */
const STATUS_INTERVAL_MS = 5 * 60_000;

/** The source that signing in is, among the others. */
export const SIGN_IN_SOURCE = 'sign-in';

/**
 * Ratings that are taken: twenty at once from one place, where a family or an office may be, then four a minute; from
 * everywhere a few hundred at once, then two a second, far more than a portal of this size is sent.
 */
const RATING_LIMITS = { perClient: { burst: 20, refillMs: 15_000 }, total: { burst: 300, refillMs: 500 } };

let running: PortalBackEnd | null = null;

/** The back end of this process, made from its environment at the first request (readiness asks for it at start). */
export function portalBackEnd(): PortalBackEnd {
  if (running) return running;
  const environment = parseEnvironment(process.env);
  const sessions = createSessionStore(createStorage(), portal.identity.session);
  const store = createSqliteStore(environment.STORE_FILE);
  const now = () => new Date();
  const feedback: FeedbackOptions = {
    ratings: store.ratings,
    limit: createRateLimit(RATING_LIMITS),
    opaqueId: createOpaqueId(environment.ID_SECRET),
    portalOrigin: environment.PORTAL_ORIGIN,
    log: logToStdout,
    now,
  };
  const watch = createStatusWatch({
    sources: checkedSources(environment),
    probe: createProbe({ fetch, timeoutMs: environment.UPSTREAM_TIMEOUT_MS }),
    store: store.sourceChecks,
    log: logToStdout,
    now,
  });
  setInterval(() => void sessions.sweep().catch(() => undefined), SWEEP_INTERVAL_MS).unref();
  setInterval(() => void watch.check(), STATUS_INTERVAL_MS).unref();
  void watch.check();
  running = {
    api: createPortalApi({
      environment,
      sessions,
      fetch,
      listServices: listSuggestible,
      serverOperations: feedbackOperations(feedback),
    }),
    rate: createRatingForm(feedback),
    // Why it can not be read is in the log of the next check.
    status: () => watch.read().catch(() => null),
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

/**
 * Where each system is asked whether it is there, with nobody's data: where its contract has no operation that concerns
 * no person, any answer of the address all its operations begin with will do.
 */
function checkedSources(environment: Environment): CheckedSource[] {
  const { notices, payments, health } = portal.sources;
  const below = (base: string, path: string) => base.replace(/\/$/, '') + path;
  return [
    { id: 'notices', name: notices.name, address: below(environment.NOTIFY_URL, '/api/v1'), expects: 'any-answer' },
    { id: 'payments', name: payments.name, address: below(environment.PIEMONTEPAY_URL, '/api/v1'), expects: 'any-answer' },
    { id: 'health', name: health.name, address: below(environment.HEALTH_URL, '/api/v1'), expects: 'any-answer' },
    {
      id: SIGN_IN_SOURCE,
      name: SIGN_IN_SOURCE,
      address: below(environment.OIDC_ISSUER, '/.well-known/openid-configuration'),
      expects: 'success',
    },
  ];
}
