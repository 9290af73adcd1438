/**
 * Italian fiscal codes: 16 characters for a person, 11 digits for a body.
 * Check character and digit after the ministerial decree of 23 December 1976 (persons) and the Luhn scheme of the VAT
 * number (bodies). Letters may stand for digits in "omocodia" codes.
 */
const PERSON = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function ordinal(character: string): number {
  const digit = '0123456789'.indexOf(character);
  return digit >= 0 ? digit : character.charCodeAt(0) - 65;
}

/** Whether the text is a person's fiscal code with the right check character. */
export function isPersonFiscalCode(text: string): boolean {
  if (!PERSON.test(text)) return false;
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const value = ordinal(text.charAt(index));
    sum += index % 2 === 0 ? (ODD_VALUES[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26)) === text.charAt(15);
}

/** Whether the text is a body's 11-digit fiscal code with the right check digit. */
export function isBodyFiscalCode(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const sum = Array.from(text).reduce((total, character, index) => {
    const digit = Number(character);
    if (index % 2 === 0) return total + digit;
    return total + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
  return sum % 10 === 0;
}

/**
 * The fiscal code inside an identity attribute: SPID and CIE write `TINIT-` before it.
 * Null when there is none or it is not valid, as for most persons who sign in with eIDAS.
 */
export function fiscalCodeFromAttribute(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const code = value.replace(/^TINIT-/i, '').toUpperCase();
  return isPersonFiscalCode(code) ? code : null;
}
