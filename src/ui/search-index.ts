import { comparableWord, lettersApart, withoutEnding, wordsIn } from '../domain/search.ts';
import { readTexts, type Texts } from './search-texts.ts';

/** A page that can be suggested. */
export interface Entry {
  /** Position in `CompactIndex.kinds`. */
  kind: number;
  title: string;
  /** Address with the language prefix. */
  path: string;
  /** Other words it is found by, separated by spaces. */
  words: string;
  /** The language of the title, when it is not the reader's. */
  lang?: string | undefined;
}

/** What `/suggerimenti/<locale>.json` holds: short lists in place of objects, because every byte is fetched. */
export interface CompactIndex {
  locale: string;
  texts: Texts;
  /** Names of the groups, in the order they are shown. */
  kinds: string[];
  /** The most used first. */
  entries: Entry[];
  /** Words that say nothing to a search. */
  ignore: string[];
  /** More words that are written right, by which typing errors are corrected. */
  vocabulary: string[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const textsIn = (value: unknown): string[] => (isText(value) && value !== '' ? value.split(' ') : []);

/** How the index travels. */
export function writeIndex({ locale, texts, kinds, entries, ignore, vocabulary }: CompactIndex): string {
  const rows = entries.map(({ kind, title, path, words, lang }) => [kind, title, path, words, ...(lang ? [lang] : [])]);
  return JSON.stringify({ locale, texts, kinds, entries: rows, ignore: ignore.join(' '), vocabulary: vocabulary.join(' ') });
}

/** Reads what travelled; an entry that can not be read is left out. */
export function readIndex(data: unknown): CompactIndex {
  const { locale, texts, kinds, entries, ignore, vocabulary }: Record<string, unknown> = { ...(typeof data === 'object' ? data : {}) };
  const rows: unknown[] = Array.isArray(entries) ? entries : [];
  return {
    locale: isText(locale) ? locale : '',
    texts: readTexts(texts),
    kinds: Array.isArray(kinds) ? kinds.filter(isText) : [],
    entries: rows.flatMap((row): Entry[] => {
      const cells: unknown[] = Array.isArray(row) ? row : [];
      const [kind, title, path, words, lang] = cells;
      // An address of this site: no other may be opened from here.
      if (typeof kind !== 'number' || !isText(title) || !isText(path) || !/^\/(?!\/)/.test(path)) return [];
      return [{ kind, title, path, words: isText(words) ? words : '', lang: isText(lang) ? lang : undefined }];
    }),
    ignore: textsIn(ignore),
    vocabulary: textsIn(vocabulary),
  };
}

/** Letters that may be wrong in a word: none in a short one, where another word is always near. */
export const forgiven = (word: string) => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2);

/**
 * The query with its typing errors corrected, or null when it has none that is known.
 * The beginning of a known word, and a known word with another ending, are right.
 */
export function correct(query: string, { entries, ignore, vocabulary }: CompactIndex): string | null {
  /** Every known word as it is compared, with how it is written. */
  const spellings = new Map<string, string>();
  for (const text of [...entries.flatMap(({ title, words }) => [title, words]), ...vocabulary]) {
    for (const word of wordsIn(text)) {
      const key = comparableWord(word);
      if (!spellings.has(key)) spellings.set(key, word.toLowerCase());
    }
  }

  const known = [...spellings];
  const words = wordsIn(query);
  const corrected = words.map((written) => {
    const word = comparableWord(written);
    const limit = forgiven(word);
    const isRight = ([key]: [string, string]) => key.startsWith(word) || withoutEnding(key) === withoutEnding(word);
    if (limit === 0 || ignore.includes(word) || known.some(isRight)) return written;
    let best = { spelling: written, apart: limit + 1 };
    for (const [key, spelling] of known) {
      // People rarely miss the first letter: such a word is a little nearer.
      const apart = lettersApart(word, key, limit) + (key[0] === word[0] ? 0 : 0.5);
      if (key.length > 2 && apart < best.apart) best = { spelling, apart };
    }
    return best.spelling;
  });
  return corrected.every((word, at) => word === words[at]) ? null : corrected.join(' ');
}

const read = new Map<string, Promise<CompactIndex>>();

/** The index of a language, fetched once; after a failure the next call tries again. */
export function loadIndex(address: string): Promise<CompactIndex> {
  const known = read.get(address);
  if (known) return known;
  const coming = fetch(address)
    .then((response) => {
      if (!response.ok) throw new Error(`The index answered ${response.status}.`);
      return response.json();
    })
    .then(readIndex);
  read.set(address, coming);
  coming.catch(() => read.delete(address));
  return coming;
}
