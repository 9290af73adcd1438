import { dayInItaly } from '../../domain/day.ts';
import { isPagePath, maskPersonalData, reasonsAfter, SURVEY_FIELDS } from '../../domain/survey.ts';
import { localizedPath } from '../../i18n/paths.ts';
import { problemResponse } from '../../platform/problem.ts';
import { isSameOrigin, type ApiOperation } from '../../platform/server/api.ts';
import type { Log } from '../../platform/server/log.ts';
import type { OpaqueId } from '../../platform/server/opaque-id.ts';
import { readBody } from '../../platform/server/read-body.ts';
import { StoreFailure, type RatingStore } from '../../platform/server/store.ts';
import { ratingFromForm, ratingRequest, reasonsFromForm, type RatingProblem, type RatingRequest, type RatingStep } from './model.ts';
import type { RateLimit } from './rate-limit.ts';

export interface FeedbackOptions {
  ratings: RatingStore;
  limit: RateLimit;
  /** Signs what is given to a page to come back with. */
  opaqueId: OpaqueId;
  portalOrigin: string;
  log: Log;
  now: () => Date;
}

/** Where the server in front of the application writes the client's address (scripts/lib/portal-listener.mjs). */
const CLIENT_ADDRESS_HEADER = 'x-client-address';

/** Largest request read, in bytes: many times what the form can hold. */
const LARGEST_BODY = 8_192;

/** Seconds after which who has sent too much may try again. */
const RETRY_AFTER = '60';

/** The address of the client, or null: an address of this machine is the proxy's, and says nothing of who is behind it. */
function clientOf(request: Request): string | null {
  const address = request.headers.get(CLIENT_ADDRESS_HEADER);
  return address === null || /^(?:(?:::ffff:)?127\.|::1$)/i.test(address) ? null : address;
}

/** Keeps a rating: its id, or nothing to go on with when it came from no person. Fails with a `StoreFailure`. */
async function keep({ ratings, now }: FeedbackOptions, asked: RatingRequest): Promise<string | null> {
  const { path, locale, rating, reasons, text, website } = asked;
  // A program that fills in every field is told that all is well, so that it learns nothing.
  if (website !== '') return null;
  const own = reasonsAfter(rating).filter((reason) => reasons.includes(reason));
  return ratings.add({ day: dayInItaly(now()), path, locale, rating, reasons: own, text: maskPersonalData(text) });
}

/** The log names what went wrong, and nothing of what was sent. */
function logFailure(log: Log, failure: StoreFailure): void {
  log('error', 'store-failed', { what: 'rating', reason: failure.reason });
}

/** `/api/v1/ratings`: how clear a reader found a page. */
export function feedbackOperations(options: FeedbackOptions): ApiOperation[] {
  return [
    {
      method: 'post',
      path: '/ratings',
      summary: 'Keeps how clear a reader found a page, without anything about the reader',
      body: ratingRequest,
      response: null,
      access: 'public',
      handle: async ({ request, traceId, log }) => {
        const body = await readBody(request, LARGEST_BODY);
        if ('problem' in body) return problemResponse(body.problem === 'too-large' ? 'too-large' : 'invalid-request', traceId);
        const asked = ratingRequest.safeParse(parseJson(body.text));
        if (!asked.success) return problemResponse('invalid-request', traceId);
        if (!(await options.limit(clientOf(request)))) {
          const response = problemResponse('too-many-requests', traceId);
          response.headers.set('retry-after', RETRY_AFTER);
          return response;
        }
        try {
          await keep(options, asked.data);
          return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
        } catch (error) {
          if (!(error instanceof StoreFailure)) throw error;
          logFailure(log, error);
          return problemResponse('not-stored', traceId);
        }
      },
    },
  ];
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Answers `/valutazione/` in a language: what its page shows, or where to go on. */
export type RatingForm = (request: Request, locale: string) => Promise<Response | RatingStep>;

/**
 * The survey as a plain form. A rating is kept as soon as it comes; when it came without reasons or words, the page
 * that follows asks for them. What was sent is never sent again by loading a page once more.
 */
export function createRatingForm(options: FeedbackOptions): RatingForm {
  const { ratings, limit, opaqueId, portalOrigin, log } = options;

  const sign = async (id: string, rating: number) => `${id}.${rating}.${await opaqueId('rating', id, String(rating))}`;
  const readToken = async (token: string): Promise<{ id: string; rating: number } | null> => {
    const [id = '', rating = ''] = token.split('.');
    return (await sign(id, Number(rating))) === token ? { id, rating: Number(rating) } : null;
  };
  const goOn = (locale: string, query: Record<string, string>) =>
    new Response(null, {
      status: 303,
      headers: { location: `${localizedPath(locale, '/valutazione/')}?${new URLSearchParams(query)}`, 'cache-control': 'no-store' },
    });

  /** The address that a form goes on to; fails with a `StoreFailure`. */
  async function send(form: URLSearchParams, path: string, locale: string): Promise<Response | RatingProblem> {
    const { token: tokenField, text: textField, path: pathField } = SURVEY_FIELDS;
    const given = form.get(tokenField);
    if (given !== null) {
      const token = await readToken(given);
      if (token === null) return 'invalid';
      const details = { reasons: reasonsFromForm(form, token.rating), text: maskPersonalData(form.get(textField) ?? '') };
      // One that has its details already is complete: the button was pressed twice.
      if (details.reasons.length > 0 || details.text !== null) await ratings.complete(token.id, details);
      return goOn(locale, { [pathField]: path });
    }
    const asked = ratingFromForm(form, locale);
    if (asked === null) return 'invalid';
    const id = await keep(options, asked);
    const isWhole = id === null || asked.reasons.length > 0 || asked.text.trim() !== '';
    return goOn(locale, { [pathField]: path, ...(isWhole ? {} : { [tokenField]: await sign(id, asked.rating) }) });
  }

  async function answerForm(request: Request, locale: string): Promise<Response | RatingStep> {
    const isOurs = isSameOrigin(request, portalOrigin);
    const body = isOurs ? await readBody(request, LARGEST_BODY) : null;
    const form = new URLSearchParams(body !== null && 'text' in body ? body.text : '');
    const path = pathIn(form);
    const fail = (problem: RatingProblem): RatingStep => ({ kind: 'failed', problem, path, fields: known(form) });
    if (!isOurs) return fail('foreign');
    if (path === null) return fail('invalid');
    if (!(await limit(clientOf(request)))) return fail('too-many');
    try {
      const sent = await send(form, path, locale);
      return sent instanceof Response ? sent : fail(sent);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      logFailure(log, error);
      return fail('not-stored');
    }
  }

  return async (request, locale) => {
    if (request.method === 'POST') return answerForm(request, locale);
    const query = new URL(request.url).searchParams;
    const path = pathIn(query);
    if (path === null) return { kind: 'nothing' };
    const given = query.get(SURVEY_FIELDS.token);
    const token = given === null ? null : await readToken(given);
    return given === null || token === null ? { kind: 'thanks', path } : { kind: 'details', path, rating: token.rating, token: given };
  };
}

/** The page a form or an address names, or null. */
function pathIn(form: URLSearchParams): string | null {
  const path = form.get(SURVEY_FIELDS.path);
  return path !== null && isPagePath(path) ? path : null;
}

/** The fields of the survey, and no others: what is shown again to be sent again. */
function known(form: URLSearchParams): [string, string][] {
  const names: string[] = Object.values(SURVEY_FIELDS);
  return [...form].filter(([name]) => names.includes(name));
}
