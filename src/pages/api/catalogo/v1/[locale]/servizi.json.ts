import type { APIRoute } from 'astro';
import { listSheets } from '../../../../../features/catalogue/catalogue.ts';
import { servicesDocumentOf } from '../../../../../features/catalogue/open-data/documents.ts';
import { languages } from '../../../../../i18n/locales.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** All services in a language, as lists and widgets need them. */
export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params: { locale } }) =>
  Response.json(servicesDocumentOf(await listSheets(locale), locale, new URL(import.meta.env.SITE)));
