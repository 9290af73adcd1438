import { isIPv6 } from 'node:net';

/** A bucket of tokens: as many at once, and one more each time so many milliseconds have passed. */
export interface Allowance {
  burst: number;
  refillMs: number;
}

export interface RateLimitOptions {
  /** For each client, told by its address. */
  perClient: Allowance;
  /** For all together: what a flood from many addresses may reach. */
  total: Allowance;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

/**
 * Takes one request into account, and says whether it may go on.
 * @param address the client's, as the server in front writes it; null when it is not known, which only the total limits
 */
export type RateLimit = (address: string | null) => Promise<boolean>;

interface Bucket {
  tokens: number;
  at: number;
}

const DAY_MS = 86_400_000;
/** Clients told apart at a time; beyond this the one who has come first is forgotten. */
const MOST_CLIENTS = 20_000;

/** Takes a token, if there is one. */
function take(bucket: Bucket, { burst, refillMs }: Allowance, now: number): boolean {
  bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / refillMs);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

/** What one client has in common over its requests: with IPv6 its network (/64), as a household has one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const all = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after];
  return all.slice(0, 4).map((group) => Number.parseInt(group, 16)).join(':');
}

/**
 * Limits requests in the memory of the process. Addresses are never kept: a client is a digest of its address with a
 * random salt, which changes every day and is known to nobody.
 */
export function createRateLimit({ perClient, total, now = Date.now }: RateLimitOptions): RateLimit {
  const all: Bucket = { tokens: total.burst, at: now() };
  let clients = new Map<string, Bucket>();
  let salt = crypto.randomUUID();
  let saltedAt = now();

  async function clientOf(address: string): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${networkOf(address)}`));
    return String.fromCharCode(...new Uint8Array(digest).slice(0, 16));
  }

  return async (address) => {
    if (now() - saltedAt >= DAY_MS) {
      clients = new Map();
      salt = crypto.randomUUID();
      saltedAt = now();
    }
    if (address !== null) {
      const client = await clientOf(address);
      const bucket = clients.get(client) ?? { tokens: perClient.burst, at: now() };
      if (!clients.has(client) && clients.size >= MOST_CLIENTS) {
        for (const [first] of clients) {
          clients.delete(first);
          break;
        }
      }
      clients.set(client, bucket);
      if (!take(bucket, perClient, now())) return false;
    }
    return take(all, total, now());
  };
}
