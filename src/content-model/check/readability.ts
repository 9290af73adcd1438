import { warningAt, type Finding } from './finding.ts';
import type { Passage } from './markdown.ts';

/** Below this a text is hard for a reader who left school at fourteen. */
const LOWEST_GULPEASE = 60;

/** Words in a sentence beyond which a reader loses the thread. */
const LONGEST_SENTENCE = 35;

/** Words below which the index says more about chance than about the text. */
const SHORTEST_TEXT = 40;

/** How many of the hardest sentences a warning names. */
const MOST_NAMED = 2;

/** Words of a sentence that is worth naming: a short one of long words is hard by the formula and easy to read. */
const WORTH_NAMING = 8;

/** Characters of a sentence that are quoted. */
const LONGEST_QUOTE = 70;

/** Characters before a full stop that are enough to know an abbreviation. */
const LONGEST_ABBREVIATION = 16;

/** Abbreviations that end in a full stop in the middle of a sentence, as administrations write them; and single letters. */
const abbreviation =
  /(?:^|[\s(’'/])(?:\p{L}|artt?|nn|num|es|ecc|pagg?|sigg?|dott|ing|avv|prof|tel|lett|cfr|co|reg|cod|fisc|lgs|min|max|ca|all|cap|int|sez|p\.zza|v\.le|c\.so|(?:\p{L}\.)+\p{L}{1,3})$/iu;

/** The sentences of a paragraph; an item of a list is one even without a full stop. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/[.!?…]+[)»”"’]*(?=\s|$)/g)) {
    const end = index + mark.length;
    const goesOn =
      abbreviation.test(text.slice(Math.max(start, index - LONGEST_ABBREVIATION), index)) ||
      /^\s+\p{Ll}/u.test(text.slice(end, end + 3));
    if (mark.startsWith('.') && goesOn) continue;
    sentences.push(text.slice(start, end));
    start = end;
  }
  sentences.push(text.slice(start));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => /\p{L}/u.test(sentence));
}

/** A word: an article with an apostrophe is one, an amount or an address too. */
const word = /[\p{L}\p{M}\p{N}]+(?:[.,:/@_-][\p{L}\p{M}\p{N}]+)*/gu;

const wordsIn = (sentence: string) => sentence.match(word)?.length ?? 0;

interface Counts {
  sentences: number;
  words: number;
  letters: number;
}

const count = (sentence: string): Counts => ({
  sentences: 1,
  words: wordsIn(sentence),
  letters: sentence.replaceAll(/[^\p{L}\p{N}]+/gu, '').length,
});

const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, one) => ({
      sentences: total.sentences + one.sentences,
      words: total.words + one.words,
      letters: total.letters + one.letters,
    }),
    { sentences: 0, words: 0, letters: 0 },
  );

const formula = ({ sentences, words, letters }: Counts) => Math.min(100, 89 + (300 * sentences - 10 * letters) / words);

const indexOf = (counts: Counts) => (counts.words < SHORTEST_TEXT ? null : formula(counts));

/** The Gulpease index of Italian texts without marks, up to 100 (easiest); null when they are too short to tell. */
export const gulpease = (texts: readonly string[]): number | null =>
  indexOf(sum(texts.flatMap(sentencesOf).map(count)));

function quote(sentence: string): string {
  const short =
    sentence.length <= LONGEST_QUOTE ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_QUOTE))} …`;
  return `«${short}»`;
}

/** What makes an Italian text hard to read: all of it, and its longest sentences. */
export function readabilityFindings(passages: readonly Passage[]): Finding[] {
  const sentences = passages.flatMap(({ text, place }) =>
    sentencesOf(text).map((sentence) => ({ sentence, place, counts: count(sentence) })),
  );
  const long = sentences
    .filter(({ counts }) => counts.words > LONGEST_SENTENCE)
    .map(({ sentence, place, counts }) =>
      warningAt(
        place,
        `frase di ${counts.words} parole, oltre ${LONGEST_SENTENCE} si perde il filo: dividila. ${quote(sentence)}`,
      ),
    );
  const all = indexOf(sum(sentences.map(({ counts }) => counts)));
  if (all === null || all >= LOWEST_GULPEASE) return long;
  const hardest = sentences
    .filter(({ counts }) => counts.words >= WORTH_NAMING)
    .sort((a, b) => formula(a.counts) - formula(b.counts));
  const [first] = hardest;
  if (first === undefined) return long;
  const named = hardest
    .slice(0, MOST_NAMED)
    .map(({ sentence, place: { line } }) => `${quote(sentence)} (riga ${line})`);
  const { file, line } = first.place;
  return [
    warningAt(
      { file, line },
      `testo difficile: indice Gulpease ${Math.round(all)}, deve essere almeno ${LOWEST_GULPEASE}. Comincia da qui: ${named.join('; ')}.`,
    ),
    ...long,
  ];
}
