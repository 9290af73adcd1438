import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFailure, type SourceCheckStore, type Store } from '../../platform/server/store.ts';
import { createSqliteStore } from '../../platform/server/store/sqlite.ts';
import { keptLog, startUnrulyBackEnd, type UnrulyBackEnd } from '../../platform/server/testing.ts';
import { createProbe, type CheckedSource } from './sources/reachability.ts';
import { createStatusWatch } from './status.api.ts';

const MINUTE = 60_000;
const sources: CheckedSource[] = ['notices', 'health'].map((id) => ({ id, name: id, address: `http://${id}.test`, expects: 'any-answer' }));

let clock = Date.parse('2026-11-23T09:05:00Z');
let store: Store;
let asked: string[];
let silent: Set<string>;

beforeEach(() => {
  clock = Date.parse('2026-11-23T09:05:00Z');
  store = createSqliteStore(':memory:');
  asked = [];
  silent = new Set();
});
afterEach(() => store.close());

/** A process that watches: several share the store. */
function watchOver(sourceChecks: SourceCheckStore = store.sourceChecks) {
  const { log, lines } = keptLog();
  const probe = async ({ id }: CheckedSource) => {
    asked.push(id);
    return { answered: !silent.has(id), milliseconds: 10 };
  };
  return { lines, ...createStatusWatch({ sources, probe, store: sourceChecks, log, now: () => new Date(clock) }) };
}

const states = async (watch: ReturnType<typeof watchOver>) => (await watch.read()).map(({ id, state }) => `${id} ${state}`);

it('checks every source at start, and again after an hour', async () => {
  const watch = watchOver();
  expect(await states(watch)).toEqual(['notices unknown', 'health unknown']);
  await watch.check();
  expect(asked).toEqual(['notices', 'health']);
  expect(await states(watch)).toEqual(['notices works', 'health works']);
  clock += 55 * MINUTE;
  await watch.check();
  expect(asked).toHaveLength(2);
  clock += 5 * MINUTE;
  await watch.check();
  expect(asked).toHaveLength(4);
});

it('asks a source that does not answer every five minutes, and says so in the log', async () => {
  const watch = watchOver();
  silent.add('health');
  await watch.check();
  expect(watch.lines).toMatchObject([{ level: 'warn', event: 'source-silent', fields: { source: 'health' } }]);
  expect(await states(watch)).toEqual(['notices works', 'health silent']);
  silent.clear();
  clock += 5 * MINUTE;
  await watch.check();
  expect(asked).toEqual(['notices', 'health', 'health']);
  const health = (await watch.read()).find(({ id }) => id === 'health');
  expect(health).toMatchObject({ state: 'works', share: 0.5 });
});

it('does not check what another process has checked', async () => {
  await watchOver().check();
  await watchOver().check();
  expect(asked).toHaveLength(2);
  expect(await states(watchOver())).toEqual(['notices works', 'health works']);
});

it('forgets what is older than ninety days', async () => {
  const watch = watchOver();
  await watch.check();
  clock += 91 * 24 * 60 * MINUTE;
  await watch.check();
  expect(await store.sourceChecks.history(new Date(0))).toHaveLength(2);
});

it('goes on when the store fails, and does not say how the sources stand', async () => {
  const refuse = () => Promise.reject(new StoreFailure('busy'));
  const watch = watchOver({ record: refuse, history: refuse, sweep: refuse });
  await watch.check();
  expect(watch.lines).toEqual([{ level: 'error', event: 'store-failed', fields: { what: 'source-check', reason: 'busy' } }]);
  await expect(watch.read()).rejects.toBeInstanceOf(StoreFailure);
});

describe('a source answers', () => {
  let backEnd: UnrulyBackEnd;
  beforeEach(async () => {
    backEnd = await startUnrulyBackEnd();
  });
  afterEach(() => backEnd.close());

  const reach = async (expects: CheckedSource['expects'], status?: number) => {
    backEnd.answer = (_request, response) => {
      if (status !== undefined) response.writeHead(status).end('text');
    };
    const probe = createProbe({ fetch, timeoutMs: 200 });
    return (await probe({ id: 'x', name: 'x', address: backEnd.origin, expects })).answered;
  };

  it.each([
    [200, true, true],
    [302, true, false],
    [401, true, false],
    [404, true, false],
    [500, false, false],
    [503, false, false],
  ])('with %i: %s where any answer will do, %s where it must go well', async (status, any, success) => {
    expect([await reach('any-answer', status), await reach('success', status)]).toEqual([any, success]);
  });

  it('not by silence, nor from an address where nobody is', async () => {
    expect(await reach('any-answer')).toBe(false);
    await backEnd.close();
    expect(await reach('any-answer')).toBe(false);
  });

  it('with nothing of anybody in the question', async () => {
    await reach('any-answer', 200);
    expect(backEnd.requests[0]?.headers['authorization']).toBeUndefined();
    expect(backEnd.requests[0]?.method).toBe('GET');
  });
});
