import { expect, it } from 'vitest';
import { PROBLEMS, problemCode, problemDocument, problemResponse, type ProblemCode } from './problem.ts';

const codes: ProblemCode[] = [
  'signed-out',
  'foreign-origin',
  'not-found',
  'method-not-allowed',
  'invalid-request',
  'too-large',
  'too-many-requests',
  'not-stored',
  'source-failed',
  'internal',
];

it('knows these failures and no other', () => {
  expect(Object.keys(PROBLEMS)).toEqual(codes);
});

it.each(codes)('%s is told as RFC 9457 says, kept by nobody, and known again', async (code) => {
  const response = problemResponse(code, 'trace');
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = problemDocument.parse(await response.json());
  expect(problem).toEqual({ type: `urn:fascicolo:problem:${code}`, title: PROBLEMS[code].title, status: response.status, traceId: 'trace' });
  expect(problemCode(problem.type)).toBe(code);
});

it.each(['about:blank', 'signed-out', 'urn:fascicolo:problem:', 'urn:fascicolo:problem:toString', 'urn:other:signed-out'])(
  '%s is none of them',
  (type) => {
    expect(problemCode(type)).toBeNull();
  },
);
