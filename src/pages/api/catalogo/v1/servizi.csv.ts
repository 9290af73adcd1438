import type { APIRoute } from 'astro';
import { listSheets } from '../../../../features/catalogue/catalogue.ts';
import { servicesCsv } from '../../../../features/catalogue/open-data/csv.ts';
import { languages, SOURCE_LOCALE } from '../../../../i18n/locales.ts';

/** All services as a table, in Italian. */
export const GET: APIRoute = async () => {
  const translations = new Map<string, string[]>();
  for (const { code } of languages) {
    for (const { slug, lang } of await listSheets(code)) {
      if (lang === code) translations.set(slug, [...(translations.get(slug) ?? []), code]);
    }
  }
  const table = servicesCsv(await listSheets(SOURCE_LOCALE), translations, SOURCE_LOCALE, new URL(import.meta.env.SITE));
  return new Response(table, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
