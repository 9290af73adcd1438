/** Words as they are compared when somebody searches: in any alphabet, the same in the browser and at build. */

/** Longest query that is looked at, in characters; more is not what a person looks for. */
export const LONGEST_QUERY = 100;

/** A text without accents, vowel signs and capitals: what two spellings of a word have in common. */
export function comparable(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** The article that Arabic writes together with its noun; people leave it out when they search. */
const arabicArticle = /^ال(?=.{3})/u;

/** The form in which one word is compared. */
export function comparableWord(word: string): string {
  return comparable(word).replace(arabicArticle, '');
}

/** What two forms of a compared word share when only the ending differs: `veicolo`, `veicoli`. Short words stay whole. */
export function withoutEnding(word: string): string {
  return word.length > 4 ? word.slice(0, -1) : word;
}

/** The words of a text as they were written: letters and digits together, everything else between them. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The words of a text as they are compared. */
export function comparableWords(text: string): string[] {
  return wordsIn(text).map(comparableWord);
}

/** What somebody typed, as a query: one line, single spaces, not longer than a person would write. */
export function readQuery(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, LONGEST_QUERY).trim();
}

/**
 * The words of a query that say something: all of them when none does.
 * @param ignore words as they are compared that say nothing
 */
export function tellingWords(query: string, ignore: readonly string[]): string[] {
  const words = wordsIn(query);
  const telling = words.filter((word) => !ignore.includes(comparableWord(word)));
  return telling.length > 0 ? telling : words;
}

/**
 * Whether a text holds the beginning of every word of a query, both as `comparableWords` gives them; a query without
 * words is in every text.
 */
export function matches(words: readonly string[], query: readonly string[]): boolean {
  return query.every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/**
 * How many letters must change to make one word of the other: added, left out, taken for another, or two swapped.
 * @returns `limit + 1` when they are more than `limit`
 */
export function lettersApart(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const at = (cells: readonly number[], index: number) => cells[index] ?? limit + 1;
      let cost = Math.min(at(last, column) + 1, at(now, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped && row > 1 && column > 1) cost = Math.min(cost, at(before, column - 2) + 1);
      now.push(cost);
    }
    if (Math.min(...now) > limit) return limit + 1;
    before = last;
    last = now;
  }
  return Math.min(last[other.length] ?? limit + 1, limit + 1);
}
