import { Hono } from 'hono';
import * as z from 'zod/mini';
import { problemDocument, problemResponse, SESSION_TAG_HEADER } from '../problem.ts';
import { readCookie, sessionCookieName } from './cookies.ts';
import type { Log } from './log.ts';
import type { Session, SessionStore } from './session.ts';

/** What every handler is given. */
export interface ApiContext {
  request: Request;
  /** Named parts of the path. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  traceId: string;
  log: Log;
  now: () => Date;
}

interface OperationFacts {
  method: 'get' | 'post';
  /** Path below `/api/v1`, with named parts as `:name`. */
  path: string;
  summary: string;
  /** The JSON document that must be sent along, where there is one. */
  body?: z.core.$ZodType;
  /** What is answered when all is well: a JSON document, one schema for every line of a stream, or nothing. */
  response: { type: 'application/json' | 'application/x-ndjson'; schema: z.core.$ZodType } | null;
}

/** One operation of the API: what serves it also describes it in `/api/v1/openapi.json`. */
export type ApiOperation =
  | (OperationFacts & { access: 'public'; handle: (context: ApiContext) => Promise<Response> })
  | (OperationFacts & { access: 'signed-in'; handle: (context: ApiContext, session: Session) => Promise<Response> });

export interface ApiOptions {
  operations: readonly ApiOperation[];
  sessions: SessionStore;
  portalOrigin: string;
  portalName: string;
  log: Log;
  now: () => Date;
}

/** A web-standard handler: the same in Node, in tests and in a browser's worker. */
export type Handler = (request: Request) => Promise<Response>;

/** A JSON answer that nobody keeps. */
export function jsonResponse(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

/**
 * Whether a change was asked by a page of this portal: browsers say so in Origin, and where that is missing in
 * Sec-Fetch-Site. A request that says neither is refused.
 */
export function isSameOrigin(request: Request, portalOrigin: string): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === portalOrigin;
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

/** The session of a request, or null when there is none that lives. */
export async function sessionOf(request: Request, sessions: SessionStore, portalOrigin: string): Promise<Session | null> {
  const id = readCookie(request, sessionCookieName(portalOrigin));
  return id === null ? null : sessions.use(id);
}

/** Serves the operations under `/api/v1`; whatever goes wrong is an RFC 9457 problem. */
export function createApi(options: ApiOptions): Handler {
  const { operations, sessions, portalOrigin, log, now } = options;
  const app = new Hono<{ Variables: { traceId: string } }>().basePath('/api/v1');

  app.use(async (context, next) => {
    context.set('traceId', crypto.randomUUID());
    await next();
  });
  app.get('/openapi.json', () => jsonResponse(describe(options)));

  for (const operation of operations) {
    app.on(operation.method, operation.path, async (context) => {
      const request = context.req.raw;
      const traceId = context.get('traceId');
      if (operation.method !== 'get' && !isSameOrigin(request, portalOrigin)) return problemResponse('foreign-origin', traceId);
      const call: ApiContext = {
        request,
        traceId,
        log,
        now,
        params: context.req.param(),
        query: new URL(request.url).searchParams,
      };
      if (operation.access === 'public') return operation.handle(call);
      const session = await sessionOf(request, sessions, portalOrigin);
      // The page may have been opened by somebody who has signed out since: it must not be given the next one's data.
      const tag = request.headers.get(SESSION_TAG_HEADER);
      if (!session || (tag !== null && tag !== session.tag)) return problemResponse('signed-out', traceId);
      return operation.handle(call, session);
    });
  }
  const paths = new Set(operations.map(({ path }) => path));
  for (const path of paths) {
    const allowed = operations.filter((operation) => operation.path === path).map(({ method }) => method.toUpperCase());
    app.all(path, (context) => {
      const response = problemResponse('method-not-allowed', context.get('traceId'));
      response.headers.set('allow', allowed.join(', '));
      return response;
    });
  }

  app.notFound((context) => problemResponse('not-found', context.get('traceId')));
  app.onError((error, context) => {
    const traceId = context.get('traceId');
    // The message of an unexpected error may quote what came from outside, so only its kind and place are logged.
    log('error', 'api-error', { traceId, name: error.name, place: placeOf(error) });
    return problemResponse('internal', traceId);
  });
  return async (request) => app.fetch(request);
}

/** Where an error was thrown. Its message, which a stack begins with and may have many lines, is left out. */
function placeOf({ stack = '', message }: Error): string {
  const frames = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  return /^\s*(at .+)$/m.exec(frames)?.[1] ?? '';
}

/** The OpenAPI 3.1 document of the operations, made from the schemas that they parse with. */
function describe({ operations, portalName, portalOrigin }: ApiOptions): unknown {
  const schemaOf = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { target: 'draft-2020-12' });
  const problem = { description: 'A problem', content: { 'application/problem+json': { schema: schemaOf(problemDocument) } } };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, summary, body, response, access } of operations) {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[template] ??= {})[method] = {
      operationId: `${method}${template.replaceAll(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
      summary,
      ...(names.length > 0 && {
        parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      }),
      ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
      security: access === 'signed-in' ? [{ session: [] }] : [],
      responses: {
        ...(response
          ? { 200: { description: 'Done', content: { [response.type]: { schema: schemaOf(response.schema) } } } }
          : { 204: { description: 'Done' } }),
        default: problem,
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: portalName, version: '1.0.0' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(portalOrigin) } } },
  };
}
