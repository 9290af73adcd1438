/** Builder of PiemontePAY debt positions. */
import { paymentStates, type DebtPositionDetail } from '../systems/piemontepay-contract.ts';
import { addDays, localDateTime } from './dates.ts';
import { noticeNumber, stableDigits } from './identifiers.ts';

/** What differs from one debt position to the next. */
export interface DebtPositionDraft {
  /** Distinguishes this position from all others: it decides the notice number. */
  seed: string;
  description: string;
  /** Code and name of the kind of payment. */
  kind: { code: string; name: string };
  /** Components of the amount, in integer cents. */
  components: { cents: number; reason: string }[];
  /** Days from today; negative when it has passed, left out when there is no due date. */
  dueInDays?: number;
  /** How many days ago it was paid; left out while it is to be paid. */
  paidDaysAgo?: number;
  cancelled?: boolean;
  /** Whether a receipt can be had; by default every paid position has one. */
  receipt?: boolean;
}

/** A debt position in the contract's form, dated from `today` (`YYYY-MM-DD`). */
export function debtPosition(today: string, draft: DebtPositionDraft): DebtPositionDetail {
  const cents = draft.components.reduce((sum, component) => sum + component.cents, 0);
  const paid = draft.paidDaysAgo !== undefined;
  const state = paymentStates[draft.cancelled ? 'cancelled' : paid ? 'paid' : 'notPaid'];
  return {
    descrizionePagamento: draft.description,
    ...noticeNumber(draft.seed),
    codiceVersamento: draft.kind.code,
    descrizionePortale: draft.kind.name,
    importo: cents / 100,
    componentiPagamento: draft.components.map((component) => ({
      importo: component.cents / 100,
      causale: component.reason,
    })),
    ...(draft.dueInDays === undefined ? {} : { dataScadenza: localDateTime(addDays(today, draft.dueInDays)) }),
    ...(draft.paidDaysAgo === undefined
      ? {}
      : paymentOutcome(draft.seed, localDateTime(addDays(today, -draft.paidDaysAgo), '17:42'))),
    infoAggiuntive: draft.description,
    presenzaQuietanza: paid && (draft.receipt ?? true),
    codiceStatoPagamento: state.code,
    descrizioneStatoPagamento: state.description,
  };
}

/** The fields that a payment fills in; `at` is a date-time without offset. */
export function paymentOutcome(seed: string, at: string): Partial<DebtPositionDetail> {
  return {
    dataOraOperazione: at,
    dataEsitoPagamento: at,
    identificativoUnicoRiscossione: stableDigits(`iur/${seed}`, 12),
    numeroTransazione: stableDigits(`transaction/${seed}`, 14),
    prestatoreServiziPagamento: 'Banca di prova S.p.A.',
  };
}
