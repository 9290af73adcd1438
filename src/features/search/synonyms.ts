import { parse } from 'yaml';
import type * as z from 'zod';
import { synonyms as synonymsFile } from '../../content-model/schemas.ts';
import { comparable, comparableWord, comparableWords, withoutEnding, wordsIn } from '../../domain/search.ts';

/** One of several words for a thing: as it is written, and its words as they are compared. */
interface Term {
  written: string;
  words: readonly string[];
}

/** The everyday words of a language. */
export interface Synonyms {
  /** Words as they are compared. */
  ignore: readonly string[];
  groups: readonly (readonly Term[])[];
}

/** Synonyms as a file gives them. */
export function readSynonyms({ ignore, groups }: z.infer<typeof synonymsFile>): Synonyms {
  const term = (written: string): Term => ({ written, words: comparableWords(written) });
  return { ignore: ignore.map(comparable), groups: groups.map((group) => group.map(term)) };
}

const files = import.meta.glob<string>('../../../content/synonyms/*.yaml', { eager: true, import: 'default', query: '?raw' });

const read = new Map<string, Synonyms>();

/** The synonyms of a language; one that has no file has none. @throws with file and field when the file is wrong */
export function synonymsOf(locale: string): Synonyms {
  const known = read.get(locale);
  if (known) return known;
  const path = `../../../content/synonyms/${locale}.yaml`;
  // Every word is a text, also 118 and "no".
  const result = synonymsFile.safeParse(parse(files[path] ?? 'ignore: []\ngroups: []', { schema: 'failsafe' }));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`content/synonyms/${locale}.yaml, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const synonyms = readSynonyms(result.data);
  read.set(locale, synonyms);
  return synonyms;
}

/** Whether the words of a term stand one after the other in the words of a text. */
function holds(text: readonly string[], { words: [first = '', ...rest] }: Term): boolean {
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    if (rest.every((word, index) => text[at + 1 + index] === word)) return true;
  }
  return false;
}

/**
 * Other words for what texts speak of: of each group of which one term stands in them, the terms that do not.
 * @param texts a page's title and its editors' keywords
 */
export function otherWords(texts: readonly string[], { groups }: Synonyms): string[] {
  const read = texts.map(comparableWords);
  const isThere = (term: Term) => read.some((text) => holds(text, term));
  const found = groups.filter((group) => group.some(isThere)).flatMap((group) => group.filter((term) => !isThere(term)));
  return [...new Set(found.map(({ written }) => written))];
}

/** The keywords of a page with what else people call the same things: `searchAttributes({ words })`. */
export function searchWords(locale: string, title: string, keywords: readonly string[]): string[] {
  return [...keywords, ...otherWords([title, ...keywords], synonymsOf(locale))];
}

/**
 * The words of some texts that a title does not have, each once and as they were written.
 * @param most how many at most: the first ones
 */
export function wordsBesides(title: string, texts: readonly string[], ignore: readonly string[], most: number): string[] {
  const seen = new Set([...comparableWords(title), ...ignore].map(withoutEnding));
  const words = texts.flatMap(wordsIn).filter((word) => {
    const stem = withoutEnding(comparableWord(word));
    if (seen.has(stem)) return false;
    seen.add(stem);
    return true;
  });
  return words.slice(0, most);
}
