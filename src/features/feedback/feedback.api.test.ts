import { createStorage } from 'unstorage';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, type Handler } from '../../platform/server/api.ts';
import { createOpaqueId } from '../../platform/server/opaque-id.ts';
import { createSessionStore } from '../../platform/server/session.ts';
import { StoreFailure, type Store } from '../../platform/server/store.ts';
import { createSqliteStore } from '../../platform/server/store/sqlite.ts';
import { keptLog, NOW, type LoggedLine } from '../../platform/server/testing.ts';
import { createRatingForm, feedbackOperations, type FeedbackOptions, type RatingForm } from './feedback.api.ts';
import { createRateLimit } from './rate-limit.ts';

const portalOrigin = 'http://localhost:4321';
const sessions = createSessionStore(createStorage(), { idleMinutes: 15, absoluteMinutes: 480 });

let store: Store;
let api: Handler;
let form: RatingForm;
let lines: LoggedLine[];

function start(more: Partial<FeedbackOptions> = {}) {
  store = createSqliteStore(':memory:');
  const kept = keptLog();
  ({ lines } = kept);
  const options: FeedbackOptions = {
    ratings: store.ratings,
    limit: createRateLimit({ perClient: { burst: 3, refillMs: 1e9 }, total: { burst: 100, refillMs: 1e9 } }),
    opaqueId: createOpaqueId('a-key-of-16-characters-or-more'),
    portalOrigin,
    log: kept.log,
    now: () => NOW,
    ...more,
  };
  api = createApi({ operations: feedbackOperations(options), sessions, portalOrigin, portalName: 'Portale', log: kept.log, now: () => NOW });
  form = createRatingForm(options);
}

beforeEach(() => start());

const kept = () => Array.fromAsync(store.ratings.list({}));
const rating = { path: '/servizi/', locale: 'it', rating: 5, reasons: ['clear'], text: 'Bene' };

