import MiniSearch from 'minisearch';
import { comparableWord, tellingWords, wordsIn } from '../domain/search.ts';
import { correct, forgiven, type CompactIndex, type Entry } from './search-index.ts';

/**
 * Finds the best entries for what is being typed, at most `most` of each kind: by the words as they are, or else with
 * typing errors corrected.
 */
export type Find = (query: string, most: number) => Entry[];

export function createFinder(index: CompactIndex): Find {
  const { entries, ignore, kinds } = index;
  const search = new MiniSearch<Entry & { id: number }>({
    fields: ['title', 'words'],
    tokenize: wordsIn,
    processTerm: comparableWord,
    searchOptions: {
      prefix: true,
      fuzzy: forgiven,
      boost: { title: 3 },
      weights: { prefix: 0.7, fuzzy: 0.2 },
      // What is used most comes first among equals.
      boostDocument: (id) => 2 - Number(id) / entries.length,
    },
  });
  search.addAll(entries.map((entry, id) => ({ ...entry, id })));

  const ranked = (query: string): Entry[] => {
    const words = tellingWords(query, ignore).join(' ');
    if (words === '') return [];
    const all = search.search(words, { combineWith: 'AND' });
    const found = all.length > 0 ? all : search.search(words);
    return found.flatMap(({ id }) => entries[Number(id)] ?? []);
  };

  return (query, most) => {
    const asWritten = ranked(query);
    const best = asWritten.length > 0 ? asWritten : ranked(correct(query, index) ?? '');
    return kinds.flatMap((_, kind) => best.filter((entry) => entry.kind === kind).slice(0, most));
  };
}
