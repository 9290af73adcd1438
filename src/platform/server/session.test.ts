import { createStorage } from 'unstorage';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSessionStore, randomId, type Identity, type PendingSignIn } from './session.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:30:00Z');

const ada: Identity = {
  givenName: 'Ada',
  familyName: 'Rossi',
  fiscalCode: 'RSSDAA80A41L219T',
  dateOfBirth: '1980-01-01',
  level: 2,
  provider: 'spid',
};

let now = START;
let storage = createStorage();
const storeOn = (over: typeof storage) =>
  createSessionStore(over, { idleMinutes: 15, absoluteMinutes: 480 }, () => now);
let sessions = storeOn(storage);

beforeEach(() => {
  now = START;
  storage = createStorage();
  sessions = storeOn(storage);
});

const after = (minutes: number) => {
  now += minutes * MINUTE;
};

const kept = () => storage.getKeys();

describe('a session', () => {
  it('is who signed in', async () => {
    const id = await sessions.create(ada);
    expect(await sessions.use(id)).toMatchObject({ ...ada, startedAt: START, lastSeenAt: START });
  });

  it('has a tag of its own, which is not its id', async () => {
    const [first, second] = [await sessions.create(ada), await sessions.create(ada)];
    const tags = [(await sessions.use(first))?.tag, (await sessions.use(second))?.tag];
    expect(new Set([first, second, ...tags]).size).toBe(4);
  });

  it('ends when it is not used for the idle time, and is forgotten', async () => {
    const id = await sessions.create(ada);
    after(15);
    expect(await sessions.use(id)).toBeNull();
    expect(await kept()).toEqual([]);
  });

  it('lives to the last moment of the idle time', async () => {
    const id = await sessions.create(ada);
    now += 15 * MINUTE - 1;
    expect(await sessions.use(id)).not.toBeNull();
  });

  it('is renewed by every use, and ends at the absolute limit all the same', async () => {
    const id = await sessions.create(ada);
    for (let used = 10; used < 480; used += 10) {
      after(10);
      expect(await sessions.use(id), `after ${used} minutes`).not.toBeNull();
    }
    after(10);
    expect(await sessions.use(id)).toBeNull();
  });

  it('does not write every use, and loses no more than half a minute by it', async () => {
    const id = await sessions.create(ada);
    const written = () => storage.getItem<{ lastSeenAt: number }>(`session:${id}`);
    now += 30_000;
    await sessions.use(id);
    expect((await written())?.lastSeenAt).toBe(START);
    now += 1;
    await sessions.use(id);
    expect((await written())?.lastSeenAt).toBe(now);
  });

  it('tells how many seconds are left: until the nearer of its two ends', async () => {
    const id = await sessions.create(ada);
    after(5);
    const used = await sessions.use(id);
    expect(used && sessions.secondsLeft(used)).toBe(15 * 60);
    after(14);
    expect(used && sessions.secondsLeft(used)).toBe(60);
    after(30);
    expect(used && sessions.secondsLeft(used)).toBe(0);
    now = START + 470 * MINUTE;
    expect(used && sessions.secondsLeft({ ...used, lastSeenAt: now })).toBe(10 * 60);
  });

  it('is over when it is ended, and no other is', async () => {
    const [one, other] = [await sessions.create(ada), await sessions.create(ada)];
    await sessions.end(one);
    expect(await sessions.use(one)).toBeNull();
    expect(await sessions.use(other)).not.toBeNull();
  });

  it('is seen by every process that shares the store', async () => {
    const id = await sessions.create(ada);
    expect(await storeOn(storage).use(id)).toMatchObject({ familyName: 'Rossi' });
  });

  it('that is not written as it should is no session', async () => {
    const id = await sessions.create(ada);
    await storage.setItem(`session:${id}`, { ...ada, level: 3 });
    expect(await sessions.use(id)).toBeNull();
  });
});

describe('the id of a session', () => {
  it('is 256 random bits, of which none is of the person', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, () => sessions.create(ada)));
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(id).toMatch(/^[\w-]{43}$/);
    // Every place takes on many values: nothing in an id is a counter, a clock or a name.
    for (let place = 0; place < 42; place += 1) {
      expect(new Set(ids.map((id) => id.charAt(place))).size, `place ${place}`).toBeGreaterThan(30);
    }
  });

  it('does not follow the clock', () => {
    expect(randomId()).not.toBe(randomId());
  });

  it.each([
    ['one letter less', (id: string) => id.slice(1)],
    ['one letter more', (id: string) => `${id}a`],
    ['another last letter', (id: string) => id.slice(0, -2) + (id.endsWith('A') ? 'BB' : 'AA')],
    ['the store’s own prefix', (id: string) => `session:${id}`],
    ['a way up', (id: string) => `../session/${id}`],
    ['nothing', () => ''],
    ['a wild card', () => '*'.repeat(43)],
  ])('with %s opens nothing and ends nothing', async (_what, tamper) => {
    const id = await sessions.create(ada);
    expect(await sessions.use(tamper(id))).toBeNull();
    await sessions.end(tamper(id));
    expect(await sessions.takePending(tamper(id))).toBeNull();
    expect(await sessions.use(id)).not.toBeNull();
  });

  it('is no state of a sign-in, nor the other way about', async () => {
    const id = await sessions.create(ada);
    expect(await sessions.takePending(id)).toBeNull();
    await sessions.savePending(id, pending());
    await sessions.end(id);
    expect(await sessions.use(id)).toBeNull();
    expect(await sessions.takePending(id)).toMatchObject(pending());
  });
});

const pending = (): Omit<PendingSignIn, 'startedAt'> => ({
  browser: 'browser',
  nonce: 'nonce',
  codeVerifier: 'verifier',
  returnTo: '/area/',
  provider: 'spid',
  level: 1,
});

describe('a sign-in under way', () => {
  it('serves once', async () => {
    const state = randomId();
    await sessions.savePending(state, pending());
    expect(await sessions.takePending(state)).toEqual({ ...pending(), startedAt: START });
    expect(await sessions.takePending(state)).toBeNull();
  });

  it('expires after a quarter of an hour, and is forgotten', async () => {
    const state = randomId();
    await sessions.savePending(state, pending());
    after(15);
    expect(await sessions.takePending(state)).toBeNull();
    expect(await kept()).toEqual([]);
  });

  it('is not found by a state that nobody gave out', async () => {
    await sessions.savePending(randomId(), pending());
    expect(await sessions.takePending(randomId())).toBeNull();
  });
});

it('sweeps away what is over, or unreadable; what lives stays', async () => {
  const old = await sessions.create(ada);
  await sessions.savePending(randomId(), pending());
  await storage.setItem('session:broken', { some: 'thing' });
  await storage.setItem('sign-in:broken', 'nothing');
  after(10);
  const state = randomId();
  await sessions.savePending(state, pending());
  const living = await sessions.create(ada);
  expect(await kept()).toContain(`session:${old}`);
  after(5);
  await sessions.sweep();
  expect(new Set(await kept())).toEqual(new Set([`session:${living}`, `sign-in:${state}`]));
});
