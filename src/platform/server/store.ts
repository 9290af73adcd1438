import type { Day } from '../../domain/day.ts';

/** Why the store did not do what it was asked. */
export type StoreFailureReason = 'busy' | 'full' | 'unavailable';

/** What the portal keeps could not be read or written; nothing else of the portal depends on it. */
export class StoreFailure extends Error {
  readonly reason: StoreFailureReason;

  constructor(reason: StoreFailureReason, options?: ErrorOptions) {
    super(`store ${reason}`, options);
    this.name = 'StoreFailure';
    this.reason = reason;
  }
}

/** What a person adds to a rating: codes of reasons, and words already masked. */
export interface RatingDetails {
  reasons: readonly string[];
  text: string | null;
}

/** How clear one reader found one page. Nothing in it tells who they were, nor when in the day they read. */
export interface Rating extends RatingDetails {
  day: Day;
  /** Address of the page without its language prefix. */
  path: string;
  locale: string;
  /** From 1 to 5. */
  rating: number;
}

export interface RatingStore {
  /** Keeps a rating; the id opens it once for its details. */
  add(rating: Rating): Promise<string>;
  /** Adds the details to a rating that has none; false when there is no such rating. */
  complete(id: string, details: RatingDetails): Promise<boolean>;
  /** Ratings of a period, both days included, oldest first. */
  list(period: { from?: Day | undefined; to?: Day | undefined }): AsyncIterable<Rating>;
}

/** One look at a source. */
export interface SourceCheck {
  source: string;
  at: Date;
  /** Whether it answered at all. */
  answered: boolean;
  /** How long it took, in milliseconds. */
  milliseconds: number;
}

/** All the looks at one source within an hour, by however many processes. */
export interface SourceHour {
  source: string;
  /** The hour's beginning, ISO 8601 in UTC. */
  hour: string;
  checks: number;
  /** How many of the checks were answered. */
  answered: number;
  /** The last check of the hour. */
  last: { at: string; answered: boolean; milliseconds: number };
}

export interface SourceCheckStore {
  /** Counts a check into its hour: processes that check the same source share one row. */
  record(check: SourceCheck): Promise<void>;
  /** Rows from an instant on, oldest first. */
  history(since: Date): Promise<SourceHour[]>;
  /** Forgets the hours before an instant. */
  sweep(before: Date): Promise<void>;
}

/** What the portal itself keeps. Every failure is a `StoreFailure`. */
export interface Store {
  ratings: RatingStore;
  sourceChecks: SourceCheckStore;
  close(): void;
}
