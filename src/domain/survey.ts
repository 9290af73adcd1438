/** The satisfaction survey of the national model: its scale, the codes of its fixed answers, its limits. */

/** The scale, from "not clear at all" to "very clear". */
export const RATES = [1, 2, 3, 4, 5] as const;

/** What can be chosen after four or five stars. */
export const GOOD_REASONS = ['clear', 'complete', 'sure', 'smooth', 'other'] as const;
/** What can be chosen after one to three. */
export const BAD_REASONS = ['unclear', 'incomplete', 'unsure', 'technical', 'other'] as const;

export type Reason = (typeof GOOD_REASONS | typeof BAD_REASONS)[number];

/** The names of the form's fields; those of the reasons are found by their question, as `moodOf` gives it. */
export const SURVEY_FIELDS = {
  path: 'path',
  rating: 'rating',
  good: 'good[]',
  bad: 'bad[]',
  text: 'text',
  /** Not shown to people: who fills it in is none. */
  trap: 'website',
  /** Opens a rating that has been kept already, for its details. */
  token: 'voto',
} as const;

/** Longest free text, in characters. */
export const LONGEST_TEXT = 200;

const LONGEST_PATH = 200;

/** Which of the two questions follows a rating. */
export function moodOf(rating: number): 'good' | 'bad' {
  return rating > 3 ? 'good' : 'bad';
}

/** The answers offered after a rating. */
export function reasonsAfter(rating: number): readonly Reason[] {
  return moodOf(rating) === 'good' ? GOOD_REASONS : BAD_REASONS;
}

/** Whether a text is the address of a page of the portal, without its language prefix: plain segments, no query. */
export function isPagePath(text: string): boolean {
  return text.length <= LONGEST_PATH && /^\/(?:[a-z\d][\w-]*\/)*$/i.test(text);
}

const MASK = '[…]';

/** What tells who somebody is, or how to reach them: e-mail addresses, fiscal codes, long numbers (telephone, IBAN, notice). */
const PERSONAL: readonly RegExp[] = [
  /[^\s@]{1,64}@[^\s@]{1,255}/gu,
  /(?<![\p{L}\p{N}])[A-Z]{3}\s?[A-Z]{3}\s?[\dL-NP-V]{2}\s?[A-EHLMPRST]\s?[\dL-NP-V]{2}\s?[A-Z]\s?[\dL-NP-V]{3}\s?[A-Z](?![\p{L}\p{N}])/giu,
  /(?:\+\s?)?\p{Nd}(?:[\s.\-/()]{0,2}\p{Nd}){6,}/gu,
];

/** More than this is not read: what a person may write is far shorter. */
const LONGEST_READ = 1_000;

/**
 * The words of a free text, as they may be kept: without control characters, with what is plainly personal masked, cut
 * to the survey's length. Null when nothing is left. Masking is no promise: the form asks not to write such things.
 */
export function maskPersonalData(text: string): string | null {
  const words = text.slice(0, LONGEST_READ).normalize('NFKC').replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
  const masked = PERSONAL.reduce((rest, pattern) => rest.replaceAll(pattern, MASK), words);
  // By code points: half of a character is none.
  return Array.from(masked.trim()).slice(0, LONGEST_TEXT).join('').trim() || null;
}
