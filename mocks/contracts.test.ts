import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import portal from '../content/portal.json' with { type: 'json' };
import { ask, callers } from './ask.ts';
import { createHandlers } from './handlers.ts';
import { ownContracts, publishedContracts, readContract, whyPublishedAreSkipped } from './published-contract.ts';
import { createWorld } from './world.ts';

const published = describe.skipIf(whyPublishedAreSkipped !== '');

/** A world in which everything works: faults have tests of their own. */
function soundWorld() {
  const world = createWorld('2026-11-23');
  for (const fault of world.faults.list()) world.faults.clear(fault.source, fault.citizen);
  return world;
}

const world = soundWorld();
const handlers = createHandlers(world);
const known = world.citizens.flatMap(({ id, fiscalCode }) => (fiscalCode === null ? [] : [{ id, fiscalCode }]));
const unknown = { id: 'somebody unknown', fiscalCode: 'RSSMRA80A01L219M' };

function mediaTypeOf(response: Response): string {
  return response.headers.get('content-type') ?? '';
}

published(`PiemontePAY against its published contract${whyPublishedAreSkipped}`, () => {
  const list = '/api/v1/organizations/{organizationFiscalCode}/citizens/{citizenFiscalCode}/debtpositions';
  const payment = '/api/v1/organizations/{organizationFiscalCode}/debtpositions/{iuv}/payment';
  const contract = () => readContract(join(publishedContracts, 'piemontepay', 'ppay-citizen.openapi.yaml'));
  const headers = callers.piemontepay();

  it.each([...known, unknown])('lists, notices, receipts and payment addresses of $id', async ({ fiscalCode }) => {
    const piemontepay = contract();
    const expectValid = async (path: string, response: Response) => {
      const check = piemontepay.response('GET', path, response.status, mediaTypeOf(response));
      const body: unknown = await response.json();
      expect(check(body)).toEqual([]);
      return body;
    };
    for (const ente of portal.enti) {
      const base = `/piemontepay/api/v1/organizations/${ente.fiscalCode}`;
      const mine = `${base}/citizens/${fiscalCode}/debtpositions`;
      await expectValid(list, await ask(handlers, `${mine}?elements=100`, { headers }));
      await expectValid(list, await ask(handlers, `${mine}?fields=iuv`, { headers }));
      for (const { iuv } of world.piemontepay.positions(ente, fiscalCode)) {
        await expectValid(
          `${list}/{iuv}/paymentnotice`,
          await ask(handlers, `${mine}/${iuv}/paymentnotice`, { headers }),
        );
        await expectValid(
          `${list}/{iuv}/paymentreceipt`,
          await ask(handlers, `${mine}/${iuv}/paymentreceipt`, { headers }),
        );
        await expectValid(payment, await ask(handlers, `${base}/debtpositions/${iuv}/payment`, { headers }));
      }
    }
  });

  it('answers errors in the contract’s words', async () => {
    const piemontepay = contract();
    const mine = '/piemontepay/api/v1/organizations/00514490010/citizens/FRRGLI88D52A859P/debtpositions';
    const cases: [number, string, Record<string, string>][] = [
      [401, mine, {}],
      [400, `${mine}?currentPage=0`, headers],
      [404, mine.replace('00514490010', '00000000000'), headers],
    ];
    for (const [status, path, sent] of cases) {
      const response = await ask(handlers, path, { headers: sent });
      expect(response.status).toBe(status);
      const check = piemontepay.response('GET', list, status, mediaTypeOf(response));
      expect(check(await response.json())).toEqual([]);
    }
  });

  it('notices what does not agree', () => {
    const check = contract().response('GET', list, 200, 'application/json');
    expect(check({ status: '200', debtPositions: [{ importo: '86,00' }] })).not.toEqual([]);
  });
});

