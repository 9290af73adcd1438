/** The imitated systems inside a browser's page: for the static demo. Their state lives as long as the page. */
import { getResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import { dayInItaly } from '../src/domain/day.ts';
import type { AssuranceLevel, WayIn } from './citizens/index.ts';
import { demoEnvironment } from './credentials.ts';
import { createHandlers } from './handlers.ts';
import { choiceCookie, readChoice } from './static-demo/choice.ts';
import { createWorld } from './world.ts';

/** What the imitated identity provider says about the person who chose a name. */
export interface DemoPerson {
  givenName: string;
  familyName: string;
  fiscalCode: string | null;
  /** `YYYY-MM-DD` */
  dateOfBirth: string;
  level: AssuranceLevel;
  provider: WayIn;
}

export interface BrowserBackEnds {
  /** The environment that makes the portal speak to these back ends. */
  environment: Record<string, string>;
  /** Reaches the imitated systems; nothing goes over the network. */
  fetch: typeof fetch;
  /** Who is signed in, the same object as long as it is the same person; null for nobody. */
  person(): DemoPerson | null;
  signOut(): void;
  /** Answers the requests of this page below `/api/v1/` with `handle`; all others go where they would go. */
  serve(handle: (request: Request) => Promise<Response>): Promise<void>;
}

/** Makes the imitated systems of this page; their dates count from today in Italy. */
export function createBackEnds(): BrowserBackEnds {
  const { origin } = location;
  const world = createWorld(dayInItaly(new Date()), { demoOrigin: origin });
  const handlers = createHandlers(world);
  let known: { cookie: string; person: DemoPerson | null } = { cookie: '', person: null };

  function personOf(cookies: string): DemoPerson | null {
    const choice = readChoice(cookies);
    const citizen = world.citizens.find(({ id }) => id === choice?.citizen);
    if (choice === null || citizen === undefined) return null;
    const { givenName, familyName, fiscalCode, birthDate: dateOfBirth, wayIn: provider } = citizen;
    // As at the imitated provider: level 2 for who has it, and for anybody when nothing less is asked.
    const level = citizen.level === 2 ? 2 : choice.level;
    return { givenName, familyName, fiscalCode, dateOfBirth, level, provider };
  }

  return {
    environment: demoEnvironment({ demoOrigin: origin, portalOrigin: origin }),
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const left = new Promise<never>((_, reject) => {
        request.signal.addEventListener('abort', () => reject(new DOMException('No longer waited for', 'AbortError')));
      });
      const response = await Promise.race([getResponse(handlers, request), left]);
      if (response === undefined) throw new TypeError(`No imitated system is at ${new URL(request.url).pathname}`);
      return response;
    },
    person() {
      const { cookie } = document;
      if (cookie !== known.cookie) known = { cookie, person: personOf(cookie) };
      return known.person;
    },
    signOut() {
      document.cookie = choiceCookie(null, origin);
    },
    async serve(handle) {
      const worker = setupWorker(http.all('/api/v1/*', ({ request }) => handle(request)));
      await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
    },
  };
}
