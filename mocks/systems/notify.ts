/**
 * The NOTIFY message store, imitated: docs/contracts/notify-message-store.openapi.yaml says what it answers.
 */
import { http, type HttpHandler } from 'msw';
import { z } from 'zod';
import { demoCredentials } from '../credentials.ts';
import { answerUnder, type SourceAnswers } from '../faults.ts';
import type { World } from '../world.ts';
import type { StoredMessage } from './notify-message.ts';
import { BadQuery, tagsOf, type MessageChange } from './notify-store.ts';

const messagesPath = '*/notify/api/v1/users/:userId/messages';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The server sets the time of reading: what the caller writes in `read_at` only says yes (anything) or no (null). */
const statusChange = z.object({ read_at: z.unknown().optional(), tag: z.string().nullable().optional() });
const statusChanges = z.array(statusChange.extend({ id: z.string().regex(uuidPattern) }));

function failure(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ status, message }, { status, headers });
}

const answers: SourceAnswers = {
  error: (status, headers) => failure(status, 'the service cannot answer', headers),
  malformed: () => Response.json([{ id: 42, mex: 'testo', timestamp: 'ieri' }]),
};

/** Refuses a caller without a good token, or one that asks for somebody else than the citizen it names. */
function refusal(request: Request, userId: string): Response | undefined {
  if (request.headers.get('x-authentication') !== demoCredentials.notify.token) {
    return failure(401, 'the token in x-authentication is missing or wrong');
  }
  const identity = request.headers.get('Shib-Iride-IdentitaDigitale');
  if (identity === null || identity.toUpperCase() !== userId.toUpperCase()) {
    return failure(403, 'the digital identity does not agree with the user');
  }
  return undefined;
}

/** Handlers of the message store; they keep their state in `world`. */
export function notifyHandlers(world: World): HttpHandler[] {
  const store = world.notify;

  const answer = (request: Request, userId: string, reply: (userId: string) => Response | Promise<Response>) =>
    answerUnder(
      world.faults.find('notify', userId.toUpperCase()),
      request,
      answers,
      () => refusal(request, userId) ?? reply(userId.toUpperCase()),
    );

  const changeOf = (body: z.infer<typeof statusChange>): MessageChange => ({
    ...('read_at' in body ? { readAt: body.read_at === null ? null : world.now().toISOString() } : {}),
    ...(body.tag === undefined ? {} : { tag: body.tag }),
  });

  return [
    http.get<{ userId: string }>(messagesPath, ({ request, params }) =>
      answer(request, params.userId, (userId) => list(world, request, userId)),
    ),

    http.put<{ userId: string }>(`${messagesPath}/status`, ({ request, params }) =>
      answer(request, params.userId, async (userId) => {
        const body = statusChanges.safeParse(await readJson(request));
        if (!body.success) return failure(400, 'the body is not a list of changes');
        const changed = body.data.map((each) => store.update(userId, each.id, changeOf(each)));
        return Response.json(changed.filter((message) => message !== undefined));
      }),
    ),

    http.get<{ userId: string; id: string }>(`${messagesPath}/:id`, ({ request, params }) =>
      answer(request, params.userId, (userId) => found(params.id, store.get(userId, params.id))),
    ),

    http.put<{ userId: string; id: string }>(`${messagesPath}/:id`, ({ request, params }) =>
      answer(request, params.userId, async (userId) => {
        const body = statusChange.safeParse((await readJson(request)) ?? {});
        if (!body.success) return failure(400, 'the body is not a change of a message');
        // This call always marks as read, and keeps the time of the first reading.
        const unread = store.get(userId, params.id)?.read_at === null;
        const { tag } = body.data;
        const change = { ...(unread ? changeOf({ read_at: 'read' }) : {}), ...(tag === undefined ? {} : { tag }) };
        return found(params.id, store.update(userId, params.id, change));
      }),
    ),

    http.delete<{ userId: string; id: string }>(`${messagesPath}/:id`, ({ request, params }) =>
      answer(request, params.userId, (userId) => {
        if (!uuidPattern.test(params.id)) return found(params.id, undefined);
        return store.remove(userId, params.id) ? Response.json('Message deleted') : found(params.id, undefined);
      }),
    ),
  ];
}

function found(id: string, message: StoredMessage | undefined): Response {
  if (!uuidPattern.test(id)) return failure(400, 'the identifier of the message is not a UUID');
  return message === undefined ? failure(404, 'there is no such message') : Response.json(message);
}

function list(world: World, request: Request, userId: string): Response {
  const url = new URL(request.url);
  const limit = wholeNumber(url.searchParams.get('limit'), 10, 1);
  const offset = wholeNumber(url.searchParams.get('offset'), 0, 0);
  if (limit === undefined || offset === undefined) return failure(400, 'limit or offset is not a whole number');
  try {
    const { page, total } = world.notify.find(userId, {
      limit,
      offset,
      sort: url.searchParams.get('sort') ?? '-timestamp',
      filter: url.searchParams.get('filter') ?? undefined,
    });
    return Response.json(page, { headers: pagingHeaders(url, page, total, limit, offset) });
  } catch (error) {
    if (error instanceof BadQuery) return failure(400, error.message);
    throw error;
  }
}

/** Totals and neighbours; an empty page has none of them, as the real store. */
function pagingHeaders(
  url: URL,
  page: StoredMessage[],
  total: number,
  limit: number,
  offset: number,
): Record<string, string> {
  if (page.length === 0) return {};
  const pages = Math.ceil(total / limit);
  const current = Math.round(offset / limit);
  const at = (newOffset: number) => {
    const neighbour = new URL(url);
    neighbour.searchParams.set('offset', String(Math.max(0, newOffset)));
    return `${neighbour.pathname}${neighbour.search}`;
  };
  return {
    'total-elements': String(total),
    'total-pages': String(pages),
    'current-page': String(current),
    'page-size': String(limit),
    // These two count within the page, although their names do not say so.
    'total-elements-not-read': String(page.filter((message) => message.read_at === null).length),
    'total-elements-not-noticed': String(page.filter((message) => !tagsOf(message.tag).includes('noticed')).length),
    ...(current < pages - 1 ? { 'next-page': at(offset + limit) } : {}),
    ...(current > 0 ? { 'previous-page': at(offset - limit) } : {}),
  };
}

function wholeNumber(text: string | null, otherwise: number, least: number): number | undefined {
  if (text === null) return otherwise;
  return /^\d+$/.test(text) && Number(text) >= least ? Number(text) : undefined;
}

/** The JSON of a request; undefined when there is none. */
async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
