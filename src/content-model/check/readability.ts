import { warningAt, type Finding } from './finding.ts';
import type { Passage } from './markdown.ts';

/** Below this a text is hard for readers who left school at fourteen; above 80 it is easy for those of eleven. */
export const LOWEST_GULPEASE = 60;

/** Words in a sentence beyond which a reader loses the thread. */
export const LONGEST_SENTENCE = 35;

/** Words below which the index says more about chance than about the text. */
const SHORTEST_TEXT = 40;

/** How many of the hardest sentences a warning names. */
const MOST_NAMED = 2;

/** Characters of a sentence that are quoted. */
const LONGEST_QUOTE = 70;

/** Abbreviations that end in a full stop in the middle of a sentence, as administrations write them. */
const abbreviation = /(?:^|[\s(’'/])(?:\p{L}|artt?|nn|num|es|ecc|pag|pagg|sig|sigg|dott|ing|avv|prof|tel|lett|cfr|co|commi|reg|cod|fisc|legge|lgs|min|max|ca|all|cap|int|sez|p\.zza|v\.le|c\.so|(?:\p{L}\.)+\p{L}{1,3})$/iu;

/** The sentences of a paragraph, each with its words; an item of a list is one even without a full stop. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/[.!?…]+[)»”"’]*(?=\s|$)/g)) {
    const end = index + mark.length;
    const goesOn = mark.startsWith('.') && (abbreviation.test(text.slice(start, index)) || /^\s+\p{Ll}/u.test(text.slice(end)));
    if (goesOn) continue;
    sentences.push(text.slice(start, end));
    start = end;
  }
  sentences.push(text.slice(start));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Words and their letters; an article with an apostrophe is a word, an amount or an address is one. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+(?:[.,:/@_-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];

interface Counts {
  sentences: number;
  words: number;
  letters: number;
}

function count(sentences: readonly string[]): Counts {
  const words = sentences.flatMap(wordsOf);
  const letters = words.reduce((sum, word) => sum + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  return { sentences: sentences.length, words: words.length, letters };
}

const indexOf = ({ sentences, words, letters }: Counts) => Math.min(100, 89 + (300 * sentences - 10 * letters) / words);

/** The Gulpease index of Italian texts without marks, from 0 (hardest) to 100; null when they are too short to tell. */
export function gulpease(texts: readonly string[]): number | null {
  const counts = count(texts.flatMap(sentencesOf));
  return counts.words < SHORTEST_TEXT ? null : indexOf(counts);
}

function quote(sentence: string): string {
  const short = sentence.length <= LONGEST_QUOTE ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_QUOTE))} …`;
  return `«${short}»`;
}

/** What makes an Italian text hard to read: all of it, and its longest sentences. */
export function readabilityFindings(passages: readonly Passage[]): Finding[] {
  const sentences = passages.flatMap(({ text, place }) => sentencesOf(text).map((sentence) => ({ sentence, place, counts: count([sentence]) })));
  const long = sentences
    .filter(({ counts }) => counts.words > LONGEST_SENTENCE)
    .map(({ sentence, place, counts }) => warningAt(place, `frase di ${counts.words} parole, oltre ${LONGEST_SENTENCE} si perde il filo: dividila. ${quote(sentence)}`));
  const all = gulpease(passages.map(({ text }) => text));
  if (all === null || all >= LOWEST_GULPEASE) return long;
  // A short sentence of long words is hard by the formula and easy to read: what is worth changing has some length.
  const hardest = sentences.filter(({ counts }) => counts.words >= 8).sort((a, b) => indexOf(a.counts) - indexOf(b.counts));
  const [first] = hardest;
  if (first === undefined) return long;
  const named = hardest.slice(0, MOST_NAMED).map(({ sentence, place: { line } }) => `${quote(sentence)} (riga ${line})`);
  const { file, line } = first.place;
  return [
    warningAt({ file, line }, `testo difficile: indice Gulpease ${Math.round(all)}, deve essere almeno ${LOWEST_GULPEASE}. Comincia da qui: ${named.join('; ')}.`),
    ...long,
  ];
}
