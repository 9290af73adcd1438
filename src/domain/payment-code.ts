import { isBodyFiscalCode } from './fiscal-code.ts';
import type { Money } from './money.ts';
import { typedDigits } from './notice-number.ts';

/** What is needed to pay a notice anywhere in pagoPA, and how much it said it was. */
export interface PaymentCode {
  /** 18 digits; whether its check digits are right is `readNoticeNumber`'s to say. */
  noticeNumber: string;
  /** 11 digits of the ente that asks; whether its check digit is right is `readEnteCode`'s to say. */
  fiscalCode: string;
  /** As printed: the ente may have changed it since. Null when the code gives none. */
  amount: Money | null;
}

/** What a QR code turns out to be. */
export type CodeReading =
  | { kind: 'notice'; payment: PaymentCode }
  /** pagoPA's mark, but not its format. */
  | { kind: 'damaged' }
  /** A notification with legal effect, which is opened on its own site. */
  | { kind: 'send' }
  | { kind: 'address'; host: string }
  | { kind: 'postal' | 'transfer' | 'invoice' | 'phone' | 'text' };

/** What a text says of an ente's fiscal code, complete or not. */
export type EnteCodeReading =
  | { state: 'partial'; missing: number }
  | { state: 'complete'; digits: string }
  | { state: 'wrong'; reason: 'characters' | 'person' | 'length' | 'check' };

const ENTE_LENGTH = 11;

/** Reads an ente's fiscal code, also while it is being typed. */
export function readEnteCode(text: string): EnteCodeReading {
  const digits = typedDigits(text);
  if (digits === null) {
    // Six letters and a digit are how a person's code begins: the commonest mistake deserves its own words.
    const person = /^[a-z]{6}\d[a-z0-9]{9}$/i.test(text.replaceAll(/\s/g, ''));
    return { state: 'wrong', reason: person ? 'person' : 'characters' };
  }
  if (digits.length < ENTE_LENGTH) return { state: 'partial', missing: ENTE_LENGTH - digits.length };
  if (digits.length > ENTE_LENGTH) return { state: 'wrong', reason: 'length' };
  return isBodyFiscalCode(digits) ? { state: 'complete', digits } : { state: 'wrong', reason: 'check' };
}

/**
 * The national format of a notice's QR code, after PagoPA's rules for printed notices ("L'avviso di pagamento", QR code):
 * `PAGOPA|002|<numero avviso>|<ente's fiscal code>|<amount in cents>`. The amount has two digits at least by the rules, one
 * in some notices.
 */
const NOTICE = /^PAGOPA\|002\|(\d{18})\|(\d{11})\|(\d{1,10})$/;

/** SEND's site, on which the notifications that it delivers by post are opened. */
const SEND_HOST = 'cittadini.notifichedigitali.it';

/**
 * Says what the text of a QR code is. Of what is not a notice only the kind is told, and the host of a web address:
 * nothing in it is opened or followed.
 */
export function readCode(text: string): CodeReading {
  const code = text.trim();
  const [, noticeNumber, fiscalCode, cents] = NOTICE.exec(code) ?? [];
  if (noticeNumber !== undefined && fiscalCode !== undefined) {
    const amount: Money | null = Number(cents) > 0 ? { cents: Number(cents), currency: 'EUR' } : null;
    return { kind: 'notice', payment: { noticeNumber, fiscalCode, amount } };
  }
  if (/^PAGOPA\b/i.test(code)) return { kind: 'damaged' };
  if (/^https?:/i.test(code) && URL.canParse(code)) {
    const { host } = new URL(code);
    return host === SEND_HOST ? { kind: 'send' } : { kind: 'address', host };
  }
  // Poste Italiane's bollettini, in the data matrix of the ente's kind (NBPA) and in older ones.
  if (/^codfase=/i.test(code)) return { kind: 'postal' };
  // The European Payments Council's QR code of a credit transfer.
  if (/^BCD\r?\n/.test(code)) return { kind: 'transfer' };
  // Data of a VAT number, as the Agenzia delle Entrate writes them for who issues an electronic invoice.
  if (/^\{\s*"anag"/.test(code)) return { kind: 'invoice' };
  if (/^(?:BEGIN:V|MECARD:|WIFI:|tel:|sms(?:to)?:|mailto:|geo:)/i.test(code)) return { kind: 'phone' };
  return { kind: 'text' };
}

/**
 * The address of pagoPA's own page for one notice: the ente's fiscal code and the numero avviso, one after the other.
 * @param base address of pagoPA's page, ending with a slash
 */
export function payAddress(base: string, { fiscalCode, noticeNumber }: Omit<PaymentCode, 'amount'>): string {
  return new URL(`${fiscalCode}${noticeNumber}`, base).href;
}
