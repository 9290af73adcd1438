// @ts-check
// What the scripts say: steps with their duration while they work, one sentence when something fails.

/** A failure that the person at the terminal can act on: printed as a sentence, without a stack trace. */
export class PlainError extends Error {
  /**
   * @param {string} sentence what happened and what to do
   * @param {string} [log] last lines of the output of the tool that failed, printed before the sentence
   */
  constructor(sentence, log = '') {
    super(sentence);
    this.log = log;
  }
}

/** @param {string} line */
export const say = (line) => {
  process.stdout.write(`${line}\n`);
};

/**
 * @param {number} milliseconds
 * @returns {string} for example `0.8 s`, `42 s`, `3 min 5 s`
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * Runs a piece of work, saying that it goes on: a counter on a terminal, a line every ten seconds in a log.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  const elapsed = () => duration(performance.now() - started);
  const live = process.stdout.isTTY;
  if (!live) say(`${title}…`);
  const ticker = setInterval(
    () => (live ? process.stdout.write(`\r${title}… ${elapsed()} `) : say(`  … ${elapsed()}`)),
    live ? 500 : 10_000,
  );
  try {
    const result = await work();
    say(live ? `\r${title}: done in ${elapsed()}   ` : `  done in ${elapsed()}`);
    return result;
  } catch (error) {
    if (live) say('');
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * @param {string[][]} rows cells, as many in each row
 * @param {number[]} [numeric] indexes of the columns that end at the same place
 * @returns {string}
 */
export function table(rows, numeric = []) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return numeric.includes(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Runs a script's body; a failure becomes one sentence and exit code 1.
 * @param {() => Promise<number | void>} body may answer an exit code
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (error instanceof PlainError) {
      if (error.log !== '') process.stderr.write(`${error.log.trimEnd()}\n\n`);
      process.stderr.write(`${error.message}\n`);
    } else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      // An option that does not exist: Node's own sentence says which.
      process.stderr.write(`${error.message}\n`);
    } else {
      // Not foreseen, so a fault of the scripts themselves: here the stack is what helps.
      console.error(error);
    }
    process.exitCode = 1;
  }
}
