import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FAULTS, startUnrulyBackEnd, upstreamAt, type UnrulyBackEnd } from './testing.ts';
import { UpstreamFailure, type UpstreamRequest } from './upstream.ts';

/** Time limits in milliseconds: for what will never come, and for everything else. */
const HASTY = 100;
const PATIENT = 10_000;
const names = z.array(z.string());
const never = new AbortController().signal;

let backEnd: UnrulyBackEnd;

beforeAll(async () => {
  backEnd = await startUnrulyBackEnd();
});
beforeEach(() => {
  backEnd.requests.length = 0;
});
afterAll(() => backEnd.close());

const ask = (request: Partial<UpstreamRequest> = {}, patience = PATIENT) =>
  upstreamAt(`${backEnd.origin}/system/`, { authorization: 'Bearer secret' }, patience)('/names?page=1', names, {
    signal: never,
    ...request,
  });

/** The failure that an answer ends in. */
async function failureOf(answer: Promise<unknown>): Promise<UpstreamFailure> {
  const error: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamFailure)) throw new Error('The call did not fail as an upstream does.');
  return error;
}

describe('a back end that answers as it should', () => {
  it('is asked at its own address, with its credentials, and what it says is parsed', async () => {
    backEnd.answer = (_request, response) => response.setHeader('total-elements', '2').end('["Ada","Luca"]');
    const { body, headers } = await ask({ headers: { 'x-level': '2' } });
    expect(body).toEqual(['Ada', 'Luca']);
    expect(headers.get('total-elements')).toBe('2');
    expect(backEnd.requests[0]).toMatchObject({
      method: 'GET',
      url: '/system/names?page=1',
      headers: { accept: 'application/json', authorization: 'Bearer secret', 'x-level': '2' },
    });
    expect(backEnd.requests[0]?.headers['content-type']).toBeUndefined();
  });

  it('is sent bodies as JSON', async () => {
    backEnd.answer = (request, response) => void textOf(request).then((body) => response.end(body));
    expect((await ask({ method: 'PUT', body: ['Ada'] })).body).toEqual(['Ada']);
    expect(backEnd.requests[0]).toMatchObject({ method: 'PUT', headers: { 'content-type': 'application/json' } });
  });

  it('may send its text in pieces that cut a letter in two', async () => {
    const [start, end] = [Buffer.from('["Nicol'), Buffer.from('ò"]')];
    backEnd.answer = (_request, response) => {
      response.write(Buffer.concat([start, end.subarray(0, 1)]));
      setTimeout(() => response.end(end.subarray(1)), 5);
    };
    expect((await ask()).body).toEqual(['Nicolò']);
  });
});

describe('a back end that does wrong', () => {
  it.each(Object.entries(FAULTS))('%s is named', async (_name, { answer, kind }) => {
    backEnd.answer = answer;
    const failure = await failureOf(ask({}, kind === 'timeout' ? HASTY : PATIENT));
    expect(failure.kind).toBe(kind);
    // Nothing of what was sent, nor of whom it was about.
    expect(failure.message).toBe(`upstream ${kind}`);
  });

  it('is unavailable when nobody listens', async () => {
    const gone = await startUnrulyBackEnd();
    await gone.close();
    const answer = upstreamAt(gone.origin)('/', names, { signal: never });
    expect((await failureOf(answer)).kind).toBe('unavailable');
  });

  it('is not believed when it redirects: its credentials go nowhere else', async () => {
    backEnd.answer = (_request, response) => response.writeHead(302, { location: `${backEnd.origin}/other` }).end();
    await failureOf(ask());
    expect(backEnd.requests.map(({ url }) => url)).toEqual(['/system/names?page=1']);
  });

  it('is not read to the end when it sends too much', async () => {
    let sent = 0;
    let gone = false;
    backEnd.answer = (_request, response) => {
      response.once('close', () => {
        gone = true;
      });
      const more = () => {
        if (gone) return;
        sent += 1_000_000;
        response.write('a'.repeat(1_000_000), more);
      };
      more();
    };
    expect((await failureOf(ask())).kind).toBe('unreadable');
    await expect.poll(() => gone).toBe(true);
    expect(sent).toBeLessThan(30_000_000);
  });
});

it('stops asking when the person has gone', async () => {
  let closed = false;
  backEnd.answer = (_request, response) => {
    response.once('close', () => {
      closed = true;
    });
  };
  const leaving = new AbortController();
  const answer = failureOf(ask({ signal: leaving.signal }));
  await expect.poll(() => backEnd.requests.length).toBe(1);
  leaving.abort();
  expect((await answer).kind).toBe('unavailable');
  await expect.poll(() => closed).toBe(true);
});
