import type { Page } from '@playwright/test';
import { localizedPath } from '../../src/i18n/paths.ts';
import { expect, expectAccessible } from '../fixtures.ts';

/** The languages that are looked at: the source, and the one that reads from right to left. */
export const locales = ['it', 'ar'] as const;

/** A small phone, and a desk. */
const widths = [320, 1280];

/** Every kind of public page, by its address in Italian. */
export const publicPages = [
  '/',
  '/servizi/',
  '/servizi/?q=zzzz',
  '/servizi/argomento/salute/',
  '/servizi/bollo-auto/',
  '/servizi/contributi-imprese/',
  '/argomenti/',
  '/argomenti/salute/',
  '/eventi-della-vita/',
  '/eventi-della-vita/nasce-un-figlio/',
  '/novita/',
  '/novita/influenza-chi-chiamare/',
  '/enti/',
  '/enti/r_piemon/',
  '/documenti/',
  '/consultazioni/',
  '/consultazioni/piano-trasporti/',
  '/domande-frequenti/',
  '/assistenza/',
  '/cerca/',
  '/paga/',
  '/paga/avvisi-falsi/',
  '/statistiche/',
  '/stato/',
  '/sviluppatori/',
  '/mappa/',
  '/accedi/',
  '/privacy/',
  '/accessibilita/',
  '/note-legali/',
];

export const at = localizedPath;

/** Nothing stands beyond the edge of the screen, so that nobody has to scroll sideways to read. */
export async function expectFits(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond, `pixels beyond the edge of ${page.url()}`).toBeLessThanOrEqual(0);
}

/** The page as it stands, or a part of it, is accessible and fits, on a phone and on a desk. */
export async function look(page: Page, part?: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectFits(page);
    await expectAccessible(page, part);
  }
}
