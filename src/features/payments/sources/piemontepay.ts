import * as z from 'zod/mini';
import { dayFromDateTime } from '../../../domain/day.ts';
import { moneyFromEuroDecimal } from '../../../domain/money.ts';
import type { Ente } from '../../../platform/portal.ts';
import type { OpaqueId } from '../../../platform/server/opaque-id.ts';
import { UpstreamFailure, type Upstream } from '../../../platform/server/upstream.ts';
import type { Payment } from '../model.ts';

/** Rows asked for at a time, and the largest number of pages read for one ente. */
const PAGE_SIZE = 100;
const MOST_PAGES = 20;

const optionalText = z.optional(z.nullable(z.string()));

const page = z.object({
  debtPositions: z.optional(z.nullable(z.array(z.unknown()))),
  currentPage: z.int(),
  totPages: z.int(),
});

/** A debt position, as far as a list needs it. */
const debtPosition = z.object({
  codiceAvviso: z.string().check(z.regex(/^\d{18}$/)),
  importo: z.number(),
  descrizionePagamento: optionalText,
  descrizionePortale: optionalText,
  dataScadenza: optionalText,
  dataEsitoPagamento: optionalText,
  codiceStatoPagamento: optionalText,
});

/**
 * The states that PiemontePAY's query parameter knows. The contract leaves `codiceStatoPagamento` open,
 * so the portal asks for each state by itself and takes the answer's word for it only where the row does not disagree.
 */
const ASKED = [
  { query: 'NOT_PAYED', status: 'due' },
  { query: 'PAYED', status: 'paid' },
] as const;

/** Payments of one ente and one person. */
export interface DebtPositions {
  list(ente: Ente, fiscalCode: string, signal: AbortSignal): Promise<{ items: Payment[]; unreadable: number }>;
}

/** Speaks to PiemontePAY; `upstream` carries the portal's credentials. */
export function createPiemontePay(upstream: Upstream, opaqueId: OpaqueId): DebtPositions {
  async function toPayment(row: unknown, ente: Ente, asked: 'due' | 'paid'): Promise<Payment | null> {
    const parsed = debtPosition.safeParse(row);
    if (!parsed.success) return null;
    const { codiceAvviso, importo, descrizionePagamento, descrizionePortale, dataScadenza, dataEsitoPagamento } = parsed.data;
    const amount = moneyFromEuroDecimal(importo);
    const dueOn = dataScadenza ? dayFromDateTime(dataScadenza) : null;
    const paidOn = dataEsitoPagamento ? dayFromDateTime(dataEsitoPagamento) : null;
    if (!amount || (dataScadenza && dueOn === null)) return null;
    const contradicted = asked === 'due' && paidOn !== null;
    return {
      id: await opaqueId('payment', ente.fiscalCode, codiceAvviso),
      ente: { ipa: ente.ipa, name: ente.name, fiscalCode: ente.fiscalCode },
      reason: descrizionePagamento?.trim() || descrizionePortale?.trim() || null,
      noticeNumber: codiceAvviso,
      amount,
      dueOn,
      paidOn,
      status: contradicted ? 'unknown' : asked,
    };
  }

  async function rowsOf(ente: Ente, fiscalCode: string, query: string, signal: AbortSignal): Promise<unknown[]> {
    const path = `/api/v1/organizations/${ente.fiscalCode}/citizens/${encodeURIComponent(fiscalCode)}/debtpositions`;
    const rows: unknown[] = [];
    for (let currentPage = 1, pages = 1; currentPage <= pages; currentPage += 1) {
      const parameters = new URLSearchParams({ status: query, currentPage: String(currentPage), elements: String(PAGE_SIZE) });
      const { body } = await upstream(`${path}?${parameters}`, page, { signal });
      if (body.totPages > MOST_PAGES) throw new UpstreamFailure('unreadable');
      rows.push(...(body.debtPositions ?? []));
      pages = body.totPages;
    }
    return rows;
  }

  return {
    async list(ente, fiscalCode, signal) {
      const lists = await Promise.all(
        ASKED.map(async ({ query, status }) => {
          const rows = await rowsOf(ente, fiscalCode, query, signal);
          return Promise.all(rows.map((row) => toPayment(row, ente, status)));
        }),
      );
      const all = lists.flat();
      const items = all.filter((one) => one !== null);
      return { items, unreadable: all.length - items.length };
    },
  };
}