const post = (body: unknown, headers: Record<string, string> = {}) =>
  api(
    new Request(`${portalOrigin}/api/v1/ratings`, {
      method: 'POST',
      headers: { origin: portalOrigin, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

/** What comes of a form with these fields: the page shown, or the address gone on to. */
async function send(fields: Record<string, string | string[]>, headers: Record<string, string> = {}, locale = 'it') {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  const request = new Request(`${portalOrigin}/valutazione/`, { method: 'POST', headers: { origin: portalOrigin, ...headers }, body });
  const answer = await form(request, locale);
  if (!(answer instanceof Response)) return answer;
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', portalOrigin);
}

const see = (address: URL, locale = 'it') => form(new Request(address), locale);

/** A store that fails at whatever is written. */
const brokenRatings = (reason: 'full' | 'busy') => ({
  add: () => Promise.reject(new StoreFailure(reason)),
  complete: () => Promise.reject(new StoreFailure(reason)),
  list: (period: object) => store.ratings.list(period),
});

describe('the API', () => {
  it('keeps a rating with its day, and nothing else', async () => {
    const response = await post(rating, { 'user-agent': 'Mozilla', cookie: 'fdc_session=x' });
    expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'no-store']);
    expect(await kept()).toEqual([{ ...rating, day: '2026-11-23' }]);
  });

  it('masks what is personal, and leaves out reasons of the other question', async () => {
    await post({ ...rating, rating: 2, reasons: ['unclear', 'clear', 'other'], text: 'Chiamatemi allo 011 4321111' });
    expect(await kept()).toMatchObject([{ reasons: ['unclear', 'other'], text: 'Chiamatemi allo […]' }]);
  });

  it('takes a rating alone', async () => {
    expect((await post({ path: '/', locale: 'ar', rating: 1 })).status).toBe(204);
    expect(await kept()).toMatchObject([{ path: '/', locale: 'ar', rating: 1, reasons: [], text: null }]);
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['half a star', { ...rating, rating: 2.5 }],
    ['six stars', { ...rating, rating: 6 }],
    ['stars in words', { ...rating, rating: '5' }],
    ['an address elsewhere', { ...rating, path: '//evil.example/' }],
    ['an address with a query', { ...rating, path: '/servizi/?q=x' }],
    ['a language that is none of ours', { ...rating, locale: 'xx' }],
    ['a reason that is none', { ...rating, reasons: ['<script>'] }],
    ['words that are no text', { ...rating, text: { $gt: '' } }],
  ])('refuses %s', async (_what, body) => {
    expect((await post(body)).status).toBe(400);
    expect(await kept()).toEqual([]);
  });

  it('reads no more than a form can hold', async () => {
    expect((await post({ ...rating, text: 'a'.repeat(10_000) })).status).toBe(413);
    expect(await kept()).toEqual([]);
  });

  it('refuses other sites', async () => {
    expect((await post(rating, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await kept()).toEqual([]);
  });

  it('lets a program that fills in every field believe that all is well', async () => {
    expect((await post({ ...rating, website: 'https://buy.example' })).status).toBe(204);
    expect(await kept()).toEqual([]);
  });

  it('takes a few from one address, and says when more are welcome', async () => {
    const from = { 'x-client-address': '192.0.2.1' };
    for (let count = 0; count < 3; count += 1) expect((await post(rating, from)).status).toBe(204);
    const response = await post(rating, from);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await post(rating, { 'x-client-address': '192.0.2.2' })).status).toBe(204);
    expect(await kept()).toHaveLength(4);
    expect(JSON.stringify(lines)).not.toContain('192.0.2');
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('takes %s for a proxy, which speaks for many', async (address) => {
    for (let count = 0; count < 10; count += 1) expect((await post(rating, { 'x-client-address': address })).status).toBe(204);
  });

  it('says that nothing was kept when the store fails, and logs nothing of it', async () => {
    start({ ratings: brokenRatings('full') });
    const response = await post(rating);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ type: 'urn:fascicolo:problem:not-stored' });
    expect(lines).toEqual([{ level: 'error', event: 'store-failed', fields: { what: 'rating', reason: 'full' } }]);
  });
});

describe('the plain form', () => {
  const fields = { path: '/servizi/', rating: '2' };

  it('keeps the rating at once, then its details', async () => {
    const second = await send(fields);
    if (!(second instanceof URL)) throw new Error('The form goes on.');
    expect(second.pathname).toBe('/valutazione/');
    expect(await kept()).toMatchObject([{ rating: 2, reasons: [], text: null }]);

    const step = await see(second);
    if (step instanceof Response || step.kind !== 'details') throw new Error('The page asks for details.');
    expect(step).toMatchObject({ path: '/servizi/', rating: 2 });
    const third = await send({ path: step.path, voto: step.token, 'bad[]': ['unclear', 'clear'], 'good[]': ['clear'], text: 'Scrivo a a@b.it' });
    if (!(third instanceof URL)) throw new Error('The form goes on.');
    expect(await see(third)).toEqual({ kind: 'thanks', path: '/servizi/' });
    expect(await kept()).toMatchObject([{ rating: 2, reasons: ['unclear'], text: 'Scrivo a […]' }]);

    await send({ path: step.path, voto: step.token, text: 'di nuovo' });
    expect(await kept()).toMatchObject([{ text: 'Scrivo a […]' }]);
  });

  it('keeps all of it at once, when all of it came', async () => {
    const next = await send({ ...fields, 'bad[]': 'technical', 'good[]': 'other' }, {}, 'de');
    if (!(next instanceof URL)) throw new Error('The form goes on.');
    expect(next.pathname).toBe('/de/valutazione/');
    expect(await see(next, 'de')).toMatchObject({ kind: 'thanks' });
    expect(await kept()).toMatchObject([{ locale: 'de', reasons: ['technical'] }]);
  });

  it('keeps nothing of a program, which is led to the thanks', async () => {
    const next = await send({ ...fields, website: 'x' });
    expect(next instanceof URL ? await see(next) : next).toMatchObject({ kind: 'thanks' });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['no rating', { path: '/servizi/' }],
    ['a rating that is none', { path: '/servizi/', rating: '9' }],
    ['no page', { rating: '3' }],
    ['a page elsewhere', { path: 'https://evil.example/', rating: '3' }],
    ['a token that was made up', { path: '/servizi/', voto: `${crypto.randomUUID()}.2.AAAAAAAAAAAAAAAAAAAAAA`, text: 'x' }],
    ['a token of half', { path: '/servizi/', voto: '.', text: 'x' }],
  ])('says that %s can not be kept', async (_what, sent) => {
    expect(await send(sent)).toMatchObject({ kind: 'failed', problem: 'invalid' });
    expect(await kept()).toEqual([]);
  });

  it('says that a rating of another site is refused, and repeats nothing of it', async () => {
    expect(await send(fields, { origin: 'https://evil.example' })).toEqual({ kind: 'failed', problem: 'foreign', path: null, fields: [] });
  });

  it('refuses more than a form can hold', async () => {
    expect(await send({ ...fields, text: 'a'.repeat(10_000) })).toMatchObject({ kind: 'failed', problem: 'invalid' });
  });

  it('gives back what was typed when it was too much at once', async () => {
    const from = { 'x-client-address': '192.0.2.1' };
    for (let count = 0; count < 3; count += 1) await send(fields, from);
    expect(await send({ ...fields, 'bad[]': ['unclear', 'other'], text: 'Mie parole', extra: 'x' }, from)).toEqual({
      kind: 'failed',
      problem: 'too-many',
      path: '/servizi/',
      fields: [
        ['path', '/servizi/'],
        ['rating', '2'],
        ['bad[]', 'unclear'],
        ['bad[]', 'other'],
        ['text', 'Mie parole'],
      ],
    });
  });

  it('gives back what was typed when the store fails', async () => {
    start({ ratings: brokenRatings('busy') });
    expect(await send({ ...fields, text: 'Mie parole' })).toMatchObject({ kind: 'failed', problem: 'not-stored', path: '/servizi/' });
  });

  it('shows nothing to who only looks', async () => {
    expect(await see(new URL('/valutazione/', portalOrigin))).toEqual({ kind: 'nothing' });
    expect(await see(new URL('/valutazione/?path=//evil', portalOrigin))).toEqual({ kind: 'nothing' });
    expect(await see(new URL('/valutazione/?path=/&voto=x.2.y', portalOrigin))).toEqual({ kind: 'thanks', path: '/' });
  });
});
