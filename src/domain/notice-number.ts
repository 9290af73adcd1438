/**
 * The numero avviso of pagoPA: 18 digits, of which the first says what the other 17 are.
 *
 * | first | then | the last two |
 * |---|---|---|
 * | 3 | code of the ente's office or partner (2), the ente's own number (13) | check digits |
 * | 0 | application code (2), the ente's own number (13) | check digits |
 * | 2 | the ente's own number (15) | check digits |
 * | 1 | the ente's own number (17) | no check digits: nothing can be said of a slip of the pen |
 *
 * The check digits are the remainder, by 93, of the number made of the sixteen digits before them. Source: PagoPA S.p.A.,
 * "Specifiche attuative dei codici identificativi di versamento, riversamento e rendicontazione" (SACI), version 3.0 for
 * the four kinds; later versions want only 3 in new notices, but older ones are still being paid.
 */
const LENGTH = 18;

/** Nobody types more than this; what is beyond is not looked at. */
const LONGEST_TEXT = 200;

/** The first digit of a numero avviso. */
export type NoticeKind = '0' | '1' | '2' | '3';

/** What a text says of a numero avviso, complete or not. */
export type NoticeNumberReading =
  | { state: 'partial'; kind: NoticeKind | null; missing: number }
  | {
      state: 'complete';
      kind: NoticeKind;
      digits: string;
      /** Whether its kind has check digits, which are then right. */
      checked: boolean;
    }
  | { state: 'wrong'; reason: 'characters' | 'kind' | 'length' | 'check' };

/**
 * The digits of a text as people type or paste them: without spaces, dashes, points and invisible marks; Arabic digits
 * become Western ones. Null when there is anything else in it.
 */
export function typedDigits(text: string): string | null {
  const digits = text
    .slice(0, LONGEST_TEXT)
    .replaceAll(/[\s\p{Cf}\p{Pd}.]/gu, '')
    // Both sets of Arabic digits stand in Unicode so that the last four bits are the digit's value.
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return /^\d*$/.test(digits) ? digits : null;
}

/** The two check digits that follow these digits: the remainder of their number by 93. */
export function checkDigitsOf(digits: string): string {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 93;
  return String(remainder).padStart(2, '0');
}

function kindOf(digit: string): NoticeKind | null {
  return digit === '0' || digit === '1' || digit === '2' || digit === '3' ? digit : null;
}

/** Reads a numero avviso, also while it is being typed. */
export function readNoticeNumber(text: string): NoticeNumberReading {
  const digits = typedDigits(text);
  if (digits === null) return { state: 'wrong', reason: 'characters' };
  if (digits === '') return { state: 'partial', kind: null, missing: LENGTH };
  const kind = kindOf(digits.charAt(0));
  if (kind === null) return { state: 'wrong', reason: 'kind' };
  if (digits.length < LENGTH) return { state: 'partial', kind, missing: LENGTH - digits.length };
  if (digits.length > LENGTH) return { state: 'wrong', reason: 'length' };
  const checked = kind !== '1';
  if (checked && checkDigitsOf(digits.slice(0, -2)) !== digits.slice(-2)) return { state: 'wrong', reason: 'check' };
  return { state: 'complete', kind, digits, checked };
}

/** Digits as notices print them, in groups of four: `3010 0000 0000 0000 21`. */
export function groupDigits(digits: string): string {
  return digits.replaceAll(/\d{4}(?=\d)/g, '$& ');
}
