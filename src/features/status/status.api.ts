import type { Log } from '../../platform/server/log.ts';
import { StoreFailure, type SourceCheckStore } from '../../platform/server/store.ts';
import { keptSince, sourceStatus, type SourceStatus } from './model.ts';
import type { CheckedSource, Probe } from './sources/reachability.ts';

export interface StatusOptions {
  sources: readonly CheckedSource[];
  probe: Probe;
  store: SourceCheckStore;
  log: Log;
  now: () => Date;
}

/** Checks the sources, and tells how they stand. */
export interface StatusWatch {
  /** Checks the sources whose time has come. To be called at start and every few minutes; it never fails. */
  check(): Promise<void>;
  /** How every source stands; fails with a `StoreFailure`. */
  read(): Promise<SourceStatus[]>;
}

/** A source is checked once an hour, in milliseconds. */
const CHECK_INTERVAL_MS = 3_600_000;
/** One that did not answer is checked again so soon, so that the page does not say it for an hour after it is over. */
const RETRY_INTERVAL_MS = 5 * 60_000;
/** Calls do not come to the millisecond: one that is early by this much is in time. */
const TOLERANCE_MS = 30_000;
/** What was read is told again for so long, however many ask, in milliseconds. */
const FRESH_MS = 60_000;

/** Watches the sources over the store, which all processes of the portal share: an hour is checked once, not by each. */
export function createStatusWatch({ sources, probe, store, log, now }: StatusOptions): StatusWatch {
  let read: { at: number; statuses: SourceStatus[] } | null = null;
  let checking = false;

  /** The sources whose last check is too old, whichever process made it. */
  async function due(): Promise<CheckedSource[]> {
    const recent = await store.history(new Date(now().getTime() - 2 * CHECK_INTERVAL_MS));
    return sources.filter(({ id }) => {
      const last = recent.findLast(({ source }) => source === id)?.last;
      if (!last) return true;
      const age = now().getTime() - Date.parse(last.at);
      return age >= (last.answered ? CHECK_INTERVAL_MS : RETRY_INTERVAL_MS) - TOLERANCE_MS;
    });
  }

  async function checkOne(source: CheckedSource): Promise<void> {
    const at = now();
    const { answered, milliseconds } = await probe(source);
    if (!answered) log('warn', 'source-silent', { source: source.id, milliseconds: Math.round(milliseconds) });
    await store.record({ source: source.id, at, answered, milliseconds });
  }

  return {
    async check() {
      if (checking) return;
      checking = true;
      try {
        await Promise.all((await due()).map(checkOne));
        await store.sweep(keptSince(now()));
      } catch (error) {
        log('error', 'store-failed', { what: 'source-check', reason: error instanceof StoreFailure ? error.reason : 'unknown' });
      } finally {
        checking = false;
        read = null;
      }
    },
    async read() {
      if (read && now().getTime() - read.at < FRESH_MS) return read.statuses;
      const history = await store.history(keptSince(now()));
      const statuses = sources.map(({ id, name }) =>
        sourceStatus(
          { id, name },
          history.filter(({ source }) => source === id),
          now(),
        ),
      );
      read = { at: now().getTime(), statuses };
      return statuses;
    },
  };
}
