import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { addLine, emptyReport, streamLineOf, type SourceReport } from '../../domain/outcome.ts';
import { personalSource, streamOutcomes, type Reading, type SourceToRead } from './outcomes.ts';
import { contextOf, keptLog, linesOf, NOW, signedIn } from './testing.ts';
import { UpstreamFailure } from './upstream.ts';

const line = streamLineOf(z.string());
const asOf = NOW.toISOString();

/** A source whose answer is in the test's hands. */
function sourceInHand(id: string) {
  const { promise, resolve, reject } = Promise.withResolvers<Reading<string>>();
  // A source that is never asked may fail as well, and then nobody listens.
  promise.catch(() => undefined);
  const asked: AbortSignal[] = [];
  const one: SourceToRead<string> = {
    source: { id, name: id.toUpperCase() },
    read: (signal) => {
      asked.push(signal);
      return promise;
    },
  };
  return { one, asked, answer: (...items: string[]) => resolve({ items, unreadable: 0 }), fail: reject };
}

const ready = (id: string, ...items: string[]): SourceToRead<string> => ({
  source: { id, name: id },
  read: async () => ({ items, unreadable: 0 }),
});

async function allLines(sources: readonly SourceToRead<string>[], path = '/', log = keptLog().log) {
  return Array.fromAsync(linesOf(streamOutcomes(sources, contextOf(path, { log }))), (each) => line.parse(each));
}

