import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ask, callers } from './ask.ts';
import { faultKinds, type Fault } from './faults.ts';
import { createHandlers } from './handlers.ts';
import { createWorld } from './world.ts';

const giulia = 'FRRGLI88D52A859P';
const luca = 'BRBLCU05C14L219I';
const marco = 'BNCMRC79H03D205H';
const sara = 'GLLSRA94R50L219D';

const biella = '00221900020';
const torino = '00514490010';
const cuneo = '00480530047';

let world = createWorld('2026-11-23');
let handlers = createHandlers(world);

beforeEach(() => {
  world = createWorld('2026-11-23');
  handlers = createHandlers(world);
});

const notices = (citizen: string) =>
  ask(handlers, `/notify/api/v1/users/${citizen}/messages`, { headers: callers.notify(citizen) });
const payments = (ente: string, citizen: string) =>
  ask(handlers, `/piemontepay/api/v1/organizations/${ente}/citizens/${citizen}/debtpositions`, {
    headers: callers.piemontepay(),
  });
const health = (citizen: string) =>
  ask(handlers, `/health/api/v1/citizens/${citizen}/access`, { headers: callers.health('2') });

describe.each([
  { source: 'notify', call: () => notices(giulia), errorKeys: ['message', 'status'] },
  { source: 'piemontepay', call: () => payments(biella, giulia), errorKeys: ['code', 'detail', 'status'] },
  { source: 'health', call: () => health(giulia), errorKeys: ['status', 'title', 'type'] },
])('a fault of $source', ({ source, call, errorKeys }) => {
  it.each([
    ['failing', 500, null],
    ['unavailable', 503, '30'],
    ['throttled', 429, '10'],
  ] as const)('%s: %d in the words of its contract', async (kind, status, retryAfter) => {
    world.faults.set({ source, kind });
    const response = await call();
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(Object.keys(z.looseObject({}).parse(await response.json())).toSorted()).toEqual(errorKeys);
  });

  it('malformed: valid JSON that is not what it was', async () => {
    const right: unknown = await (await call()).json();
    world.faults.set({ source, kind: 'malformed' });
    const response = await call();
    expect(response.status).toBe(200);
    expect(await response.json()).not.toEqual(right);
  });

  it('truncated: JSON that breaks off', async () => {
    world.faults.set({ source, kind: 'truncated' });
    const response = await call();
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it('slow and silent: late, and never', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const settled = vi.fn();
      world.faults.set({ source, kind: 'slow', ms: 3000 });
      const late = call().then(settled);
      await vi.advanceTimersByTimeAsync(2900);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(200);
      await late;
      expect(settled).toHaveBeenCalledOnce();

      world.faults.set({ source, kind: 'silent' });
      void call().then(settled);
      await vi.advanceTimersByTimeAsync(600_000);
      expect(settled).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('whom a fault concerns', () => {
  it('one citizen, and nobody else', async () => {
    world.faults.set({ source: 'health', kind: 'failing', citizen: giulia });
    expect((await health(giulia)).status).toBe(500);
    expect((await health(luca)).status).toBe(200);
  });

  it('one ente, or all of them; the more specific fault wins', async () => {
    world.faults.set({ source: 'piemontepay', kind: 'failing' });
    world.faults.set({ source: 'piemontepay/c_l219', kind: 'throttled' });
    expect((await payments(torino, giulia)).status).toBe(429);
    expect((await payments(biella, giulia)).status).toBe(500);
    world.faults.set({ source: 'piemontepay/c_l219', kind: 'unavailable', citizen: giulia });
    expect((await payments(torino, giulia)).status).toBe(503);
    expect((await payments(torino, luca)).status).toBe(429);
  });
});

describe('the scenarios', () => {
  it('marco: notices are unavailable and one ente fails; the others answer', async () => {
    expect((await notices(marco)).status).toBe(503);
    expect((await payments(cuneo, marco)).status).toBe(500);
    expect((await payments(torino, marco)).status).toBe(200);
    expect((await health(marco)).status).toBe(200);
  });

  it('sara: notices take eight seconds and one ente four', () => {
    const slow = (source: string) => ({ source, kind: 'slow', citizen: sara });
    expect(world.faults.find('notify', sara)).toEqual({ ...slow('notify'), ms: 8000 });
    expect(world.faults.find('piemontepay/c_l219', sara)).toEqual({ ...slow('piemontepay/c_l219'), ms: 4000 });
    expect(world.faults.find('piemontepay/r_piemon', sara)).toBeUndefined();
  });

  it('come back when the board is reset', () => {
    const before = world.faults.list();
    const everything: Fault[] = faultKinds.map((kind) => ({ source: 'notify', kind }));
    everything.forEach((fault) => world.faults.set(fault));
    expect(world.faults.list()).toHaveLength(before.length + 1);
    world.faults.clear('notify', marco);
    world.faults.reset();
    expect(world.faults.list()).toEqual(before);
  });
});
