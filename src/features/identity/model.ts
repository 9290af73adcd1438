import * as z from 'zod/mini';

/** What the browser may know of the session. */
export const sessionView = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(false) }),
  z.object({
    signedIn: z.literal(true),
    /** To be sent with every call as `x-session-tag`: a page opened by one person never shows another's data. */
    tag: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    hasFiscalCode: z.boolean(),
    level: z.union([z.literal(1), z.literal(2)]),
    provider: z.string(),
    /** Seconds until the session ends if nothing is done. */
    secondsLeft: z.number(),
  }),
]);
export type SessionView = z.infer<typeof sessionView>;

/** What can go wrong between leaving for the identity provider and coming back; each has its page. */
export const SIGN_IN_PROBLEMS = ['annullato', 'scaduto', 'livello', 'fornitore', 'non-disponibile'] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** The HTTP status of each problem's page. */
export const SIGN_IN_PROBLEM_STATUS: Readonly<Record<SignInProblem, number>> = {
  annullato: 200,
  scaduto: 400,
  livello: 403,
  fornitore: 400,
  'non-disponibile': 503,
};
