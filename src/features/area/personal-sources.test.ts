import { createStorage } from 'unstorage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { demoEnvironment } from '../../../mocks/credentials.ts';
import type { DemoCitizen } from '../../../mocks/citizens/index.ts';
import { createBackEnds } from '../../../mocks/node.ts';
import { streamLineOf } from '../../domain/outcome.ts';
import { enteByIpa, portal } from '../../platform/portal.ts';
import { createApi, type Handler } from '../../platform/server/api.ts';
import { parseEnvironment } from '../../platform/server/environment.ts';
import { createOpaqueId } from '../../platform/server/opaque-id.ts';
import { createSessionStore } from '../../platform/server/session.ts';
import { FAULTS, keptLog, linesOf, NOW, signedIn, startUnrulyBackEnd, type UnrulyBackEnd } from '../../platform/server/testing.ts';
import { createUpstream } from '../../platform/server/upstream.ts';
import { catalogueOperations } from '../catalogue/catalogue.api.ts';
import { healthOperations } from '../health/health.api.ts';
import { createHealthFrontDoor } from '../health/sources/health-front-door.ts';
import { noticesOperations } from '../notices/notices.api.ts';
import { createNotifyInbox } from '../notices/sources/notify.ts';
import { paymentsOperations } from '../payments/payments.api.ts';
import { createPiemontePay } from '../payments/sources/piemontepay.ts';

/** The whole of the area's API over the imitated back ends, one address of which can be led to one that does wrong. */

const portalOrigin = 'http://localhost:4321';
const environment = parseEnvironment(demoEnvironment({ demoOrigin: 'http://back-ends.test', portalOrigin }));
const line = streamLineOf(z.looseObject({}));
const { world, server } = createBackEnds({ today: '2026-11-23' });
const sessions = createSessionStore(createStorage(), portal.identity.session, () => NOW.getTime());
const { log, lines: logged } = keptLog();

let unruly: UnrulyBackEnd;
/** Calls whose address begins so go to the unruly back end. */
let led = 'nowhere';

const doFetch: typeof fetch = (input, init) => {
  if (typeof input !== 'string') throw new TypeError('The portal asks for texts.');
  return fetch(input.startsWith(led) ? `${unruly.origin}/unruly` : input, init);
};
const { sources } = portal;

/** The API with a time limit for every back end, in milliseconds. */
function createAreaApi(timeoutMs: number): Handler {
  const upstream = (baseUrl: string, headers: Record<string, string>) =>
    createUpstream({ baseUrl, headers, timeoutMs, fetch: doFetch });
  return createApi({
    operations: [
      ...noticesOperations({
        config: sources.notices,
        inbox: createNotifyInbox(upstream(environment.NOTIFY_URL, { 'x-authentication': environment.NOTIFY_TOKEN })),
      }),
      ...paymentsOperations({
        config: sources.payments,
        enti: sources.payments.enti.map(enteByIpa),
        debtPositions: createPiemontePay(
          upstream(environment.PIEMONTEPAY_URL, {
            authorization: `Basic ${btoa(`${environment.PIEMONTEPAY_USERNAME}:${environment.PIEMONTEPAY_PASSWORD}`)}`,
          }),
          createOpaqueId(environment.ID_SECRET),
        ),
      }),
      ...healthOperations({
        config: sources.health,
        frontDoor: createHealthFrontDoor(upstream(environment.HEALTH_URL, { authorization: `Bearer ${environment.HEALTH_TOKEN}` })),
      }),
      ...catalogueOperations({ listServices: async () => [], portalName: portal.name }),
    ],
    sessions,
    portalOrigin,
    portalName: portal.name,
    log,
    now: () => NOW,
  });
}

const patient = createAreaApi(15_000);
/** Only for what will never answer. */
const hasty = createAreaApi(400);

beforeAll(async () => {
  unruly = await startUnrulyBackEnd();
  server.listen({ onUnhandledFrame: 'bypass' });
});
beforeEach(() => {
  led = 'nowhere';
  logged.length = 0;
  world.reset();
  for (const { source, citizen } of world.faults.list()) world.faults.clear(source, citizen);
});
afterAll(async () => {
  server.close();
  await unruly.close();
});

