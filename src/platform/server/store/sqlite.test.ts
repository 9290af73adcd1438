import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rating, Store } from '../store.ts';
import { createSqliteStore } from './sqlite.ts';

const someRating: Rating = { day: '2026-11-23', path: '/servizi/', locale: 'it', rating: 2, reasons: [], text: null };

let folder = '';
let file = '';
const stores: Store[] = [];
const openStore = (path = file) => {
  const store = createSqliteStore(path);
  stores.push(store);
  return store;
};

/** SQLite's own error for a disk without room, from a database that may have one page. */
function fullError(): unknown {
  const small = new DatabaseSync(':memory:');
  try {
    small.exec('PRAGMA max_page_count = 1; CREATE TABLE thing (name TEXT)');
    return null;
  } catch (error) {
    return error;
  } finally {
    small.close();
  }
}

const ratingsOf = (store: Store, period = {}) => Array.fromAsync(store.ratings.list(period));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'below', 'portal.sqlite');
});

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

describe('ratings', () => {
  it('are kept, and completed once', async () => {
    const { ratings } = openStore();
    const id = await ratings.add(someRating);
    expect(await ratings.complete(id, { reasons: ['unclear', 'other'], text: 'Troppe sigle' })).toBe(true);
    expect(await ratings.complete(id, { reasons: ['technical'], text: 'altro' })).toBe(false);
    expect(await ratings.complete('made-up', { reasons: [], text: 'altro' })).toBe(false);
    expect(await ratingsOf(openStore())).toEqual([{ ...someRating, reasons: ['unclear', 'other'], text: 'Troppe sigle' }]);
  });

  it('are listed day by day, within a period', async () => {
    const store = openStore(':memory:');
    const days = ['2026-11-25', '2026-11-23', '2026-11-24', '2026-11-23'];
    for (const day of days) await store.ratings.add({ ...someRating, day });
    const listed = async (period: object) => (await ratingsOf(store, period)).map(({ day }) => day);
    expect(await listed({})).toEqual([...days].sort());
    expect(await listed({ from: '2026-11-24' })).toEqual(['2026-11-24', '2026-11-25']);
    expect(await listed({ from: '2026-11-24', to: '2026-11-24' })).toEqual(['2026-11-24']);
    expect(await listed({ from: '2027-01-01' })).toEqual([]);
  });

  it('are all listed, however many they are', async () => {
    const store = openStore(':memory:');
    for (let count = 0; count < 1_201; count += 1) await store.ratings.add({ ...someRating, day: `2026-11-${10 + (count % 3)}` });
    expect(await ratingsOf(store)).toHaveLength(1_201);
  });

  it('keep hostile words as words', async () => {
    const store = openStore(':memory:');
    const text = `'); DROP TABLE rating; -- <script> " \u0000`;
    await store.ratings.add({ ...someRating, text });
    expect((await ratingsOf(store))[0]?.text).toBe(text);
  });

  it('are refused when they are none', async () => {
    await expect(openStore(':memory:').ratings.add({ ...someRating, rating: 6 })).rejects.toMatchObject({ reason: 'unavailable' });
  });
});

describe('checks of the sources', () => {
  const check = (at: string, answered: boolean, milliseconds = 12.4) => ({ source: 'notices', at: new Date(at), answered, milliseconds });

  it('share a row for each source and hour, whichever process made them', async () => {
    const [one, two] = [openStore(), openStore()];
    await one.sourceChecks.record(check('2026-11-23T09:05:00Z', true));
    await two.sourceChecks.record(check('2026-11-23T09:55:00Z', false, 9_000));
    await two.sourceChecks.record({ ...check('2026-11-23T09:56:00Z', true), source: 'health' });
    await one.sourceChecks.record(check('2026-11-23T10:00:00Z', true));
    const rows = await one.sourceChecks.history(new Date('2026-11-23T09:30:00Z'));
    expect(rows.map(({ source, hour, checks, answered }) => [source, hour, checks, answered])).toEqual([
      ['health', '2026-11-23T09:00:00.000Z', 1, 1],
      ['notices', '2026-11-23T09:00:00.000Z', 2, 1],
      ['notices', '2026-11-23T10:00:00.000Z', 1, 1],
    ]);
    expect(rows[1]?.last).toEqual({ at: '2026-11-23T09:55:00.000Z', answered: false, milliseconds: 9_000 });
  });

  it('are forgotten when they are old', async () => {
    const { sourceChecks } = openStore(':memory:');
    await sourceChecks.record(check('2026-08-01T09:00:00Z', true));
    await sourceChecks.record(check('2026-11-23T09:00:00Z', true));
    await sourceChecks.sweep(new Date('2026-11-01T00:00:00Z'));
    expect((await sourceChecks.history(new Date(0))).map(({ hour }) => hour)).toEqual(['2026-11-23T09:00:00.000Z']);
  });
});

describe('the file', () => {
  it('is for nobody else on the machine, with those beside it', async () => {
    await openStore().ratings.add(someRating);
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'below')).mode & 0o777).toBe(0o700);
  });

  it('is not made before it is needed', () => {
    openStore();
    expect(existsSync(file)).toBe(false);
  });

  it('that another process holds is a failure at once, and works afterwards', async () => {
    const store = openStore();
    await store.ratings.add(someRating);
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    await expect(store.ratings.add(someRating)).rejects.toMatchObject({ name: 'StoreFailure', reason: 'busy' });
    other.exec('ROLLBACK');
    other.close();
    await store.ratings.add(someRating);
    expect(await ratingsOf(store)).toHaveLength(2);
  });

  it('that can grow no further is a failure, and works again when there is room', async () => {
    const store = openStore();
    await store.ratings.add(someRating);
    const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(() => {
      throw fullError();
    });
    await expect(store.ratings.add(someRating)).rejects.toMatchObject({ reason: 'full' });
    prepare.mockRestore();
    await store.ratings.add(someRating);
    expect(await ratingsOf(store)).toHaveLength(2);
  });

  it('that is no store is a failure, and is left as it is', async () => {
    const odd = join(folder, 'odd.sqlite');
    writeFileSync(odd, 'not a database, '.repeat(500));
    const store = openStore(odd);
    await expect(store.ratings.add(someRating)).rejects.toMatchObject({ reason: 'unavailable' });
    await expect(ratingsOf(store)).rejects.toMatchObject({ reason: 'unavailable' });
    expect(statSync(odd).size).toBe(8_000);
  });

  it('of a later portal is left alone', async () => {
    await openStore().ratings.add(someRating);
    const later = new DatabaseSync(file);
    later.exec('PRAGMA user_version = 99');
    later.close();
    await expect(openStore().ratings.add(someRating)).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('whose place cannot be written to is a failure, until it can', async () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    const store = openStore(join(blocked, 'portal.sqlite'));
    await expect(store.ratings.add(someRating)).rejects.toMatchObject({ reason: 'unavailable' });
    rmSync(blocked);
    await store.ratings.add(someRating);
    expect(await ratingsOf(store)).toHaveLength(1);
  });
});
