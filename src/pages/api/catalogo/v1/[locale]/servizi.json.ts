import type { APIRoute } from 'astro';
import { servicesDocument } from '../../../../../features/catalogue/open-data/documents.ts';
import { languages } from '../../../../../i18n/locales.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** All services in a language, as lists and widgets need them. */
export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params, url }) =>
  Response.json(await servicesDocument(params.locale, new URL('/', url)));
