import * as z from 'zod/mini';
import { dayFromDateTime } from '../../../domain/day.ts';
import { moneyFromEuroDecimal } from '../../../domain/money.ts';
import type { Ente } from '../../../platform/portal.ts';
import type { OpaqueId } from '../../../platform/server/opaque-id.ts';
import type { Reading } from '../../../platform/server/outcomes.ts';
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
  totalElements: z.int(),
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
 * The values of `codiceStatoPagamento`, which the contract leaves open: 0 paid, 1 to be paid, 2 cancelled by the ente.
 * Any other is "unknown": never taken for paid, nor for due.
 */
function statusOf(code: string | null | undefined): Payment['status'] | 'cancelled' {
  switch (code) {
    case '0':
      return 'paid';
    case '1':
      return 'due';
    case '2':
      return 'cancelled';
    default:
      return 'unknown';
  }
}

/** Payments of one ente and one person. */
export interface DebtPositions {
  list: (ente: Ente, fiscalCode: string, signal: AbortSignal) => Promise<Reading<Payment>>;
}

/** Speaks to PiemontePAY; `upstream` carries the portal's credentials. */
export function createPiemontePay(upstream: Upstream, opaqueId: OpaqueId): DebtPositions {
  /** The payment of a row; null when the row can not be read. */
  async function toPayment(row: unknown, ente: Ente): Promise<Payment | 'cancelled' | null> {
    const parsed = debtPosition.safeParse(row);
    if (!parsed.success) return null;
    const { codiceAvviso, importo, descrizionePagamento, descrizionePortale, dataScadenza, dataEsitoPagamento, codiceStatoPagamento } =
      parsed.data;
    const status = statusOf(codiceStatoPagamento);
    if (status === 'cancelled') return status;
    const amount = moneyFromEuroDecimal(importo);
    const dueOn = dataScadenza ? dayFromDateTime(dataScadenza) : null;
    if (!amount || (dataScadenza && dueOn === null)) return null;
    return {
      id: await opaqueId('payment', ente.fiscalCode, codiceAvviso),
      ente: { ipa: ente.ipa, name: ente.name, fiscalCode: ente.fiscalCode },
      reason: descrizionePagamento?.trim() || descrizionePortale?.trim() || null,
      noticeNumber: codiceAvviso,
      amount,
      dueOn,
      paidOn: dataEsitoPagamento ? dayFromDateTime(dataEsitoPagamento) : null,
      status,
    };
  }

  return {
    async list(ente, fiscalCode, signal) {
      const path = `/api/v1/organizations/${ente.fiscalCode}/citizens/${encodeURIComponent(fiscalCode)}/debtpositions`;
      const rows: unknown[] = [];
      let total = 0;
      for (let currentPage = 1, pages = 1; currentPage <= pages; currentPage += 1) {
        const query = new URLSearchParams({ currentPage: String(currentPage), elements: String(PAGE_SIZE) });
        const { body } = await upstream(`${path}?${query}`, page, { signal });
        if (body.totPages > MOST_PAGES) throw new UpstreamFailure('unreadable');
        rows.push(...(body.debtPositions ?? []));
        pages = body.totPages;
        total = body.totalElements;
      }
      const payments = await Promise.all(rows.map((row) => toPayment(row, ente)));
      return {
        items: payments.filter((one) => one !== null && one !== 'cancelled'),
        // Rows that were announced and did not come count as well: they are not "nothing to pay".
        unreadable: payments.filter((one) => one === null).length + Math.max(0, total - rows.length),
      };
    },
  };
}
