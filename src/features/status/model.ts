import { dayInItaly, type Day } from '../../domain/day.ts';

/** How many days are kept and shown. */
export const DAYS_KEPT = 90;

const DAY_MS = 86_400_000;

/** An answer that takes longer than this is slow, in milliseconds. */
const SLOW_MS = 3_000;

/** A check older than this says nothing of now, in milliseconds: the next one should have come long since. */
const STALE_MS = 2 * 3_600_000;

/** The checks of one source within an hour. */
export interface CheckedHour {
  /** The hour's beginning, ISO 8601 in UTC. */
  hour: string;
  checks: number;
  answered: number;
  last: { at: string; answered: boolean; milliseconds: number };
}

export type SourceState = 'works' | 'slow' | 'silent' | 'unknown';

/** What one day was like: `share` is the part of its checks that were answered, from 0 to 1; null without any. */
export interface DayStatus {
  day: Day;
  share: number | null;
}

export interface SourceStatus {
  id: string;
  name: string;
  state: SourceState;
  /** Since when it has been answering, or not answering, without a break; null when its state is not known. */
  since: string | null;
  /** When it was last checked; null for never. */
  checkedAt: string | null;
  /** The part of the checks that were answered over all hours kept, each hour counting as much as any other. */
  share: number | null;
  /** Every day kept, the oldest first, today last. */
  days: DayStatus[];
}

/** A source by the name its readers know, in the language of that name. */
export type NamedStatus = SourceStatus & { lang: string };

/** The kinds of days that are told apart. */
export type DayKind = 'whole' | 'partly' | 'silent' | 'unknown';

export function dayKind(share: number | null): DayKind {
  if (share === null) return 'unknown';
  if (share >= 1) return 'whole';
  return share > 0 ? 'partly' : 'silent';
}

/** The instant from which hours are kept. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - DAYS_KEPT * DAY_MS);

/** The days shown, the oldest first: counted at noon, so that no change of the hour makes one twice. */
export function daysShown(now: Date): Day[] {
  const noon = Date.parse(`${dayInItaly(now)}T12:00:00Z`);
  return Array.from({ length: DAYS_KEPT }, (_, index) => new Date(noon - (DAYS_KEPT - 1 - index) * DAY_MS).toISOString().slice(0, 10));
}

const average = (shares: readonly number[]): number | null =>
  shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;

/** Since when the last state has held without a break, as exactly as hours can tell. */
function unbrokenSince(hours: readonly CheckedHour[], answers: boolean): string | null {
  let since: string | null = null;
  for (const { hour, checks, answered, last } of hours.toReversed()) {
    const isWhole = answered === (answers ? checks : 0);
    if (isWhole || last.answered === answers) since = checks === 1 ? last.at : hour;
    if (!isWhole) break;
  }
  return since;
}

/**
 * How a source stands now and how it stood on each day kept.
 * @param hours its own hours, the oldest first
 */
export function sourceStatus(source: { id: string; name: string }, hours: readonly CheckedHour[], now: Date): SourceStatus {
  const last = hours.at(-1)?.last ?? null;
  const isKnown = last !== null && now.getTime() - Date.parse(last.at) <= STALE_MS;
  const byDay = new Map<Day, number[]>();
  for (const { hour, checks, answered } of hours) {
    const day = dayInItaly(new Date(hour));
    byDay.set(day, [...(byDay.get(day) ?? []), answered / checks]);
  }
  return {
    ...source,
    state: isKnown ? stateOf(last) : 'unknown',
    since: isKnown ? unbrokenSince(hours, last.answered) : null,
    checkedAt: last?.at ?? null,
    share: average(hours.map(({ checks, answered }) => answered / checks)),
    days: daysShown(now).map((day) => ({ day, share: average(byDay.get(day) ?? []) })),
  };
}

function stateOf({ answered, milliseconds }: CheckedHour['last']): SourceState {
  if (!answered) return 'silent';
  return milliseconds > SLOW_MS ? 'slow' : 'works';
}
