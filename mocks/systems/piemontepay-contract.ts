/** What PiemontePAY sends, in its own words: amounts are decimals in euro, date-times have no offset. */

/** `codiceStatoPagamento` and `descrizioneStatoPagamento` as PiemontePAY pairs them. */
export const paymentStates = {
  paid: { code: '0', description: 'Pagato' },
  notPaid: { code: '1', description: 'Non Pagato' },
  cancelled: { code: '2', description: "Annullato dall'Ente" },
} as const;

/** One component of the amount, in euro. */
export interface AmountComponent {
  importo: number;
  causale: string;
}

/** One debt position; a field that has no value is left out. */
export interface DebtPositionDetail {
  descrizionePagamento?: string;
  codiceAvviso: string;
  iuv?: string;
  codiceVersamento: string;
  descrizionePortale?: string;
  importo: number;
  componentiPagamento?: AmountComponent[];
  dataScadenza?: string;
  dataOraOperazione?: string;
  dataEsitoPagamento?: string;
  identificativoUnicoRiscossione?: string;
  numeroTransazione?: string;
  prestatoreServiziPagamento?: string;
  infoAggiuntive?: string;
  presenzaQuietanza?: boolean;
  codiceStatoPagamento?: string;
  descrizioneStatoPagamento?: string;
}

/** A page of debt positions, numbered from 1. */
export interface DebtPositionPage {
  status: string;
  currentPage: number;
  totalElements: number;
  totPages: number;
  pageSize: number;
  debtPositions: Partial<DebtPositionDetail>[];
}

/** The body of every error. */
export interface PiemontePayError {
  status: string;
  code: 'VALIDATION_ERROR' | 'INTERNAL_ERROR' | 'BUSINESS_ERROR' | 'AUTHORIZATION_ERROR';
  detail: string;
}
