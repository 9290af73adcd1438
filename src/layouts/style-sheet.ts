import { createHash } from 'node:crypto';
import { findLanguage } from '../i18n/locales.ts';
import leftToRight from '../ui/styles/portal.scss?inline';
import rightToLeft from '../ui/styles/portal.rtl.scss?inline';

/** A style sheet that travels inside the page, and the hash that the page's policy must name. */
export interface StyleSheet {
  css: string;
  hash: `sha256-${string}`;
}

const withHash = (css: string): StyleSheet => ({ css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` });
const sheets = { ltr: withHash(leftToRight), rtl: withHash(rightToLeft) };

/**
 * The style sheet of a language: so small that it goes in the page, which then shows after one round trip.
 * A page made on demand must give its hash to `Astro.csp` by itself: its policy has left before its layout is made.
 */
export function styleSheetOf(locale: string): StyleSheet {
  return sheets[findLanguage(locale)?.dir ?? 'ltr'];
}
