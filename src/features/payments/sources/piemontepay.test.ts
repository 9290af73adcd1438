import { http } from 'msw';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../../mocks/credentials.ts';
import { createBackEnds } from '../../../../mocks/node.ts';
import { publishedContracts, readContract, whyPublishedAreSkipped } from '../../../../mocks/published-contract.ts';
import { paymentStates, type DebtPositionDetail } from '../../../../mocks/systems/piemontepay-contract.ts';
import { enteByIpa, portal } from '../../../platform/portal.ts';
import { createOpaqueId } from '../../../platform/server/opaque-id.ts';
import { upstreamAt } from '../../../platform/server/testing.ts';
import { UpstreamFailure } from '../../../platform/server/upstream.ts';
import { payment } from '../model.ts';
import { createPiemontePay } from './piemontepay.ts';

const ADA = 'RSSDAA80A41L219T';
const NOTICE = '301000000000012345';
const positions = '*/piemontepay/api/v1/organizations/:organization/citizens/:citizen/debtpositions';
const never = new AbortController().signal;
const biella = enteByIpa('c_a859');

const { world, server } = createBackEnds({ today: '2026-11-23' });
const { username, password } = demoCredentials.piemontepay;
const piemontePay = createPiemontePay(
  upstreamAt('http://back-ends.test/piemontepay', { authorization: `Basic ${btoa(`${username}:${password}`)}` }),
  createOpaqueId('a-key-of-the-tests'),
);

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  for (const { source, citizen } of world.faults.list()) world.faults.clear(source, citizen);
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** What the hub sends when it sends little. */
const row = (changes: object = {}) => ({ codiceAvviso: NOTICE, codiceVersamento: 'TARI', importo: 127.5, ...changes });

function pageOf(rows: unknown, changes: object = {}) {
  const totalElements = Array.isArray(rows) ? rows.length : 0;
  return { status: '200', currentPage: 1, totalElements, totPages: 1, pageSize: 100, debtPositions: rows, ...changes };
}

/** Ada's payments at Biella when the hub sends this page. */
function listOf(rows: unknown, changes: object = {}) {
  server.use(http.get(positions, () => Response.json(pageOf(rows, changes))));
  return piemontePay.list(biella, ADA, never);
}

/** The one payment made of a row. */
async function paymentOf(changes: object) {
  const { items, unreadable } = await listOf([row(changes)]);
  expect(unreadable).toBe(0);
  return payment.parse(items[0]);
}

const statusOf = (position: DebtPositionDetail) =>
  position.codiceStatoPagamento === paymentStates.paid.code ? 'paid' : 'due';

describe('the payments of a demo citizen', () => {
  const known = world.citizens.flatMap(({ id, fiscalCode, debtPositions }) =>
    fiscalCode === null ? [] : [{ id, fiscalCode, debtPositions }],
  );

  it.each(known)('$id: every position of every ente, to the cent', async ({ fiscalCode, debtPositions }) => {
    for (const ente of portal.sources.payments.enti.map(enteByIpa)) {
      const { items, unreadable } = await piemontePay.list(ente, fiscalCode, never);
      expect(unreadable).toBe(0);
      const wanted = (debtPositions[ente.ipa] ?? []).filter(
        ({ codiceStatoPagamento }) => codiceStatoPagamento !== paymentStates.cancelled.code,
      );
      expect(items).toEqual(
        wanted.map((position) => ({
          id: expect.stringMatching(/^[\w-]{22}$/) as unknown,
          ente,
          reason: position.descrizionePagamento,
          noticeNumber: position.codiceAvviso,
          amount: { cents: Number(position.importo.toFixed(2).replace('.', '')), currency: 'EUR' },
          dueOn: position.dataScadenza?.slice(0, 10) ?? null,
          paidOn: position.dataEsitoPagamento?.slice(0, 10) ?? null,
          status: statusOf(position),
        })),
      );
    }
  });

  it('have the same opaque ids each time they are read, and no two the same', async () => {
    const ids = async () => {
      const lists = await Promise.all(
        portal.enti.map((ente) => piemontePay.list(ente, 'MRNFBA75T20L219H', never)),
      );
      return lists.flatMap(({ items }) => items.map(({ id }) => id));
    };
    const first = await ids();
    expect(first).toHaveLength(40);
    expect(new Set(first).size).toBe(40);
    expect(await ids()).toEqual(first);
  });
});

describe('an amount', () => {
  it.each([
    [127.5, 12750],
    [0.1, 10],
    [0.29, 29],
    [1.1, 110],
    [4.35, 435],
    [8.2, 820],
    [1019.99, 101999],
    [180.43, 18043],
    [0, 0],
    [9007199254.75, 900719925475],
  ])('of %d euro is %d cents', async (importo, cents) => {
    expect((await paymentOf({ importo })).amount).toEqual({ cents, currency: 'EUR' });
  });

  it.each([1.005, -1, 1e-7, 1e21, '86.00', null, undefined])('%j is no sum of money: the row is counted', async (importo) => {
    expect(await listOf([row(), row({ importo })])).toMatchObject({ items: [{}], unreadable: 1 });
  });
});

