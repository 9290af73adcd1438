import { getCollection, type CollectionEntry } from 'astro:content';
import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import { portal } from '../../platform/portal.ts';
import type { ServiceSummary, SuggestibleService } from './model.ts';

/** The facts of a service, which are the same in every language. */
type ServiceFacts = CollectionEntry<'services'>['data'];

/** A service sheet as it is shown in one language. */
export interface ServiceSheet {
  slug: string;
  facts: ServiceFacts;
  /** The texts in the reader's language, or the Italian ones where there is no translation. */
  texts: Omit<CollectionEntry<'serviceTranslations'>['data'], 'translatedFrom'>;
  /** The language the texts are really in. */
  lang: string;
  /** Whether the translation is older than its Italian source. */
  outdated: boolean;
  enteName: string;
}

/** A topic and its services in one language. */
export interface TopicWithServices {
  slug: string;
  title: string;
  summary: string;
  services: ServiceSheet[];
}

const slugOf = (id: string) => id.slice(id.indexOf('/') + 1);

/** Stops the build with a sentence that an editor understands. */
function contentError(file: string, field: string, sentence: string): never {
  throw new Error(`content/${file}.md, campo "${field}": ${sentence}`);
}

function enteName(id: string, ipa: string): string {
  const ente = portal.enti.find((one) => one.ipa === ipa);
  return ente?.name ?? contentError(`services/${id}`, 'ente', `"${ipa}" non è fra gli enti di content/portal.json.`);
}

/** All service sheets in a language, by title. */
export async function listSheets(locale: string): Promise<ServiceSheet[]> {
  const sources = await getCollection('services');
  const translations = await getCollection('serviceTranslations');
  const slugs = new Set(sources.map(({ id }) => slugOf(id)));
  const orphan = translations.find(({ id }) => !slugs.has(slugOf(id)));
  if (orphan) contentError(`services/${orphan.id}`, 'title', 'questa è la traduzione di un servizio che non ha un file italiano con lo stesso nome.');
  return sources
    .map(({ id, data: facts }): ServiceSheet => {
      const slug = slugOf(id);
      const translation = translations.find((one) => one.id === `${locale}/${slug}`);
      return {
        slug,
        facts,
        texts: translation?.data ?? facts,
        lang: translation ? locale : SOURCE_LOCALE,
        outdated: translation !== undefined && translation.data.translatedFrom < facts.updated,
        enteName: enteName(id, facts.ente),
      };
    })
    .sort((a, b) => a.texts.title.localeCompare(b.texts.title, locale));
}

/** All topics that have services, in a language, each with its sheets. */
export async function listTopics(locale: string): Promise<TopicWithServices[]> {
  const topics = await getCollection('topics');
  const sheets = await listSheets(locale);
  const known = new Set(topics.map(({ id }) => id));
  for (const { slug, facts } of sheets) {
    const unknown = facts.topics.find((topic) => !known.has(`${SOURCE_LOCALE}/${topic}`));
    if (unknown) contentError(`services/${SOURCE_LOCALE}/${slug}`, 'topics', `"${unknown}" non è il nome di un file di content/topics/${SOURCE_LOCALE}.`);
  }
  return topics
    .filter(({ id }) => id.startsWith(`${SOURCE_LOCALE}/`))
    .map(({ id, data }) => {
      const slug = slugOf(id);
      const texts = topics.find((one) => one.id === `${locale}/${slug}`)?.data ?? data;
      return { slug, ...texts, services: sheets.filter(({ facts }) => facts.topics.includes(slug)) };
    })
    .filter(({ services }) => services.length > 0)
    .sort((a, b) => a.title.localeCompare(b.title, locale));
}

/** The most used services, as editors ranked them. */
export async function listPopular(locale: string): Promise<ServiceSheet[]> {
  const sheets = (await listSheets(locale)).filter(({ facts }) => facts.popularity !== undefined);
  return sheets.sort((a, b) => (a.facts.popularity ?? 0) - (b.facts.popularity ?? 0));
}

function summarize({ slug, facts, texts, lang, enteName }: ServiceSheet): ServiceSummary {
  return { slug, title: texts.title, summary: texts.summary, ente: enteName, online: facts.online !== undefined, lang };
}

/** The services with the rules by which the area suggests them. */
export async function listSuggestible(locale: string): Promise<SuggestibleService[]> {
  const sheets = await listSheets(locale);
  return sheets
    .filter(({ facts }) => facts.status === 'active')
    .map((sheet) => ({ service: summarize(sheet), rule: sheet.facts.suggest ?? null }));
}
