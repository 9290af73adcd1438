import * as z from 'zod/mini';

/**
 * The closed set of failures of the portal's own API, shared by both sides (RFC 9457).
 * `type` is stable: programs may rely on it; `title` is a sentence for people.
 */
export const PROBLEMS = {
  'signed-out': { status: 401, title: 'La sessione è finita o non hai ancora effettuato l’accesso.' },
  'foreign-origin': { status: 403, title: 'La richiesta non viene da una pagina di questo portale.' },
  'not-found': { status: 404, title: 'Quello che cerchi non c’è, o non è tuo.' },
  'method-not-allowed': { status: 405, title: 'Questo indirizzo non accetta questo tipo di richiesta.' },
  'invalid-request': { status: 400, title: 'La richiesta non è scritta come dovrebbe.' },
  'too-large': { status: 413, title: 'La richiesta è troppo lunga.' },
  'too-many-requests': { status: 429, title: 'Sono arrivate troppe richieste in poco tempo. Riprova tra qualche minuto.' },
  'not-stored': { status: 503, title: 'Quello che hai inviato non si può registrare in questo momento. Riprova tra poco.' },
  'source-failed': { status: 502, title: 'L’ufficio che deve rispondere non risponde. Riprova tra poco.' },
  internal: { status: 500, title: 'Qualcosa non ha funzionato da parte nostra. Riprova tra poco.' },
} as const;

/** The header in which a page says whose session it was opened in. */
export const SESSION_TAG_HEADER = 'x-session-tag';

export type ProblemCode = keyof typeof PROBLEMS;

const PREFIX = 'urn:fascicolo:problem:';

export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** Identifies the request in the logs; to be quoted to the help desk. */
  traceId: z.optional(z.string()),
});

/** A failure as an RFC 9457 response. */
export function problemResponse(code: ProblemCode, traceId: string): Response {
  const { status, title } = PROBLEMS[code];
  return new Response(JSON.stringify({ type: PREFIX + code, title, status, traceId }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'content-language': 'it', 'cache-control': 'no-store' },
  });
}

/** The code inside a problem's `type`, or null when it is not one of ours. */
export function problemCode(type: string): ProblemCode | null {
  const code = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
  return Object.hasOwn(PROBLEMS, code) ? (code as ProblemCode) : null;
}
