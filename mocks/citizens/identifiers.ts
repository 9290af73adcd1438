/**
 * Identifiers made from a seed: the same person has the same identifiers every time the demo starts, on
 * any machine, in Node and in the browser.
 */

/** A 32-bit FNV-1a hash, enough to spread identifiers; it protects nothing. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // The last characters of a seed change most often: mix them into every bit.
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

/** A UUID (version 4 in form) that depends only on `seed`. */
export function stableUuid(seed: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash32(`${part}:${seed}`).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** `length` decimal digits that depend only on `seed`. */
export function stableDigits(seed: string, length: number): string {
  let digits = '';
  for (let part = 0; digits.length < length; part += 1) digits += String(hash32(`${part}:${seed}`)).padStart(9, '0');
  return digits.slice(0, length);
}

/** The two check digits of an IUV with auxiliary digit 3: the sixteen digits before them, modulo 93. */
export function iuvCheckDigits(sixteenDigits: string): string {
  return String(BigInt(sixteenDigits) % 93n).padStart(2, '0');
}

/**
 * A notice number (18 digits) and its IUV (17 digits): auxiliary digit 3, segregation code 01, thirteen
 * digits from `seed`, two check digits. The notice number is the auxiliary digit followed by the IUV.
 */
export function noticeNumber(seed: string): { codiceAvviso: string; iuv: string } {
  const base = `301${stableDigits(seed, 13)}`;
  const codiceAvviso = `${base}${iuvCheckDigits(base)}`;
  return { codiceAvviso, iuv: codiceAvviso.slice(1) };
}
