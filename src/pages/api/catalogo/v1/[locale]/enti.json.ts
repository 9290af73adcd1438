import type { APIRoute } from 'astro';
import { listEnti, listSheets } from '../../../../../features/catalogue/catalogue.ts';
import { entiDocumentOf } from '../../../../../features/catalogue/open-data/documents.ts';
import { languages } from '../../../../../i18n/locales.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** All administrations with their services. */
export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params: { locale } }) =>
  Response.json(entiDocumentOf(await listEnti(), await listSheets(locale), locale, new URL(import.meta.env.SITE)));
