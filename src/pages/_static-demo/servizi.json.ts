import type { APIRoute } from 'astro';
import { listSuggestible } from '../../features/catalogue/catalogue.ts';
import { languages } from '../../i18n/locales.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** The catalogue as suggestions need it: the static demo has no server that could read the content. */
export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params }) =>
  Response.json(await listSuggestible(params.locale));
