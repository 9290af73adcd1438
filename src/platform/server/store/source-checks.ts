import * as z from 'zod/mini';
import type { SourceCheckStore } from '../store.ts';
import type { Use } from './sqlite.ts';

const instant = z.iso.datetime();

const row = z.object({
  source: z.string(),
  hour: instant,
  checks: z.number(),
  answered: z.number(),
  last_at: instant,
  last_answered: z.number(),
  last_milliseconds: z.number(),
});

/** The hour an instant is in, ISO 8601 in UTC. */
const hourOf = (at: Date) => `${at.toISOString().slice(0, 13)}:00:00.000Z`;

/** The table of what the sources answered, hour by hour. */
export function sourceChecksIn(use: Use): SourceCheckStore {
  return {
    record: ({ source, at, answered, milliseconds }) =>
      use((database) => {
        const ok = answered ? 1 : 0;
        database
          .prepare(
            `INSERT INTO source_hour (source, hour, checks, answered, last_at, last_answered, last_milliseconds)
             VALUES (?, ?, 1, ?, ?, ?, ?)
             ON CONFLICT (source, hour) DO UPDATE SET
               checks = checks + 1,
               answered = answered + excluded.answered,
               last_at = excluded.last_at,
               last_answered = excluded.last_answered,
               last_milliseconds = excluded.last_milliseconds`,
          )
          .run(source, hourOf(at), ok, at.toISOString(), ok, Math.round(milliseconds));
      }),
    history: (since) =>
      use((database) =>
        database
          .prepare('SELECT * FROM source_hour WHERE hour >= ? ORDER BY hour, source')
          .all(hourOf(since))
          .map((each) => {
            const { source, hour, checks, answered, ...last } = row.parse(each);
            return {
              source,
              hour,
              checks,
              answered,
              last: { at: last.last_at, answered: last.last_answered === 1, milliseconds: last.last_milliseconds },
            };
          }),
      ),
    sweep: (before) =>
      use((database) => {
        database.prepare('DELETE FROM source_hour WHERE hour < ?').run(hourOf(before));
      }),
  };
}
