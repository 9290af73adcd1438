import { brotliCompressSync, constants } from 'node:zlib';
import { comparableWords, wordsIn } from '../../domain/search.ts';
import { messagesOf, translatorOf } from '../../i18n/messages.ts';
import { writeIndex, type CompactIndex, type Entry } from '../../ui/search-index.ts';
import { readTexts } from '../../ui/search-texts.ts';
import { otherWords, synonymsOf, wordsBesides } from './synonyms.ts';

/** A page that may be suggested. */
export interface Suggestible {
  title: string;
  /** Address with the language prefix. */
  path: string;
  /** The language of the title. */
  lang: string;
  /** Other words that editors gave it. */
  keywords: readonly string[];
}

/** What may be suggested, each list with what is used most first. */
export interface SuggestibleLists {
  services: readonly Suggestible[];
  lifeEvents: readonly Suggestible[];
  enti: readonly Suggestible[];
}

/** Largest index that is sent, in bytes of Brotli: with the script, what suggestions should weigh. */
export const LARGEST = 5_500;

/** Of each kind so many come first; what is left is for the services, then for the others. */
const FIRST_OF_EACH = 30;

/** More entries than could ever fit are not looked at. */
const MOST = 1_000;

/** Other words of one page: its editors' and their synonyms in turn, until there are so many. */
const WORDS = 9;

/** Words for correcting typing errors, besides those of the entries. */
const VOCABULARY = 100;

const weigh = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

/** The items of two lists in turn. */
function inTurns(one: readonly string[], other: readonly string[]): string[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [one[at], other[at]]).flat().filter((item) => item !== undefined);
}

/** The words that the texts left out use most; a typing error in one of them can still be corrected. */
function frequentWords(texts: readonly string[], ignore: readonly string[]): string[] {
  const counts = new Map<string, { word: string; count: number }>();
  for (const word of texts.flatMap(wordsIn)) {
    const [key = ''] = comparableWords(word);
    if (key.length < 4 || ignore.includes(key)) continue;
    const known = counts.get(key) ?? { word: word.toLowerCase(), count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, VOCABULARY).map(({ word }) => word);
}

/**
 * The index for suggestions, as it is sent: as many entries as fit, whatever the size of the catalogue.
 * @returns JSON
 */
export function compactIndex(locale: string, { services, lifeEvents, enti }: SuggestibleLists): string {
  const t = translatorOf(locale, 'search');
  const synonyms = synonymsOf(locale);
  const { ignore } = synonyms;
  const lists = [services, lifeEvents, enti].map((list, kind) => list.map((page) => ({ kind, page })));
  const ordered = [...lists.flatMap((list) => list.slice(0, FIRST_OF_EACH)), ...lists.flatMap((list) => list.slice(FIRST_OF_EACH))];
  const entries = ordered.slice(0, MOST).map(({ kind, page: { title, path, lang, keywords } }): Entry => ({
    kind,
    title,
    path,
    words: wordsBesides(title, inTurns(keywords, otherWords([title, ...keywords], synonyms)), ignore, WORDS).join(' '),
    lang: lang === locale ? undefined : lang,
  }));
  const frame = {
    locale,
    texts: readTexts(messagesOf(locale, 'search')['suggestions']),
    kinds: [t('suggestions.services'), t('suggestions.lifeEvents'), t('suggestions.enti')],
    ignore: [...ignore],
  };
  const written = (count: number) => {
    const left = ordered.slice(count).flatMap(({ page: { title, keywords } }) => [title, ...keywords]);
    const index: CompactIndex = { ...frame, entries: entries.slice(0, count), vocabulary: frequentWords(left, ignore) };
    return writeIndex(index);
  };

  // Halving finds how many entries fit: each more makes the index heavier.
  let fits = 0;
  let tooMany = entries.length + 1;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (weigh(written(middle)) <= LARGEST) fits = middle;
    else tooMany = middle;
  }
  return written(fits);
}
