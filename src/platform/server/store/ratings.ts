import * as z from 'zod/mini';
import { isDay } from '../../../domain/day.ts';
import type { Rating, RatingStore } from '../store.ts';
import type { Use } from './sqlite.ts';

/** Rows read at a time by an export. */
const PAGE_SIZE = 500;

const reasonsColumn = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string): unknown => JSON.parse(text)),
  ),
  z.array(z.string()),
);

const row = z.object({
  id: z.string(),
  day: z.string().check(z.refine(isDay)),
  path: z.string(),
  locale: z.string(),
  rating: z.number(),
  reasons: reasonsColumn,
  text: z.nullable(z.string()),
});

/** The table of ratings. */
export function ratingsIn(use: Use): RatingStore {
  async function* list({ from = '', to = '9999-12-31' }: Parameters<RatingStore['list']>[0]): AsyncGenerator<Rating> {
    // Ids are random: within a day they give an order that says nothing of who came first.
    let last = { day: from, id: '' };
    for (;;) {
      const { day: lastDay, id: lastId } = last;
      const rows = await use((database) =>
        database
          .prepare('SELECT * FROM rating WHERE day <= ? AND (day > ? OR (day = ? AND id > ?)) ORDER BY day, id LIMIT ?')
          .all(to, lastDay, lastDay, lastId, PAGE_SIZE)
          .map((each) => row.parse(each)),
      );
      for (const { id, ...rating } of rows) {
        yield rating;
        last = { day: rating.day, id };
      }
      if (rows.length < PAGE_SIZE) return;
    }
  }

  return {
    list,
    add: ({ day, path, locale, rating, reasons, text }) =>
      use((database) => {
        const id = crypto.randomUUID();
        database
          .prepare('INSERT INTO rating (id, day, path, locale, rating, reasons, text) VALUES (?, ?, ?, ?, ?, ?, ?)')
          .run(id, day, path, locale, rating, JSON.stringify(reasons), text);
        return id;
      }),
    complete: (id, { reasons, text }) =>
      use((database) => {
        const { changes } = database
          .prepare("UPDATE rating SET reasons = ?, text = ? WHERE id = ? AND reasons = '[]' AND text IS NULL")
          .run(JSON.stringify(reasons), text, id);
        return changes === 1;
      }),
  };
}
