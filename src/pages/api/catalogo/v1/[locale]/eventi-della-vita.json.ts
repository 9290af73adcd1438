import type { APIRoute } from 'astro';
import { listLifeEvents } from '../../../../../features/catalogue/catalogue.ts';
import { lifeEventsDocumentOf } from '../../../../../features/catalogue/open-data/documents.ts';
import { languages } from '../../../../../i18n/locales.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** All guides with their steps. */
export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params: { locale } }) =>
  Response.json(lifeEventsDocumentOf(await listLifeEvents(locale), locale, new URL(import.meta.env.SITE)));
