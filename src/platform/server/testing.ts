/** What the server's tests share; the portal itself never imports it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FailureKind } from '../../domain/outcome.ts';
import type { ApiContext } from './api.ts';
import type { Log, LogFields } from './log.ts';
import type { Session } from './session.ts';
import { createUpstream, type Upstream } from './upstream.ts';

/** The instant at which the tests' clock stands. */
export const NOW = new Date('2026-11-23T09:30:00+01:00');

export interface LoggedLine {
  level: string;
  event: string;
  fields: LogFields;
}

/** A log that is kept to be looked at. */
export function keptLog(): { log: Log; lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  return { lines, log: (level, event, fields = {}) => lines.push({ level, event, fields }) };
}

/** What a handler is given for a request to `path` (with its query). */
export function contextOf(path = '/', options: { log?: Log; signal?: AbortSignal } = {}): ApiContext {
  const { log = () => undefined, signal = null } = options;
  const request = new Request(`http://portal.test${path}`, { signal });
  return { request, params: {}, query: new URL(request.url).searchParams, traceId: 'trace', log, now: () => NOW };
}

/** A person who has just signed in, at level 2 unless said otherwise. */
export function signedIn(person: Partial<Session> = {}): Session {
  return {
    givenName: 'Ada',
    familyName: 'Rossi',
    fiscalCode: 'RSSDAA80A41L219T',
    dateOfBirth: '1980-01-01',
    level: 2,
    provider: 'spid',
    tag: 'tag-of-the-session',
    startedAt: NOW.getTime(),
    lastSeenAt: NOW.getTime(),
    ...person,
  };
}

/** An upstream as the portal makes it, over whatever answers `fetch` when it is called. */
export function upstreamAt(baseUrl: string, headers: Record<string, string> = {}, timeoutMs = 5_000): Upstream {
  return createUpstream({ baseUrl, headers, timeoutMs, fetch: (input, init) => fetch(input, init) });
}

/** The lines of an NDJSON answer, one by one as they come. */
export async function* linesOf(response: Response): AsyncGenerator<unknown, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
  if (rest !== '') throw new Error('The last line has no end.');
}

type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void;

const refuseWith =
  (status: number, headers: Record<string, string> = {}): Misbehaviour =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"detail":"RSSDAA80A41L219T"}');

const answerWith =
  (body: string, type = 'application/json'): Misbehaviour =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': type, 'total-elements': '1' }).end(body);

/** Everything that a back end can do wrong, and what the person is told about it. */
export const FAULTS: Readonly<Record<string, { answer: Misbehaviour; kind: FailureKind }>> = {
  'a 500': { answer: refuseWith(500), kind: 'unavailable' },
  'a 503 with Retry-After': { answer: refuseWith(503, { 'retry-after': '30' }), kind: 'unavailable' },
  'a 429': { answer: refuseWith(429, { 'retry-after': '10' }), kind: 'unavailable' },
  'a 401': { answer: refuseWith(401), kind: 'refused' },
  'a 403': { answer: refuseWith(403), kind: 'refused' },
  'a redirect elsewhere': { answer: refuseWith(302, { location: 'http://elsewhere.invalid/' }), kind: 'unavailable' },
  'a connection that is reset': { answer: (request) => request.socket.resetAndDestroy(), kind: 'unavailable' },
  'an answer whose connection is reset half-way': {
    answer: (request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('[{"id":');
      setTimeout(() => request.socket.resetAndDestroy(), 10);
    },
    kind: 'unavailable',
  },
  'no answer at all': { answer: () => undefined, kind: 'timeout' },
  'an answer that never ends': {
    answer: (_request, response) => void response.writeHead(200).write('['),
    kind: 'timeout',
  },
  'JSON that is cut': { answer: answerWith('[{"id":"1","mex":{"title":"Ma'), kind: 'unreadable' },
  'an empty body': { answer: answerWith(''), kind: 'unreadable' },
  'a web page': { answer: answerWith('<!doctype html><title>Manutenzione</title>', 'text/html'), kind: 'unreadable' },
  'JSON of another shape': { answer: answerWith('{"everything":"fine"}'), kind: 'unreadable' },
  'null': { answer: answerWith('null'), kind: 'unreadable' },
  'bytes that are no text': {
    answer: (_request, response) => response.end(Buffer.from([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d])),
    kind: 'unreadable',
  },
  'an answer that is too large': { answer: answerWith(`["${'a'.repeat(6_000_000)}"]`), kind: 'unreadable' },
};

/** A back end on a real port that does wrong whatever it is told to. */
export interface UnrulyBackEnd {
  origin: string;
  /** What is done with every request from now on. */
  answer: Misbehaviour;
  /** The requests that came. */
  requests: IncomingMessage[];
  close(): Promise<void>;
}

export async function startUnrulyBackEnd(): Promise<UnrulyBackEnd> {
  const server = createServer((request, response) => {
    unruly.requests.push(request);
    unruly.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const unruly: UnrulyBackEnd = {
    origin: `http://127.0.0.1:${port}`,
    answer: () => undefined,
    requests: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return unruly;
}
