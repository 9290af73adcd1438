import * as z from 'zod/mini';
import { BAD_REASONS, GOOD_REASONS, isPagePath, moodOf, reasonsAfter, SURVEY_FIELDS, type Reason } from '../../domain/survey.ts';
import { findLanguage } from '../../i18n/locales.ts';

const rate = z.number().check(z.refine((rating) => Number.isInteger(rating) && rating >= 1 && rating <= 5, 'must be a whole number from 1 to 5'));

/** What a reader says of a page, as the API takes it. */
export const ratingRequest = z.object({
  /** Address of the page without its language prefix. */
  path: z.string().check(z.refine(isPagePath, 'must be the address of a page')),
  /** The language it was read in. */
  locale: z.string().check(z.refine((code) => findLanguage(code) !== null, 'must be a language of the portal')),
  /** From 1, not clear at all, to 5, very clear. */
  rating: rate,
  /** Those that do not belong to the rating's question are left out. */
  reasons: z._default(z.array(z.enum([...new Set([...GOOD_REASONS, ...BAD_REASONS])])).check(z.maxLength(10)), []),
  text: z._default(z.string(), ''),
  /** A field that people do not see: who fills it in is no person. */
  website: z._default(z.string(), ''),
});
export type RatingRequest = z.infer<typeof ratingRequest>;

/** The reasons chosen in a form, among those that belong to the rating. */
export function reasonsFromForm(form: URLSearchParams, rating: number): Reason[] {
  const chosen = form.getAll(SURVEY_FIELDS[moodOf(rating)]);
  return reasonsAfter(rating).filter((reason) => chosen.includes(reason));
}

/** The rating in a form of the given language; null when it is none. */
export function ratingFromForm(form: URLSearchParams, locale: string): RatingRequest | null {
  const rating = Number(form.get(SURVEY_FIELDS.rating) ?? '');
  const parsed = ratingRequest.safeParse({
    path: form.get(SURVEY_FIELDS.path),
    locale,
    rating,
    reasons: reasonsFromForm(form, rating),
    text: form.get(SURVEY_FIELDS.text) ?? '',
    website: form.get(SURVEY_FIELDS.trap) ?? '',
  });
  return parsed.success ? parsed.data : null;
}

/** Why a rating was not kept. */
export type RatingProblem = 'invalid' | 'foreign' | 'too-many' | 'not-stored';

const PROBLEM_STATUS: Readonly<Record<RatingProblem, number>> = { invalid: 400, foreign: 403, 'too-many': 429, 'not-stored': 503 };

/** What the page of the plain form shows. */
export type RatingStep =
  /** The rating is kept; reasons and words may follow. */
  | { kind: 'details'; path: string; rating: number; token: string }
  /** All is kept. */
  | { kind: 'thanks'; path: string }
  /** Nothing was sent. */
  | { kind: 'nothing' }
  /** Nothing was kept; what was sent, to send it again. Null is a page that is none of ours. */
  | { kind: 'failed'; problem: RatingProblem; path: string | null; fields: [name: string, value: string][] };

/** The HTTP status with which the page of a step is answered. */
export function statusOfStep(step: RatingStep): number {
  return step.kind === 'failed' ? PROBLEM_STATUS[step.problem] : 200;
}
