import type { APIRoute } from 'astro';
import { listEnti } from '../../../../../features/catalogue/catalogue.ts';
import { alertsDocumentOf } from '../../../../../features/catalogue/open-data/documents.ts';
import { listAlerts } from '../../../../../features/news/news.ts';
import { languages } from '../../../../../i18n/locales.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** The alerts that are not over as the site is built. */
export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params: { locale } }) =>
  Response.json(
    alertsDocumentOf(await listAlerts(locale), await listEnti(), new Date().toISOString(), locale, new URL(import.meta.env.SITE)),
  );
