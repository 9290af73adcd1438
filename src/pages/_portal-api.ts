import { catalogueOperations, type CatalogueOptions } from '../features/catalogue/catalogue.api.ts';
import { healthOperations } from '../features/health/health.api.ts';
import { createHealthFrontDoor } from '../features/health/sources/health-front-door.ts';
import { identityOperations } from '../features/identity/identity.api.ts';
import { noticesOperations } from '../features/notices/notices.api.ts';
import { createNotifyInbox } from '../features/notices/sources/notify.ts';
import { paymentsOperations } from '../features/payments/payments.api.ts';
import { createPiemontePay } from '../features/payments/sources/piemontepay.ts';
import { findLanguage, SOURCE_LOCALE } from '../i18n/locales.ts';
import { enteByIpa, portal } from '../platform/portal.ts';
import { createApi, type ApiOperation, type Handler } from '../platform/server/api.ts';
import type { Environment } from '../platform/server/environment.ts';
import { logToStdout } from '../platform/server/log.ts';
import { createOpaqueId } from '../platform/server/opaque-id.ts';
import type { SessionStore } from '../platform/server/session.ts';
import { createUpstream } from '../platform/server/upstream.ts';

/** What the API is put together from: nothing here belongs to Node, so that it also runs in a browser. */
export interface PortalApiOptions {
  environment: Environment;
  sessions: SessionStore;
  /** How the back ends are reached. */
  fetch: typeof fetch;
  /** The catalogue in a language that the portal has. */
  listServices: CatalogueOptions['listServices'];
  /** What only a server can do: the static demo does without. */
  serverOperations?: readonly ApiOperation[];
}

/** The operations on a person's data, over the systems that the environment names. */
export function personalOperations(options: Omit<PortalApiOptions, 'sessions' | 'serverOperations'>): ApiOperation[] {
  const { environment, listServices } = options;
  const { sources } = portal;
  const upstream = (baseUrl: string, headers: Record<string, string>) =>
    createUpstream({ baseUrl, headers, timeoutMs: environment.UPSTREAM_TIMEOUT_MS, fetch: options.fetch });
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
      listServices: (locale) => listServices(findLanguage(locale) ? locale : SOURCE_LOCALE),
      portalName: portal.name,
    }),
  ];
}

/** The whole API, for whatever keeps the sessions and wherever the catalogue is. */
export function createPortalApi(options: PortalApiOptions): Handler {
  const { sessions, serverOperations = [] } = options;
  const portalOrigin = options.environment.PORTAL_ORIGIN;
  return createApi({
    operations: [...identityOperations({ sessions, portalOrigin }), ...personalOperations(options), ...serverOperations],
    sessions,
    portalOrigin,
    portalName: portal.name,
    log: logToStdout,
    now: () => new Date(),
  });
}
