import type { Day } from '../domain/day.ts';

/** How long the file may be believed after the site was built, in days: RFC 9116 wants less than a year. */
const VALID_DAYS = 180;

/**
 * Where weaknesses of the portal are reported (RFC 9116).
 * @param contact an address of a page or of mail
 * @param today the day the site is built
 * @param site the portal's own address
 */
export function securityTxt(contact: string, languages: readonly string[], today: Day, site: URL): string {
  const expires = new Date(Date.parse(`${today}T00:00:00Z`) + VALID_DAYS * 86_400_000);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
    `Policy: ${new URL('/sviluppatori/#sicurezza', site).href}`,
    '',
  ].join('\n');
}