published(`messages against the definition of the NOTIFY broker${whyPublishedAreSkipped}`, () => {
  const parts = ['email', 'sms', 'push', 'mex', 'io', 'memo'] as const;

  it.each(known)('of $id', ({ id }) => {
    const broker = readContract(join(publishedContracts, 'notify', 'notify-message-broker.swagger.yaml'), {
      // The store keeps a column for every text, and sends null where the sender wrote nothing.
      nullableTexts: true,
    });
    const messages = world.citizens.find((each) => each.id === id)?.messages ?? [];
    for (const part of parts) {
      const check = broker.schema('definitions', 'Notification', 'properties', part);
      const wrong = messages.filter((message) => message[part] !== null).flatMap((message) => check(message[part]));
      expect(wrong).toEqual([]);
    }
  });
});

describe('the NOTIFY message store against docs/contracts', () => {
  const store = readContract(join(ownContracts, 'notify-message-store.openapi.yaml'));
  const list = '/api/v1/users/{userId}/messages';

  it.each([...known, unknown])('messages of $id', async ({ fiscalCode }) => {
    const path = `/notify/api/v1/users/${fiscalCode}/messages`;
    const headers = callers.notify(fiscalCode);
    const response = await ask(handlers, `${path}?limit=400`, { headers });
    expect(response.status).toBe(200);
    expect(store.response('GET', list, 200, mediaTypeOf(response))(await response.json())).toEqual([]);
  });

  it('every other call, and every refusal', async () => {
    const other = createHandlers(createWorld('2026-11-23'));
    const giulia = world.citizens[0];
    const [message] = giulia?.messages ?? [];
    const fiscalCode = giulia?.fiscalCode ?? '';
    const id = message?.id ?? '';
    const missing = '00000000-0000-4000-8000-000000000000';
    const path = `/notify/api/v1/users/${fiscalCode}/messages`;
    const headers = callers.notify(fiscalCode);
    const one = `${list}/{id}`;
    const calls: [string, string, number, Parameters<typeof ask>[2], string?][] = [
      ['GET', one, 200, { headers }, `/${id}`],
      ['PUT', one, 200, { headers, json: { tag: 'noticed' } }, `/${id}`],
      ['PUT', `${list}/status`, 200, { headers, json: [{ id, read_at: 'read' }] }, '/status'],
      ['PUT', `${list}/status`, 400, { headers, json: [{ read_at: 'read' }] }, '/status'],
      ['DELETE', one, 200, { headers }, `/${id}`],
      ['GET', one, 404, { headers }, `/${missing}`],
      ['GET', one, 400, { headers }, '/not-a-uuid'],
      ['GET', list, 400, { headers }, '?filter=unread'],
      ['GET', list, 401, { headers: { ...headers, 'x-authentication': 'other' } }],
      ['GET', list, 403, { headers: { ...headers, 'Shib-Iride-IdentitaDigitale': unknown.fiscalCode } }],
    ];
    for (const [method, template, status, init, suffix = ''] of calls) {
      const response = await ask(other, `${path}${suffix}`, { method, ...init });
      expect([method, suffix, response.status]).toEqual([method, suffix, status]);
      expect(store.response(method, template, status, mediaTypeOf(response))(await response.json())).toEqual([]);
    }
  });
});

describe('the health front door against docs/contracts', () => {
  const door = readContract(join(ownContracts, 'health-front-door.openapi.yaml'));

  it.each([
    ...known.map((each) => ({ ...each, status: 200, headers: callers.health('2') })),
    { ...unknown, status: 404, headers: callers.health('1') },
    { ...unknown, status: 400, headers: callers.health('3') },
    { ...unknown, status: 401, headers: {} },
    { ...unknown, status: 403, headers: { Authorization: callers.health('1').Authorization } },
  ])('$status for $id', async ({ fiscalCode, status, headers }) => {
    const response = await ask(handlers, `/health/api/v1/citizens/${fiscalCode}/access`, { headers });
    expect(response.status).toBe(status);
    const check = door.response('GET', '/api/v1/citizens/{fiscalCode}/access', status, mediaTypeOf(response));
    expect(check(await response.json())).toEqual([]);
  });
});
