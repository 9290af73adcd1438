import type { APIRoute } from 'astro';
import { listTopics } from '../../../../../features/catalogue/catalogue.ts';
import { topicsDocumentOf } from '../../../../../features/catalogue/open-data/documents.ts';
import { languages } from '../../../../../i18n/locales.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** All topics with their services. */
export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params: { locale } }) =>
  Response.json(topicsDocumentOf(await listTopics(locale), locale, new URL(import.meta.env.SITE)));
