import * as z from 'zod/mini';
import { ageOn, type Day } from '../../domain/day.ts';

/** Why the area suggests a service to a person; the page says it. */
const suggestionReason = z.enum(['age', 'everybody']);

/** A service as a list shows it. */
export const serviceSummary = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  ente: z.string(),
  online: z.boolean(),
  /** The language the texts are really in: Italian where there is no translation. */
  lang: z.string(),
});
export type ServiceSummary = z.infer<typeof serviceSummary>;

export const suggestion = z.extend(serviceSummary, { reason: suggestionReason });
export type Suggestion = z.infer<typeof suggestion>;

/** Whom a service is suggested to. Ages in completed years, both ends included. */
export interface SuggestionRule {
  minAge?: number | undefined;
  maxAge?: number | undefined;
}

/** A service with its rule; without a rule it is not suggested to anybody. */
export interface SuggestibleService {
  service: ServiceSummary;
  rule: SuggestionRule | null;
}

/** How many services are suggested at most. */
const MOST_SUGGESTIONS = 4;

/** The services for a person: first those chosen for their age, then those for everybody. */
export function suggestServices(services: readonly SuggestibleService[], birth: Day | null, today: Day): Suggestion[] {
  const age = birth === null ? null : ageOn(birth, today);
  const found = services.flatMap(({ service, rule }): Suggestion[] => {
    if (rule === null) return [];
    const { minAge, maxAge } = rule;
    if (minAge === undefined && maxAge === undefined) return [{ ...service, reason: 'everybody' }];
    const fits = age !== null && age >= (minAge ?? 0) && age <= (maxAge ?? Number.POSITIVE_INFINITY);
    return fits ? [{ ...service, reason: 'age' }] : [];
  });
  const byAge = found.filter(({ reason }) => reason === 'age');
  const forAll = found.filter(({ reason }) => reason === 'everybody');
  return [...byAge, ...forAll].slice(0, MOST_SUGGESTIONS);
}
