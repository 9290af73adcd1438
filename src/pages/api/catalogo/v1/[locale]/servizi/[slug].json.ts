import type { APIRoute } from 'astro';
import { listSheets, type ServiceSheet } from '../../../../../../features/catalogue/catalogue.ts';
import { serviceDocumentOf } from '../../../../../../features/catalogue/open-data/documents.ts';
import { languages } from '../../../../../../i18n/locales.ts';

export async function getStaticPaths() {
  const sheets = languages.map(async ({ code }) =>
    (await listSheets(code)).map((sheet) => ({ params: { locale: code, slug: sheet.slug }, props: { sheet } })),
  );
  return (await Promise.all(sheets)).flat();
}

/** Everything that one sheet says in a language. */
export const GET: APIRoute<{ sheet: ServiceSheet }, { locale: string; slug: string }> = ({ params: { locale }, props: { sheet } }) =>
  Response.json(serviceDocumentOf(sheet, locale, new URL(import.meta.env.SITE)));
