import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFailure, type Store, type StoreFailureReason } from '../store.ts';
import { migrate } from './migrations.ts';
import { ratingsIn } from './ratings.ts';
import { sourceChecksIn } from './source-checks.ts';

/**
 * How long a statement waits for another process that is writing, in milliseconds. SQLite waits in place, and nobody
 * else is answered meanwhile: writes here take far less, so who holds the file longer is not worth more.
 */
const BUSY_TIMEOUT_MS = 250;

/** The value of `STORE_FILE` that keeps everything in memory, for as long as the process lives. */
const IN_MEMORY = ':memory:';

/** Runs some work on the database; whatever goes wrong is a `StoreFailure`. */
export type Use = <Result>(work: (database: DatabaseSync) => Result) => Promise<Result>;

/** What SQLite's primary result codes mean for who wanted to write. */
function reasonOf(error: unknown): StoreFailureReason {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (code === 5 || code === 6) return 'busy';
  return code === 13 ? 'full' : 'unavailable';
}

function openDatabase(file: string): DatabaseSync {
  if (file !== IN_MEMORY) {
    mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
    // Made here, so that nobody else on the machine may read it; SQLite's own files beside it get the same rights.
    closeSync(openSync(file, 'a', 0o600));
  }
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * The portal's store in one SQLite file. It is opened when it is first used, and tried again at the next use when that
 * fails: a portal whose disk is full or whose store is broken serves everything else.
 * @param file path from the working directory, or `:memory:`
 */
export function createSqliteStore(file: string): Store {
  let open: DatabaseSync | null = null;

  const use: Use = async (work) => {
    try {
      open ??= openDatabase(file);
      return work(open);
    } catch (error) {
      throw error instanceof StoreFailure ? error : new StoreFailure(reasonOf(error), { cause: error });
    }
  };

  return {
    ratings: ratingsIn(use),
    sourceChecks: sourceChecksIn(use),
    close() {
      open?.close();
      open = null;
    },
  };
}
