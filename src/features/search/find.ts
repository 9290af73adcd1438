import { comparableWord, comparableWords, tellingWords, withoutEnding, wordsIn } from '../../domain/search.ts';
import type { SearchState } from './address.ts';
import type { Answer, Engine, Extract, FilterCounts } from './pagefind.ts';

/** What a search found, and how it had to read the query for that. */
export interface Found {
  /** The query that was answered. */
  query: string;
  /** What was typed, where a typing error was corrected. */
  corrected: string | null;
  /** No page has all the words: these have some of them, or words that begin alike. */
  near: boolean;
  total: number;
  /** The next results, in order. */
  more(count: number): Promise<Extract[]>;
  /** How many results each choice would leave; nothing before the engine has loaded what it needs for that. */
  counts(): Promise<FilterCounts>;
}

/** Corrects typing errors by the words that the portal uses; it is asked only when a query is not understood. */
export type Correct = (query: string) => Promise<string | null>;

/** Results that are shown first. */
export const FIRST = 5;

/** Results that are put in order by date: the most relevant ones. */
const DATED = 40;

/** Whether a word of a page is a word of the query, whatever its ending, or begins with it. */
function isIn(wanted: string, words: readonly string[]): boolean {
  return words.some((word) => word.startsWith(wanted) || withoutEnding(word) === withoutEnding(wanted));
}

/** Whether a word of a page is at least of the family of a word of the query: Pagefind goes as far as two letters. */
function isNear(wanted: string, words: readonly string[]): boolean {
  const common = wanted.slice(0, Math.max(3, Math.ceil(wanted.length * 0.6)));
  return words.some((word) => word.startsWith(common));
}

/** Whether a page is called by all the words: Pagefind likes a rare word that begins alike better. */
function isCalled({ names }: Extract, wanted: readonly string[]): boolean {
  const words = comparableWords(names);
  return wanted.every((word) => words.includes(word));
}

/** Among pages that are found alike: what is called by the words, then what people use most. */
function byUse(wanted: readonly string[]) {
  return (a: Extract, b: Extract) =>
    Number(isCalled(b, wanted)) - Number(isCalled(a, wanted)) || (a.popularity === b.popularity ? 0 : a.popularity - b.popularity);
}

/** Reads results one after the other, each once, and puts those read together in order. */
function reader(results: Answer['results'], order: (read: Extract[]) => Extract[]): (count: number) => Promise<Extract[]> {
  let next = 0;
  return async (count) => {
    const now = results.slice(next, next + count);
    next += now.length;
    const read = await Promise.all(now.map((result) => result.read()));
    return order(read);
  };
}

async function newestFirst(results: Answer['results']): Promise<Answer['results']> {
  const read = await Promise.all(results.slice(0, DATED).map(async (result) => ({ result, date: (await result.read()).date })));
  const dated = read.toSorted((a, b) => b.date.localeCompare(a.date)).map(({ result }) => result);
  return [...dated, ...results.slice(DATED)];
}

/** Pages with some of the words, those with most of them first. */
async function withSomeWords(engine: Engine, words: readonly string[], filters: SearchState['filters']): Promise<Answer['results']> {
  const answers = await Promise.all(words.map((word) => engine.search(word, filters)));
  const found = new Map<string, { result: Answer['results'][number]; score: number }>();
  for (const { results } of answers) {
    results.forEach((result, position) => {
      const score = (found.get(result.id)?.score ?? 0) + 1 + 1 / (position + 2);
      found.set(result.id, { result, score });
    });
  }
  return [...found.values()].toSorted((a, b) => b.score - a.score).map(({ result }) => result);
}

/**
 * Searches: the words as they are; where they do not stand in what is found, with typing errors corrected; where no page
 * has them all, for some of them.
 * @param ignore words that say nothing to a search
 * @throws when the index can not be fetched
 */
export async function find(engine: Engine, state: SearchState, correct: Correct, ignore: readonly string[]): Promise<Found> {
  const { filters, order, exact } = state;
  let query = state.query;
  let corrected: string | null = null;
  let words = tellingWords(query, ignore);
  let answer = await engine.search(words.join(' '), filters);
  // The best result tells whether the words really stand in the pages: where one has them as they are, it is the best.
  const unknown = async (test: (wanted: string, words: readonly string[]) => boolean): Promise<boolean> => {
    const wanted = words.map(comparableWord).filter((word) => word.length > 3);
    const [best] = answer.results;
    const page = await best?.read();
    const known = page === undefined ? [] : comparableWords(`${page.names} ${page.found}`);
    return wanted.some((word) => !test(word, known));
  };

  // With nothing left by the filters alone, the words are not to blame.
  const filtered = answer.results.length === 0 && answer.unfiltered > 0;
  if (!exact && !filtered && (answer.unfiltered === 0 || (await unknown(isIn)))) {
    const better = await correct(words.join(' ')).catch(() => null);
    const again = better === null ? null : await engine.search(better, filters);
    if (better !== null && again !== null && again.results.length > 0) {
      corrected = query;
      query = better;
      words = wordsIn(better);
      answer = again;
    }
  }

  const some = answer.unfiltered === 0 && words.length > 1;
  const results = some ? await withSomeWords(engine, words, filters) : answer.results;
  const near = results.length > 0 && (some || (await unknown(isNear)));
  return {
    query,
    corrected,
    near,
    total: results.length,
    more:
      order === 'date'
        ? reader(await newestFirst(results), (read) => read)
        : reader(results, (read) => read.toSorted(byUse(words.map(comparableWord)))),
    counts: async () => (await engine.search(words.join(' '), filters)).counts,
  };
}