const citizenOf = (id: string) => {
  const found = world.citizens.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
};

async function ask(citizen: DemoCitizen, path: string, method = 'GET', api = patient): Promise<Response> {
  const { givenName, familyName, fiscalCode, birthDate, level, wayIn } = citizen;
  const id = await sessions.create(
    signedIn({ givenName, familyName, fiscalCode, level, dateOfBirth: birthDate, provider: wayIn }),
  );
  const headers = { cookie: `fdc_session=${id}`, origin: portalOrigin };
  return api(new Request(`${portalOrigin}/api/v1${path}`, { method, headers }));
}

/** What each source said, by its id, with how many things it gave. */
async function outcomesOf(citizen: DemoCitizen, path: string, api = patient) {
  const lines = await Array.fromAsync(linesOf(await ask(citizen, path, 'GET', api)), (each) => line.parse(each));
  const last = lines.at(-1);
  if (!last || !('totals' in last)) throw new Error('The stream has no totals.');
  const outcomes = lines.flatMap((each) => {
    if (!('status' in each)) return [];
    const said = each.status === 'ready' ? each.items.length : each.status === 'failed' ? each.problem.kind : each.need.kind;
    return [[each.source.id, said] as const];
  });
  return { said: Object.fromEntries(outcomes), totals: last.totals };
}

const giulia = citizenOf('giulia-ferraris');
const biella = enteByIpa('c_a859').fiscalCode;
const payments = {
  'piemontepay/r_piemon': 2,
  'piemontepay/c_a859': 4,
  'piemontepay/c_l219': 1,
  'piemontepay/c_d205': 0,
  'piemontepay/asl_bi': 2,
  'piemontepay/asl_to3': 0,
  'piemontepay/edisu': 0,
};

describe.each([
  { id: 'notify', path: '/notices', address: environment.NOTIFY_URL, whole: { notify: 14 } },
  { id: 'piemontepay/c_a859', path: '/payments', address: `${environment.PIEMONTEPAY_URL}/api/v1/organizations/${biella}/`, whole: payments },
  { id: 'health-front-door', path: '/health', address: environment.HEALTH_URL, whole: { 'health-front-door': 1 } },
])('$id', ({ id, path, address, whole }) => {
  it('gives what it has', async () => {
    expect((await outcomesOf(giulia, path)).said).toEqual(whole);
  });

  it.each(Object.entries(FAULTS))('with %s: it alone has failed, by name, and the rest is whole', async (_name, { answer, kind }) => {
    unruly.answer = answer;
    led = address;
    const { said, totals } = await outcomesOf(giulia, path, kind === 'timeout' ? hasty : patient);
    expect(said).toEqual({ ...whole, [id]: kind });
    const sound = Object.entries(whole).filter(([other]) => other !== id);
    expect(totals).toEqual({
      sources: sound.length + 1,
      ready: sound.length,
      failed: 1,
      needs: 0,
      items: sound.reduce((sum, [, items]) => sum + items, 0),
    });
    expect(logged).toMatchObject([{ event: 'source-failed', fields: { source: id, kind } }]);
  });

  it('is whole again when it answers again, asked alone', async () => {
    unruly.answer = (_request, response) => response.writeHead(503).end();
    led = address;
    await outcomesOf(giulia, path);
    led = 'nowhere';
    const { said, totals } = await outcomesOf(giulia, `${path}?source=${encodeURIComponent(id)}`);
    expect(Object.keys(said)).toEqual([id]);
    expect(totals).toMatchObject({ sources: 1, ready: 1 });
  });
});