describe('the order of the lines', () => {
  it('is: who is asked, then each source as it answers, whatever another does, then the totals', async () => {
    const [slow, quick] = [sourceInHand('slow'), sourceInHand('quick')];
    const lines = linesOf(streamOutcomes([slow.one, quick.one], contextOf()));
    const next = async () => (await lines.next()).value;

    const sources = [slow, quick].map(({ one }) => one.source);
    expect(await next()).toEqual({ expected: sources });
    quick.answer('a', 'b');
    expect(await next()).toEqual({ status: 'ready', source: quick.one.source, asOf, items: ['a', 'b'], unreadable: 0 });
    slow.fail(new UpstreamFailure('timeout'));
    expect(await next()).toEqual({ status: 'failed', source: slow.one.source, asOf, problem: { kind: 'timeout' } });
    expect(await next()).toEqual({ totals: { sources: 2, ready: 1, failed: 1, needs: 0, items: 2 } });
    expect((await lines.next()).done).toBe(true);
  });

  it('lets nobody keep the answer, nor wait for the whole of it', () => {
    const { headers } = streamOutcomes([ready('a')], contextOf());
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('gives the browser a report that is complete', async () => {
    let report: SourceReport<string> = emptyReport;
    for (const each of await allLines([ready('a', '1'), ready('b')])) report = addLine(report, each);
    expect(report).toMatchObject({ ended: true, outcomes: [{ items: ['1'] }, { items: [] }] });
  });
});

describe('a source that fails', () => {
  it('is a line like any other, and an unexpected error counts as unreadable', async () => {
    const broken: SourceToRead<string> = {
      source: { id: 'broken', name: 'Broken' },
      read: async () => {
        throw new Error('ADA ROSSI has no address');
      },
    };
    const { log, lines: logged } = keptLog();
    const lines = await allLines([broken, ready('sound', 'x')], '/', log);
    expect(lines).toContainEqual({ status: 'failed', source: broken.source, asOf, problem: { kind: 'unreadable' } });
    expect(lines.at(-1)).toEqual({ totals: { sources: 2, ready: 1, failed: 1, needs: 0, items: 1 } });
    expect(logged).toEqual([
      {
        level: 'warn',
        event: 'source-failed',
        fields: { traceId: 'trace', source: 'broken', kind: 'unreadable', name: 'Error', milliseconds: 0 },
      },
    ]);
  });

  it('tells how many rows it could not read, and the log counts them', async () => {
    const half: SourceToRead<string> = {
      source: { id: 'half', name: 'Half' },
      read: async () => ({ items: ['x'], unreadable: 3 }),
    };
    const { log, lines: logged } = keptLog();
    expect(await allLines([half], '/', log)).toContainEqual(expect.objectContaining({ status: 'ready', unreadable: 3 }));
    expect(logged).toMatchObject([{ event: 'source-unreadable-rows', fields: { source: 'half', unreadable: 3 } }]);
  });
});

describe('`?source=`', () => {
  it('asks only the sources named, as often as it is repeated', async () => {
    const others = sourceInHand('b');
    const lines = await allLines([ready('a', '1'), others.one, ready('c', '3')], '/?source=a&source=c');
    expect(lines[0]).toEqual({ expected: [expect.objectContaining({ id: 'a' }), expect.objectContaining({ id: 'c' })] });
    expect(lines.at(-1)).toEqual({ totals: { sources: 2, ready: 2, failed: 0, needs: 0, items: 2 } });
    expect(others.asked).toEqual([]);
  });

  it('says that nobody was asked when the name is not known', async () => {
    expect(await allLines([ready('a')], '/?source=z')).toMatchObject([{ expected: [] }, { totals: { sources: 0 } }]);
  });
});

it('never asks more than eight sources at the same time, and asks every one', async () => {
  let [running, most] = [0, 0];
  const sources = Array.from({ length: 30 }, (_, index): SourceToRead<string> => ({
    source: { id: `s${index}`, name: '' },
    read: async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      await Promise.resolve();
      running -= 1;
      return { items: [String(index)], unreadable: 0 };
    },
  }));
  expect((await allLines(sources)).at(-1)).toMatchObject({ totals: { sources: 30, ready: 30, items: 30 } });
  expect(most).toBe(8);
});

describe('a person who leaves', () => {
  const many = () => Array.from({ length: 10 }, (_, index) => sourceInHand(`s${index}`));

  it('ends the calls that are under way; the others are not made, and nothing is logged as a failure', async () => {
    const sources = many();
    const { log, lines: logged } = keptLog();
    const lines = linesOf(streamOutcomes(sources.map(({ one }) => one), contextOf('/', { log })));
    await lines.next();
    await lines.return();
    const signals = sources.flatMap(({ asked }) => asked);
    expect(signals).toHaveLength(8);
    expect(signals.every((signal) => signal.aborted)).toBe(true);
    for (const { fail } of sources) fail(new UpstreamFailure('unavailable'));
    await new Promise(setImmediate);
    expect(sources.flatMap(({ asked }) => asked)).toHaveLength(8);
    expect(logged).toEqual([]);
  });

  it('does the same when it is the request that is cut', async () => {
    const sources = many();
    const leaving = new AbortController();
    const response = streamOutcomes(sources.map(({ one }) => one), contextOf('/', { signal: leaving.signal }));
    leaving.abort();
    for (const { fail } of sources) fail(new UpstreamFailure('unavailable'));
    const lines = await Array.fromAsync(linesOf(response));
    // Without the totals, whoever still reads knows that the stream was cut.
    expect(lines).toEqual([{ expected: sources.map(({ one }) => one.source) }]);
    expect(sources.flatMap(({ asked }) => asked)).toHaveLength(8);
  });
});

describe('a source that knows people by their fiscal code', () => {
  const source = { id: 'a', name: 'A' };
  const read = async (fiscalCode: string) => ({ items: [fiscalCode], unreadable: 0 });

  it('is asked with the code of the session', async () => {
    const lines = await allLines([personalSource(signedIn(), 2, source, read)]);
    expect(lines[1]).toMatchObject({ status: 'ready', items: ['RSSDAA80A41L219T'] });
  });

  it.each([
    ['a fiscal code', signedIn({ fiscalCode: null }), { kind: 'italian-fiscal-code' }],
    ['a higher level', signedIn({ level: 1 }), { kind: 'level', level: 2 }],
    ['a fiscal code, before the level', signedIn({ fiscalCode: null, level: 1 }), { kind: 'italian-fiscal-code' }],
  ])('needs %s before it is asked', async (_what, session, need) => {
    const lines = await allLines([personalSource(session, 2, source, read)]);
    expect(lines.slice(1)).toEqual([
      { status: 'needs', source, asOf, need },
      { totals: { sources: 1, ready: 0, failed: 0, needs: 1, items: 0 } },
    ]);
  });

  it('does not ask for more than it wants', async () => {
    const lines = await allLines([personalSource(signedIn({ level: 1 }), 1, source, read)]);
    expect(lines[1]).toMatchObject({ status: 'ready' });
  });
});
