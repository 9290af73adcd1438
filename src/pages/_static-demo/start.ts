import { createStorage } from 'unstorage';
import * as z from 'zod/mini';
import { serviceSummary, type SuggestibleService } from '../../features/catalogue/model.ts';
import { portal } from '../../platform/portal.ts';
import type { Handler } from '../../platform/server/api.ts';
import { sessionCookieName } from '../../platform/server/cookies.ts';
import { parseEnvironment } from '../../platform/server/environment.ts';
import { createSessionStore, type Identity } from '../../platform/server/session.ts';
import { createPortalApi } from '../_portal-api.ts';

/** The back ends imitated in this page, as the portal needs them. */
export interface ImitatedBackEnds {
  environment: Record<string, string>;
  fetch: typeof fetch;
  /** Who is signed in, the same object as long as it is the same person; null for nobody. */
  person(): Identity | null;
  signOut(): void;
  /** Answers the requests of this page below `/api/v1/`. */
  serve(handle: Handler): Promise<void>;
}

const services = z.array(
  z.object({
    service: serviceSummary,
    rule: z.nullable(z.object({ minAge: z.optional(z.number()), maxAge: z.optional(z.number()) })),
  }),
);

/** The catalogue, which the build has written beside the pages. */
async function listServices(locale: string): Promise<SuggestibleService[]> {
  const response = await fetch(`/static-demo/${locale}/servizi.json`);
  return services.parse(await response.json());
}

/** The request as a server would get it: pages may not write these two headers, browsers add them on the way. */
function asSent(request: Request, cookie: string): Request {
  const headers = new Headers(request.headers);
  headers.set('cookie', cookie);
  headers.set('origin', location.origin);
  return Object.defineProperty(request, 'headers', { value: headers });
}

/**
 * Serves the portal's API inside this page, over imitated back ends. A session is that of the portal, limits included,
 * but lives as long as the page: who is signed in begins another one with the next.
 */
export async function startStaticDemo(backEnds: ImitatedBackEnds): Promise<void> {
  const environment = parseEnvironment(backEnds.environment);
  const sessions = createSessionStore(createStorage(), portal.identity.session);
  const api = createPortalApi({ environment, sessions, fetch: backEnds.fetch, listServices });
  const cookieName = sessionCookieName(environment.PORTAL_ORIGIN);
  let begun: { person: Identity; id: Promise<string> } | null = null;

  // Signing out is a form: a file server can not answer it.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/auth/logout') return;
    event.preventDefault();
    backEnds.signOut();
    location.assign('/');
  });

  await backEnds.serve(async (request) => {
    const person = backEnds.person();
    if (person === null) return api(asSent(request, ''));
    if (person !== begun?.person) begun = { person, id: sessions.create(person) };
    return api(asSent(request, `${cookieName}=${await begun.id}`));
  });
}
