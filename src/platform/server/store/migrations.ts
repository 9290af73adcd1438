import type { DatabaseSync } from 'node:sqlite';

/** Each step takes the file one version further. What has been released is never edited: a new step follows. */
const STEPS: readonly string[] = [
  `CREATE TABLE rating (
     id TEXT PRIMARY KEY,
     day TEXT NOT NULL,
     path TEXT NOT NULL,
     locale TEXT NOT NULL,
     rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
     reasons TEXT NOT NULL,
     text TEXT
   ) STRICT;
   CREATE INDEX rating_day ON rating (day);
   CREATE TABLE source_hour (
     source TEXT NOT NULL,
     hour TEXT NOT NULL,
     checks INTEGER NOT NULL,
     answered INTEGER NOT NULL,
     last_at TEXT NOT NULL,
     last_answered INTEGER NOT NULL,
     last_milliseconds INTEGER NOT NULL,
     PRIMARY KEY (source, hour)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX source_hour_hour ON source_hour (hour);`,
];

/** The version a file is at. */
function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

/**
 * Brings the file to the version of this code; of several processes that start together one does it.
 * @throws Error when the file was written by a later portal
 */
export function migrate(database: DatabaseSync): void {
  if (versionOf(database) === STEPS.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(database);
    if (version > STEPS.length) throw new Error(`The store is at version ${version}, later than this portal's ${STEPS.length}.`);
    for (const step of STEPS.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${STEPS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