describe('who may not be asked about', () => {
  it('somebody without an Italian fiscal code: no system is asked', async () => {
    led = 'http://back-ends.test/';
    unruly.requests.length = 0;
    for (const path of ['/notices', '/payments', '/health']) {
      const { said } = await outcomesOf(citizenOf('nour-el-amrani'), path);
      expect(new Set(Object.values(said))).toEqual(new Set(['italian-fiscal-code']));
    }
    expect(unruly.requests).toEqual([]);
  });

  it('somebody at level 1: payments want level 2, notices and health do not', async () => {
    const elena = citizenOf('elena-russo');
    expect(new Set(Object.values((await outcomesOf(elena, '/payments')).said))).toEqual(new Set(['level']));
    expect((await outcomesOf(elena, '/notices')).said).toEqual({ notify: 3 });
    expect((await outcomesOf(elena, '/health')).said).toEqual({ 'health-front-door': 1 });
  });
});

describe('marking a notice as read', () => {
  const unreadId = giulia.messages.find((message) => message.read_at === null)?.id ?? '';

  it('is done once for all', async () => {
    const response = await ask(giulia, `/notices/${unreadId}/read`, 'POST');
    expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'no-store']);
    expect(world.notify.get(giulia.fiscalCode ?? '', unreadId)?.read_at).not.toBeNull();
  });

  it.each([
    ['a notice of another person', citizenOf('luca-barbero'), unreadId],
    ['a notice that does not exist', giulia, crypto.randomUUID()],
    ['what is no id', giulia, '..%2f..%2fstatus'],
    ['a notice, for somebody without a fiscal code', citizenOf('nour-el-amrani'), unreadId],
  ])('%s is not found', async (_what, citizen, id) => {
    expect((await ask(citizen, `/notices/${id}/read`, 'POST')).status).toBe(404);
    expect(world.notify.get(giulia.fiscalCode ?? '', unreadId)?.read_at).toBeNull();
  });

  it('fails in plain words when the source fails, and the log has its kind', async () => {
    world.faults.set({ source: 'notify', kind: 'failing' });
    const response = await ask(giulia, `/notices/${unreadId}/read`, 'POST');
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ type: 'urn:fascicolo:problem:source-failed' });
    expect(logged).toMatchObject([{ event: 'source-failed', fields: { source: 'notify', kind: 'unavailable' } }]);
  });
});

it('writes nothing about anybody in the log, whatever happens', async () => {
  const paths = ['/notices', '/payments', '/health', '/suggestions', '/notices/nothing/read', '/unknown?cf=FRRGLI88D52A859P'];
  const run = async (citizens = [giulia, citizenOf('elena-russo')]) => {
    for (const citizen of citizens) {
      for (const path of paths) await (await ask(citizen, path)).text();
      for (const { id } of citizen.messages.slice(0, 2)) await ask(citizen, `/notices/${id}/read`, 'POST');
    }
  };
  await run([...world.citizens]);
  for (const kind of ['failing', 'malformed', 'truncated'] as const) {
    for (const source of ['notify', 'piemontepay', 'health']) world.faults.set({ source, kind });
    await run();
  }
  unruly.answer = (_request, response) => response.end(JSON.stringify([{ id: 1, user_id: 'FRRGLI88D52A859P', mex: 'Giulia' }]));
  led = environment.NOTIFY_URL;
  await run();

  const text = JSON.stringify(logged);
  expect(new Set(logged.map(({ event }) => event))).toEqual(new Set(['source-failed', 'source-unreadable-rows']));
  for (const { givenName, familyName, fiscalCode, birthDate, messages, debtPositions, claims } of world.citizens) {
    const positions = Object.values(debtPositions).flat();
    const personal = [
      givenName,
      familyName,
      birthDate,
      claims.sub,
      ...(fiscalCode === null ? [] : [fiscalCode]),
      ...messages.flatMap(({ id, mex }) => [id, ...(mex.title === null ? [] : [mex.title])]),
      ...positions.flatMap(({ codiceAvviso, iuv, descrizionePagamento }) => [codiceAvviso, iuv ?? codiceAvviso, descrizionePagamento ?? codiceAvviso]),
    ];
    for (const datum of personal) expect(text).not.toContain(datum);
  }
  expect(text).not.toContain('id-token');
}, 30_000);
