import { getCollection, type CollectionEntry } from 'astro:content';
import { byTitle, localize, once, perLocale, slugOf, type Localized } from '../../content-model/localize.ts';
import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import type { ServiceSummary, SuggestibleService } from './model.ts';

/** An administration of the catalogue, by its IPA code. */
export interface Ente {
  ipa: string;
  facts: CollectionEntry<'enti'>['data'];
}

/** An office with the name of its file. */
export interface Office {
  slug: string;
  facts: CollectionEntry<'offices'>['data'];
}

/** A service sheet as it is shown in one language. */
export interface ServiceSheet extends Localized<CollectionEntry<'services'>, CollectionEntry<'serviceTranslations'>> {
  ente: Ente;
  office: Office;
  /** The guides that lead to the service. */
  lifeEvents: readonly string[];
}

/** A topic and its services in one language. */
export interface TopicWithServices extends Localized<CollectionEntry<'topics'>, CollectionEntry<'topicTranslations'>> {
  services: ServiceSheet[];
}

/** A step of a guide with the services it names. */
interface GuideStep {
  title: string;
  text: string;
  when: string | undefined;
  services: ServiceSheet[];
}

/** A moment of life as an ordered guide, in one language. */
export interface LifeEvent extends Localized<CollectionEntry<'lifeEvents'>, CollectionEntry<'lifeEventTranslations'>> {
  steps: GuideStep[];
}

/** Relations are checked before the build (`npm run content:check`): a missing one is a fault of the program. */
function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`Nothing in content/ is called "${name}".`);
  return value;
}

/** All administrations, by name. */
export const listEnti = once(async (): Promise<Ente[]> =>
  (await getCollection('enti'))
    .map(({ id, data }) => ({ ipa: slugOf(id), facts: data }))
    .sort((a, b) => a.facts.name.localeCompare(b.facts.name, SOURCE_LOCALE)),
);

/** All offices. */
export const listOffices = once(async (): Promise<Office[]> =>
  (await getCollection('offices')).map(({ id, data }) => ({ slug: slugOf(id), facts: data })),
);

/** All service sheets in a language, by title. */
export const listSheets = perLocale(async (locale): Promise<ServiceSheet[]> => {
  const enti = new Map((await listEnti()).map((ente) => [ente.ipa, ente]));
  const offices = new Map((await listOffices()).map((office) => [office.slug, office]));
  const guides = await getCollection('lifeEvents');
  const guidesOf = new Map<string, string[]>();
  for (const { id, data } of guides) {
    for (const service of new Set(data.steps.flatMap(({ services }) => services))) {
      guidesOf.set(service, [...(guidesOf.get(service) ?? []), slugOf(id)]);
    }
  }
  return localize(await getCollection('services'), await getCollection('serviceTranslations'), locale)
    .map((sheet) => ({
      ...sheet,
      ente: found(enti.get(sheet.facts.ente), sheet.facts.ente),
      office: found(offices.get(sheet.facts.office), sheet.facts.office),
      lifeEvents: guidesOf.get(sheet.slug) ?? [],
    }))
    .sort(byTitle(locale));
});

/** The sheets in a language by the administration that answers for them, by title. */
export const sheetsByEnte = perLocale(async (locale): Promise<ReadonlyMap<string, ServiceSheet[]>> =>
  Map.groupBy(await listSheets(locale), ({ ente }) => ente.ipa),
);

const sheetsBySlug = perLocale(async (locale) => new Map((await listSheets(locale)).map((sheet) => [sheet.slug, sheet])));

/** The sheets with these names, in the order of the names; those not published now fall out. */
export async function listSheetsNamed(slugs: readonly string[], locale: string): Promise<ServiceSheet[]> {
  const sheets = await sheetsBySlug(locale);
  return slugs.flatMap((slug) => sheets.get(slug) ?? []);
}

/** All topics that have services, in a language, each with its sheets. */
export const listTopics = perLocale(async (locale): Promise<TopicWithServices[]> => {
  const sheets = await listSheets(locale);
  return localize(await getCollection('topics'), await getCollection('topicTranslations'), locale)
    .map((topic) => ({ ...topic, services: sheets.filter(({ facts }) => facts.topics.includes(topic.slug)) }))
    .filter(({ services }) => services.length > 0)
    .sort(byTitle(locale));
});

/** All guides in a language, in their order. A service that is not published now falls out of its step. */
export const listLifeEvents = perLocale(async (locale): Promise<LifeEvent[]> => {
  const sheets = await sheetsBySlug(locale);
  return localize(await getCollection('lifeEvents'), await getCollection('lifeEventTranslations'), locale)
    .map((guide) => ({
      ...guide,
      steps: guide.facts.steps.map((step, index): GuideStep => {
        const { title, text, when } = guide.texts.steps[index] ?? step;
        return { title, text, when, services: step.services.flatMap((slug) => sheets.get(slug) ?? []) };
      }),
    }))
    .sort((a, b) => a.facts.order - b.facts.order);
});

/** The most used services, as editors ranked them. */
export const listPopular = perLocale(async (locale): Promise<ServiceSheet[]> => {
  const sheets = (await listSheets(locale)).filter(({ facts }) => facts.popularity !== undefined);
  return sheets.sort((a, b) => (a.facts.popularity ?? 0) - (b.facts.popularity ?? 0));
});

/** How many services stand beneath a sheet as its neighbours. */
const MOST_RELATED = 5;

/** How many services of a topic are looked at as neighbours: a big catalogue is not read through for every sheet. */
const MOST_NEAR = 60;

/** The active services of each topic that are used most. */
const listNear = perLocale(async (locale) => {
  const active = (await listSheets(locale)).filter(({ facts }) => facts.status === 'active');
  const byUse = active.toSorted((a, b) => (a.facts.popularity ?? Infinity) - (b.facts.popularity ?? Infinity));
  const near = new Map<string, ServiceSheet[]>();
  for (const sheet of byUse) {
    for (const topic of sheet.facts.topics) {
      const known = near.get(topic) ?? [];
      if (known.length < MOST_NEAR) near.set(topic, [...known, sheet]);
    }
  }
  return { near, bySlug: new Map(active.map((sheet) => [sheet.slug, sheet])) };
});

/** The services an editor named beside this one, then those that share most with it. */
export async function relatedTo({ slug, facts, lifeEvents }: ServiceSheet, locale: string): Promise<ServiceSheet[]> {
  const { near, bySlug } = await listNear(locale);
  const named = facts.related.flatMap((name) => bySlug.get(name) ?? []);
  const shared = (other: ServiceSheet) =>
    2 * other.facts.topics.filter((topic) => facts.topics.includes(topic)).length +
    other.lifeEvents.filter((event) => lifeEvents.includes(event)).length;
  const others = [...new Set(facts.topics.flatMap((topic) => near.get(topic) ?? []))]
    .filter((other) => other.slug !== slug && !named.includes(other) && shared(other) > 2)
    .sort((a, b) => shared(b) - shared(a));
  return [...named, ...others].slice(0, MOST_RELATED);
}

function summarize({ slug, facts, texts, lang, ente }: ServiceSheet): ServiceSummary {
  return { slug, title: texts.title, summary: texts.summary, ente: ente.facts.name, online: facts.online !== undefined, lang };
}

/** The services with the rules by which the area suggests them. */
export async function listSuggestible(locale: string): Promise<SuggestibleService[]> {
  const sheets = await listSheets(locale);
  return sheets
    .filter(({ facts }) => facts.status === 'active')
    .map((sheet) => ({ service: summarize(sheet), rule: sheet.facts.suggest ?? null }));
}
