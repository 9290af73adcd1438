// @ts-check
// npm run ratings:export [-- --from 2026-01-01] [-- --to 2026-12-31] > ratings.csv: what readers said of the pages.
import { existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { continueOnLockedNode } from './lib/prepare.mjs';
import { main, PlainError } from './lib/terminal.mjs';

await main(async () => {
  await continueOnLockedNode(import.meta.url, { acceptRecent: true });
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  const { isDay } = await import('../src/domain/day.ts');
  for (const day of [values.from, values.to]) {
    if (day !== undefined && !isDay(day)) throw new PlainError(`"${day}" is no day: write it as 2026-01-31.`);
  }
  const { storeFile } = await import('../src/platform/server/environment.ts');
  const file = storeFile(process.env);
  // Opening it would make an empty one.
  if (!existsSync(file)) throw new PlainError(`There is no store at ${file}: set STORE_FILE as for the portal.`);

  const { createSqliteStore } = await import('../src/platform/server/store/sqlite.ts');
  const { StoreFailure } = await import('../src/platform/server/store.ts');
  const { stringify } = await import('csv-stringify');
  const store = createSqliteStore(file);
  try {
    // With the mark that spreadsheets know UTF-8 by, and no cell that they would take for a formula.
    const csv = stringify({
      bom: true,
      header: true,
      escape_formulas: true,
      columns: ['day', 'path', 'locale', 'rating', 'reasons', 'text'],
      cast: { object: (value) => (Array.isArray(value) ? value.join(' ') : '') },
    });
    await pipeline(store.ratings.list(values), csv, process.stdout, { end: false });
  } catch (error) {
    if (error instanceof StoreFailure) throw new PlainError(`The store at ${file} cannot be read (${error.reason}).`);
    // Who reads the output has had enough of it.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
    throw error;
  } finally {
    store.close();
  }
});