describe('a state', () => {
  it.each([
    ['0', 'paid'],
    ['1', 'due'],
    ['3', 'unknown'],
    ['00', 'unknown'],
    ['Pagato', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('%j is %s', async (codiceStatoPagamento, status) => {
    expect((await paymentOf({ codiceStatoPagamento })).status).toBe(status);
  });

  it('2 was cancelled by the ente: it is neither listed nor counted as unreadable', async () => {
    expect(await listOf([row({ codiceStatoPagamento: '2' })])).toEqual({ items: [], unreadable: 0 });
  });
});

describe('a day', () => {
  it.each([
    ['2026-11-30T00:00:00', '2026-11-30'],
    ['2026-11-30T23:30:00.000', '2026-11-30'],
    ['2026-11-30T23:30:00Z', '2026-12-01'],
    ['2026-11-30T00:00:00+01:00', '2026-11-30'],
    ['2026-11-30', '2026-11-30'],
    ['', null],
    [null, null],
  ])('written %j is the Italian day %s', async (text, day) => {
    const { dueOn, paidOn } = await paymentOf({ dataScadenza: text, dataEsitoPagamento: text });
    expect([dueOn, paidOn]).toEqual([day, day]);
  });

  it.each(['30/11/2026', '2026-02-30T00:00:00', 'domani'])('%s to pay by can not be read: the row is counted', async (dataScadenza) => {
    expect(await listOf([row({ dataScadenza })])).toEqual({ items: [], unreadable: 1 });
  });
});

describe('what is paid', () => {
  it.each([
    [{ descrizionePagamento: ' TARI ', descrizionePortale: 'Tassa' }, 'TARI'],
    [{ descrizionePagamento: ' ', descrizionePortale: 'Tassa' }, 'Tassa'],
    [{ descrizionePagamento: null, descrizionePortale: null }, null],
    [{}, null],
  ])('is in the ente’s words, where it has any: %j', async (changes, reason) => {
    expect((await paymentOf(changes)).reason).toBe(reason);
  });
});

describe('what can not be read is counted', () => {
  it.each([
    ['a notice number that is too short', { codiceAvviso: '30100' }],
    ['a notice number with letters', { codiceAvviso: 'RF0100000000012345' }],
    ['no notice number', { codiceAvviso: undefined }],
    ['a state that is a number', { codiceStatoPagamento: 0 }],
  ])('%s, and the others stay', async (_what, changes) => {
    expect(await listOf([row(), row(changes)])).toMatchObject({ items: [{ noticeNumber: NOTICE }], unreadable: 1 });
  });

  it('rows that were announced and did not come', async () => {
    expect(await listOf([row()], { totalElements: 3 })).toMatchObject({ items: [{}], unreadable: 2 });
    expect(await listOf(null, { totalElements: 3 })).toEqual({ items: [], unreadable: 3 });
  });
});

describe('pages', () => {
  it('are all asked for, one after the other', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(positions, ({ request }) => {
        const currentPage = new URL(request.url).searchParams.get('currentPage');
        asked.push(currentPage);
        const rows = [row({ codiceAvviso: NOTICE.slice(0, -1) + (currentPage ?? '') })];
        return Response.json(pageOf(rows, { currentPage: Number(currentPage), totPages: 3, totalElements: 3 }));
      }),
    );
    const { items, unreadable } = await piemontePay.list(biella, ADA, never);
    expect([asked, items.length, unreadable]).toEqual([['1', '2', '3'], 3, 0]);
  });

  it('that are too many are not understood, rather than read in part', async () => {
    await expect(listOf([row()], { totPages: 1_000_000 })).rejects.toEqual(new UpstreamFailure('unreadable'));
  });

  it('without rows are an empty list', async () => {
    for (const rows of [[], null, undefined]) {
      expect(await listOf(rows, { totPages: 0 })).toEqual({ items: [], unreadable: 0 });
    }
  });
});

describe.skipIf(whyPublishedAreSkipped !== '')(`what the published contract allows is accepted${whyPublishedAreSkipped}`, () => {
  const contract = readContract(join(publishedContracts, 'piemontepay', 'ppay-citizen.openapi.yaml'));
  const detail = contract.schema('components', 'schemas', 'DebtPositionDetail');
  const all: DebtPositionDetail = {
    descrizionePagamento: 'TARI, seconda rata',
    codiceAvviso: NOTICE,
    iuv: NOTICE.slice(1),
    codiceVersamento: 'TARI',
    descrizionePortale: 'Tassa sui rifiuti',
    importo: 127.5,
    componentiPagamento: [{ importo: 127.5, causale: 'Tassa' }],
    dataScadenza: '2026-11-30T00:00:00Z',
    dataOraOperazione: '2026-11-20T10:00:00Z',
    dataEsitoPagamento: '2026-11-20T10:00:00Z',
    identificativoUnicoRiscossione: '123',
    numeroTransazione: '456',
    prestatoreServiziPagamento: 'Banca',
    infoAggiuntive: 'Altro',
    presenzaQuietanza: true,
    codiceStatoPagamento: '0',
    descrizioneStatoPagamento: 'Pagato',
  };
  const optional = Object.keys(all).filter((name) => !['codiceAvviso', 'codiceVersamento', 'importo'].includes(name));
  const without = (name: string) => Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));

  it('a row with everything, a row with what is compulsory, and rows that lack one thing', async () => {
    const rows = [all, row(), ...optional.map(without)];
    for (const each of rows) expect(detail(each)).toEqual([]);
    expect(await listOf(rows)).toMatchObject({ items: { length: rows.length }, unreadable: 0 });
  });

  it('and no less than is compulsory: these rows are refused by both', async () => {
    for (const name of ['codiceAvviso', 'importo']) {
      expect(detail(without(name))).not.toEqual([]);
      expect(await listOf([without(name)])).toEqual({ items: [], unreadable: 1 });
    }
  });

  it('fields that the contract does not know yet do no harm', async () => {
    expect(await paymentOf({ campoNuovo: { a: 1 } })).toMatchObject({ noticeNumber: NOTICE });
  });
});
