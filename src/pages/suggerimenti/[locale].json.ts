import type { APIRoute } from 'astro';
import { listEnti, listLifeEvents, listSheets } from '../../features/catalogue/catalogue.ts';
import { compactIndex, type Suggestible } from '../../features/search/compact-index.ts';
import { languages, SOURCE_LOCALE } from '../../i18n/locales.ts';
import { localizedPath } from '../../i18n/paths.ts';

export const getStaticPaths = () => languages.map(({ code }) => ({ params: { locale: code } }));

/** What the search field suggests in a language, with what is used most first. */
export const GET: APIRoute = async ({ params: { locale = SOURCE_LOCALE } }) => {
  const sheets = await listSheets(locale);
  const ranked = sheets.toSorted((a, b) => (a.facts.popularity ?? 1e6) - (b.facts.popularity ?? 1e6));
  const services = ranked.map(({ slug, texts, lang }): Suggestible => ({
    title: texts.title,
    path: localizedPath(locale, `/servizi/${slug}/`),
    lang,
    keywords: texts.keywords,
  }));
  const lifeEvents = (await listLifeEvents(locale)).map(({ slug, texts, lang }): Suggestible => ({
    title: texts.title,
    path: localizedPath(locale, `/eventi-della-vita/${slug}/`),
    lang,
    keywords: texts.keywords,
  }));
  const used = new Map<string, number>();
  for (const { ente } of sheets) used.set(ente.ipa, (used.get(ente.ipa) ?? 0) + 1);
  const enti = (await listEnti())
    .toSorted((a, b) => (used.get(b.ipa) ?? 0) - (used.get(a.ipa) ?? 0))
    .map(({ ipa, facts }): Suggestible => ({
      title: facts.name,
      path: localizedPath(locale, `/enti/${ipa}/`),
      lang: SOURCE_LOCALE,
      keywords: [],
    }));
  return new Response(compactIndex(locale, { services, lifeEvents, enti }), { headers: { 'content-type': 'application/json' } });
};
