import type { Storage } from 'unstorage';
import * as z from 'zod/mini';

const session = z.object({
  givenName: z.string(),
  familyName: z.string(),
  /** Null for a person without an Italian fiscal code (eIDAS). */
  fiscalCode: z.nullable(z.string()),
  dateOfBirth: z.nullable(z.string()),
  level: z.union([z.literal(1), z.literal(2)]),
  /** The way in, as `portal.json` names it. */
  provider: z.string(),
  /** Names the session to its own pages, which can tell with it that another person has signed in since; opens nothing. */
  tag: z.string(),
  /** Instants in milliseconds since the epoch. */
  startedAt: z.number(),
  lastSeenAt: z.number(),
});

/** What the portal keeps of a signed-in person, on the server only. */
export type Session = z.infer<typeof session>;

/** What is known of a person who has just signed in. */
export type Identity = Omit<Session, 'tag' | 'startedAt' | 'lastSeenAt'>;

const pendingSignIn = z.object({
  /** Ties the answer to the browser that asked. */
  browser: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  provider: z.string(),
  level: z.union([z.literal(1), z.literal(2)]),
  startedAt: z.number(),
});

/** A sign-in that has left for the provider and has not come back. */
export type PendingSignIn = z.infer<typeof pendingSignIn>;

/** How long a person may take at the provider, in milliseconds. */
const SIGN_IN_LIMIT = 15 * 60_000;
/** A session's last use is written again only after this long, in milliseconds. */
const TOUCH_INTERVAL = 30_000;

/** Where sessions are kept. Ids are opaque and random; nothing of a person is in them. */
export interface SessionStore {
  create(identity: Identity): Promise<string>;
  /** The live session with this id, its last use renewed; null when it is over or never was. */
  use(id: string): Promise<Session | null>;
  /** Seconds until the session ends if it is not used again. */
  secondsLeft(session: Session): number;
  end(id: string): Promise<void>;
  /** Takes away what is over: stores keep no clock of their own everywhere. To be called every minute or so. */
  sweep(): Promise<void>;
  savePending(state: string, pending: Omit<PendingSignIn, 'startedAt'>): Promise<void>;
  /** Takes a pending sign-in away: it serves once. */
  takePending(state: string): Promise<PendingSignIn | null>;
}

/** 256 random bits, for ids that nobody can guess. */
export function randomId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export interface SessionLimits {
  idleMinutes: number;
  absoluteMinutes: number;
}

/** Sessions in an unstorage store. */
export function createSessionStore(storage: Storage, limits: SessionLimits, now: () => number = Date.now): SessionStore {
  const endsAt = (one: Session) =>
    Math.min(one.lastSeenAt + limits.idleMinutes * 60_000, one.startedAt + limits.absoluteMinutes * 60_000);
  const isId = (id: string) => /^[\w-]{43}$/.test(id);

  async function sweep() {
    for (const key of await storage.getKeys('session')) {
      const parsed = session.safeParse(await storage.getItem(key));
      if (!parsed.success || endsAt(parsed.data) <= now()) await storage.removeItem(key);
    }
    for (const key of await storage.getKeys('sign-in')) {
      const parsed = pendingSignIn.safeParse(await storage.getItem(key));
      if (!parsed.success || parsed.data.startedAt + SIGN_IN_LIMIT <= now()) await storage.removeItem(key);
    }
  }

  return {
    sweep,
    async create(identity) {
      const id = randomId();
      await storage.setItem(`session:${id}`, { ...identity, tag: randomId(), startedAt: now(), lastSeenAt: now() });
      return id;
    },
    async use(id) {
      if (!isId(id)) return null;
      const parsed = session.safeParse(await storage.getItem(`session:${id}`));
      if (!parsed.success) return null;
      if (endsAt(parsed.data) <= now()) {
        await storage.removeItem(`session:${id}`);
        return null;
      }
      const used = { ...parsed.data, lastSeenAt: now() };
      // A session that was ended while it was read must not be written back.
      const isStale = used.lastSeenAt - parsed.data.lastSeenAt > TOUCH_INTERVAL;
      if (isStale && (await storage.hasItem(`session:${id}`))) await storage.setItem(`session:${id}`, used);
      return used;
    },
    secondsLeft: (one) => Math.max(0, Math.floor((endsAt(one) - now()) / 1000)),
    async end(id) {
      if (isId(id)) await storage.removeItem(`session:${id}`);
    },
    async savePending(state, pending) {
      await storage.setItem(`sign-in:${state}`, { ...pending, startedAt: now() });
    },
    async takePending(state) {
      if (!isId(state)) return null;
      const parsed = pendingSignIn.safeParse(await storage.getItem(`sign-in:${state}`));
      await storage.removeItem(`sign-in:${state}`);
      return parsed.success && parsed.data.startedAt + SIGN_IN_LIMIT > now() ? parsed.data : null;
    },
  };
}
