/** Speaks with Pagefind's worker: its own script for pages would be fetched besides and do no more than this. */

/** Where the built index lies (`pagefind-integration.ts`). */
const BASE = '/pagefind/';

/** What a word weighs where it is found: in the title, in editors' other words; not in what only describes the page. */
const metaWeights = { title: 8, words: 7, date: 0, lang: 0, popularity: 0 };

/** Words in an excerpt. */
const EXCERPT = 28;

/** A page that was found. */
export interface Extract {
  url: string;
  title: string;
  /** Pagefind's excerpt: see `readExcerpt`. */
  excerpt: string;
  /** Its title and editors' other words for it. */
  names: string;
  /** The words of the text by which it was found. */
  found: string;
  kind: string;
  ente: string;
  /** `YYYY-MM-DD`, or nothing. */
  date: string;
  /** Its place among the most used, from 1; infinite for the others. */
  popularity: number;
  /** The language of the texts, when it is not the page's. */
  lang: string;
}

/** How many results each value of a filter would leave. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The answer to a query: pages are read one by one, only when they are shown. */
export interface Answer {
  /** Best first. */
  results: { id: string; read: () => Promise<Extract> }[];
  /** How many there would be without the filters. */
  unfiltered: number;
  /** Empty until `loadFilters`. */
  counts: FilterCounts;
}

/** A full-text search over the pages of one language. */
export interface Engine {
  search(query: string, filters: Readonly<Record<string, string>>): Promise<Answer>;
  /** Fetches what is needed for counts. */
  loadFilters(): Promise<void>;
  /** Ends it; what was asked is never answered. */
  stop(): void;
}

type Data = Readonly<Record<string, unknown>>;
const dataOf = (value: unknown): Data => (typeof value === 'object' && value !== null ? { ...value } : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const firstOf = (value: unknown): string => (Array.isArray(value) ? textOf(value[0]) : '');

function readExtract(value: unknown): Extract {
  const { url, excerpt, content, locations, meta, filters } = dataOf(value);
  const { title, date, lang, words, popularity } = dataOf(meta);
  const { kind, ente } = dataOf(filters);
  // Only addresses of this site can have been indexed.
  if (!/^\/(?!\/)/.test(textOf(url))) throw new Error('The index holds no page of this site.');
  const text = textOf(content).split(/\s+/);
  const places: unknown[] = Array.isArray(locations) ? locations : [];
  const inText = new Set(places.map((place) => (typeof place === 'number' ? text[place] : undefined)));
  return {
    url: textOf(url),
    title: textOf(title),
    excerpt: textOf(excerpt),
    names: `${textOf(title)} ${textOf(words)}`,
    found: [...inText].join(' '),
    kind: firstOf(kind),
    ente: firstOf(ente),
    date: textOf(date),
    popularity: Number(textOf(popularity)) || Number.POSITIVE_INFINITY,
    lang: textOf(lang),
  };
}

function readCounts(value: unknown): FilterCounts {
  const read = Object.entries(dataOf(value)).map(([filter, values]) => {
    const counts = Object.entries(dataOf(values)).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
    return [filter, Object.fromEntries(counts)] as const;
  });
  return Object.fromEntries(read);
}

/**
 * Starts the worker; it fetches what it needs of the index.
 * @param language of the pages to search, BCP 47
 * @throws (each method) when the index can not be fetched or read
 */
export function startEngine(language: string): Engine {
  const worker = new Worker(`${BASE}pagefind-worker.js`);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  let asked = 0;

  const fail = (reason: Error) => {
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  worker.addEventListener('error', () => fail(new Error('The search can not be fetched.')));
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { id, result, error, failed } = dataOf(data);
    if (failed === true) fail(new Error('A part of the search can not be fetched.'));
    const one = typeof id === 'number' ? waiting.get(id) : undefined;
    if (one === undefined || typeof id !== 'number') return;
    waiting.delete(id);
    if (error === undefined) one.resolve(result);
    else one.reject(new Error(textOf(error)));
  });
  const call = (method: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ id: asked, method, args });
    });

  const ready = call('init', {
    basePath: BASE,
    baseUrl: '/',
    language,
    excerptLength: EXCERPT,
    // The index is asked for anew by its own rules of caching, not by an address that changes every time.
    metaCacheTag: '1',
    ranking: { metaWeights },
  });

  return {
    async search(query, filters) {
      await ready;
      const answer = await call('search', query, { filters });
      const { results, unfilteredResultCount, filters: counts } = dataOf(answer);
      if (!Array.isArray(results)) throw new Error('The search gave no answer.');
      return {
        results: results.map((result: unknown) => {
          const { id, data } = dataOf(result);
          return { id: textOf(id), read: async () => readExtract(await call('getData', data)) };
        }),
        unfiltered: typeof unfilteredResultCount === 'number' ? unfilteredResultCount : results.length,
        counts: readCounts(counts),
      };
    },
    async loadFilters() {
      await ready;
      await call('filters');
    },
    stop: () => worker.terminate(),
  };
}
