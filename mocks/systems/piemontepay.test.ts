import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import portal from '../../content/portal.json' with { type: 'json' };
import { ask, callers } from '../ask.ts';
import { createHandlers } from '../handlers.ts';
import { createWorld } from '../world.ts';

const giulia = 'FRRGLI88D52A859P';
const fabio = 'MRNFBA75T20L219H';

const page = z.object({
  status: z.string(),
  currentPage: z.number(),
  totalElements: z.number(),
  totPages: z.number(),
  pageSize: z.number(),
  debtPositions: z.array(z.looseObject({ codiceAvviso: z.string(), iuv: z.string().optional(), importo: z.number() })),
});

let world = createWorld('2026-11-23');
let handlers = createHandlers(world);

beforeEach(() => {
  world = createWorld('2026-11-23');
  handlers = createHandlers(world);
});

function ente(ipa: string) {
  const found = portal.enti.find((each) => each.ipa === ipa);
  if (found === undefined) throw new Error(`There is no ${ipa}`);
  return found;
}

function get(ipa: string, rest: string, headers: Record<string, string> = callers.piemontepay()) {
  return ask(handlers, `/piemontepay/api/v1/organizations/${ente(ipa).fiscalCode}${rest}`, { headers });
}

async function list(ipa: string, citizen: string, query: Record<string, string> = {}) {
  const response = await get(ipa, `/citizens/${citizen}/debtpositions?${new URLSearchParams(query)}`);
  expect(response.status).toBe(200);
  return page.parse(await response.json());
}

describe('the list', () => {
  it('sends amounts as decimals, dates without offset and components that make the amount', async () => {
    const { debtPositions } = await list('c_a859', giulia, { status: 'NOT_PAYED', sort: '+dataScadenza' });
    expect(debtPositions.map((position) => position.importo)).toEqual([86, 127.5]);
    expect(debtPositions[0]).toMatchObject({
      dataScadenza: '2026-11-22T00:00:00',
      componentiPagamento: [{ importo: 78 }, { importo: 8 }],
      codiceStatoPagamento: '1',
    });
  });

  it('tells paid from not paid', async () => {
    const paid = await list('c_a859', giulia, { status: 'PAYED' });
    expect(paid.debtPositions.map((position) => position['codiceStatoPagamento'])).toEqual(['0', '0']);
    expect((await list('c_a859', giulia)).totalElements).toBe(4);
    // What the ente has cancelled is neither.
    expect((await list('c_l219', giulia)).totalElements).toBe(2);
    expect((await list('c_l219', giulia, { status: 'NOT_PAYED' })).totalElements).toBe(0);
  });

  it('counts pages from 1', async () => {
    const first = await list('c_l219', fabio);
    expect(first).toMatchObject({ status: '200', currentPage: 1, totalElements: 20, totPages: 2, pageSize: 10 });
    const last = await list('c_l219', fabio, { currentPage: '3', elements: '8' });
    expect(last).toMatchObject({ currentPage: 3, totPages: 3, pageSize: 8 });
    expect(last.debtPositions).toHaveLength(4);
    expect((await list('c_l219', fabio, { currentPage: '9' })).debtPositions).toEqual([]);
  });

  it('answers an empty page where a citizen has no dealings', async () => {
    expect(await list('edisu', giulia)).toMatchObject({ totalElements: 0, totPages: 0, debtPositions: [] });
    expect(await list('edisu', 'RSSMRA80A01L219M')).toMatchObject({ totalElements: 0 });
  });

  it('finds one by IUV and sends the fields that were asked for', async () => {
    const [wanted] = (await list('c_a859', giulia)).debtPositions;
    const { debtPositions } = await list('c_a859', giulia, { iuv: wanted?.iuv ?? '', fields: 'dataScadenza' });
    expect(debtPositions.map((position) => Object.keys(position).toSorted())).toEqual([
      ['codiceAvviso', 'codiceVersamento', 'dataScadenza', 'importo'],
    ]);
  });

  it.each(['status=PAID', 'iuv=1', 'currentPage=0', 'elements=none', 'sort=+colour', 'fields=colour'])(
    'refuses %s with the name of what is wrong',
    async (query) => {
      const response = await get('c_a859', `/citizens/${giulia}/debtpositions?${query}`);
      expect(response.status).toBe(400);
      const error = z.object({ code: z.string(), detail: z.string() }).parse(await response.json());
      expect(error.code).toBe('VALIDATION_ERROR');
      expect(error.detail).toContain(query.split('=')[0]);
    },
  );

  it('refuses strangers', async () => {
    for (const headers of [{}, { Authorization: `Basic ${btoa('other:other')}` }]) {
      expect((await get('c_a859', `/citizens/${giulia}/debtpositions`, headers)).status).toBe(401);
    }
  });
});

describe('documents and payment', () => {
  const pdf = (base64: string) => atob(base64);

  async function positionOf(status: string) {
    const [position] = (await list('c_a859', giulia, { status })).debtPositions;
    return position?.iuv ?? '';
  }

  it('sends the notice as a PDF whose table of objects is right', async () => {
    const response = await get(
      'c_a859',
      `/citizens/${giulia}/debtpositions/${await positionOf('NOT_PAYED')}/paymentnotice`,
    );
    const file = pdf(z.object({ notice: z.string() }).parse(await response.json()).notice);
    expect(file.startsWith('%PDF-1.4')).toBe(true);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]));
    expect(offsets.map((offset, index) => file.startsWith(`${index + 1} 0 obj`, offset))).toEqual(
      offsets.map(() => true),
    );
  });

  it('sends a receipt only for what was paid and has one', async () => {
    const path = (iuv: string) => `/citizens/${giulia}/debtpositions/${iuv}/paymentreceipt`;
    const paid = await get('c_a859', path(await positionOf('PAYED')));
    expect(pdf(z.object({ receipt: z.string() }).parse(await paid.json()).receipt)).toMatch(/^%PDF/);
    expect((await get('c_a859', path(await positionOf('NOT_PAYED')))).status).toBe(404);
  });

  it('keeps one citizen’s documents from another', async () => {
    const iuv = await positionOf('NOT_PAYED');
    expect((await get('c_a859', `/citizens/${fabio}/debtpositions/${iuv}/paymentnotice`)).status).toBe(404);
  });

  it('leads to the payment of what is to be paid, and remembers that it was paid', async () => {
    const iuv = await positionOf('NOT_PAYED');
    const response = await get('c_a859', `/debtpositions/${iuv}/payment`);
    expect(await response.json()).toEqual({ paymentUrl: `http://localhost:4322/paga/c_a859/${iuv}` });
    expect(world.piemontepay.pay(ente('c_a859'), iuv, '2026-11-23T10:00:00')).toBe(true);
    expect(world.piemontepay.pay(ente('c_a859'), iuv, '2026-11-23T10:01:00')).toBe(false);
    expect((await get('c_a859', `/debtpositions/${iuv}/payment`)).status).toBe(400);
    expect((await list('c_a859', giulia, { status: 'PAYED' })).totalElements).toBe(3);
    world.reset();
    expect((await list('c_a859', giulia, { status: 'PAYED' })).totalElements).toBe(2);
  });
});
