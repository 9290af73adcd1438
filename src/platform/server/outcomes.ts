import type { Need, Outcome, Source, StreamLine, Totals } from '../../domain/outcome.ts';
import type { AssuranceLevel } from '../portal.ts';
import type { ApiContext } from './api.ts';
import type { Session } from './session.ts';
import { UpstreamFailure } from './upstream.ts';

/** How many sources of one list are asked at the same time. */
const PARALLEL_SOURCES = 8;

/** What one reading of a source gives: what could be read, and how many things could not. */
export interface Reading<Item> {
  items: Item[];
  unreadable: number;
}

/** One source to ask, or one that is not asked until the person has done something. */
export type SourceToRead<Item> =
  | { source: Source; need: Need }
  | { source: Source; read: (signal: AbortSignal) => Promise<Reading<Item>> };

/** A source that knows people by their fiscal code and may want a minimum level of assurance. */
export function personalSource<Item>(
  session: Session,
  minimumLevel: AssuranceLevel,
  source: Source,
  read: (fiscalCode: string, signal: AbortSignal) => Promise<Reading<Item>>,
): SourceToRead<Item> {
  const { fiscalCode, level } = session;
  if (fiscalCode === null) return { source, need: { kind: 'italian-fiscal-code' } };
  if (level < minimumLevel) return { source, need: { kind: 'level', level: 2 } };
  return { source, read: (signal) => read(fiscalCode, signal) };
}

/**
 * Asks all sources with bounded parallelism and streams one line (NDJSON) per source as soon as it has answered:
 * first who is asked, then each outcome, last the totals. A source that fails is a line like any other.
 * `?source=<id>` (repeatable) asks only those sources: the way to try one again.
 */
export function streamOutcomes<Item>(all: readonly SourceToRead<Item>[], call: ApiContext): Response {
  const { log, now, traceId } = call;
  const only = call.query.getAll('source');
  const sources = only.length === 0 ? all : all.filter(({ source }) => only.includes(source.id));
  const leaving = new AbortController();
  const signal = AbortSignal.any([call.request.signal, leaving.signal]);
  const encoder = new TextEncoder();

  async function ask(one: SourceToRead<Item>): Promise<Outcome<Item>> {
    const { source } = one;
    const asOf = () => now().toISOString();
    if ('need' in one) return { status: 'needs', source, asOf: asOf(), need: one.need };
    const started = now().getTime();
    try {
      const { items, unreadable } = await one.read(signal);
      if (unreadable > 0) log('warn', 'source-unreadable-rows', { traceId, source: source.id, unreadable });
      return { status: 'ready', source, asOf: asOf(), items, unreadable };
    } catch (error) {
      const kind = error instanceof UpstreamFailure ? error.kind : 'unreadable';
      // An error that is no failure of the back end is ours: its name says so in the log.
      const name = error instanceof Error ? error.name : 'unknown';
      if (!signal.aborted) {
        log('warn', 'source-failed', { traceId, source: source.id, kind, name, milliseconds: now().getTime() - started });
      }
      return { status: 'failed', source, asOf: asOf(), problem: { kind } };
    }
  }

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: StreamLine<Item>) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      send({ expected: sources.map(({ source }) => source) });
      const totals: Totals = { sources: sources.length, ready: 0, failed: 0, needs: 0, items: 0 };
      const queue = [...sources];
      const worker = async () => {
        for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
          const outcome = await ask(next);
          totals[outcome.status] += 1;
          if (outcome.status === 'ready') totals.items += outcome.items.length;
          send(outcome);
        }
      };
      await Promise.all(Array.from({ length: PARALLEL_SOURCES }, worker));
      send({ totals });
      if (!leaving.signal.aborted) controller.close();
    },
    cancel() {
      leaving.abort();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      // Tells nginx not to wait for the whole answer: each line must leave when it is written.
      'x-accel-buffering': 'no',
    },
  });
}
