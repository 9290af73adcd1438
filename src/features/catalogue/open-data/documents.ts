import type { CollectionEntry } from 'astro:content';
import type { Localized } from '../../../content-model/localize.ts';
import type { Day } from '../../../domain/day.ts';
import { SOURCE_LOCALE } from '../../../i18n/locales.ts';
import type { Ente, LifeEvent, TopicWithServices } from '../catalogue.ts';
import { absoluteLinkIn, catalogueItemOf, pageAddress, type OpenSheet } from '../open-catalogue.ts';
import type {
  AlertsDocument,
  EntiDocument,
  LifeEventsDocument,
  ServiceDocument,
  ServicesDocument,
  TopicsDocument,
} from './schemas.ts';

/** An alert as the news give it. */
export type OpenAlert = Omit<Localized<CollectionEntry<'alerts'>, CollectionEntry<'alertTranslations'>>, 'entry'>;

type OpenTopic = Omit<TopicWithServices, 'entry' | 'services'> & { services: readonly { slug: string }[] };
type OpenLifeEvent = Omit<LifeEvent, 'entry' | 'steps'> & {
  steps: readonly { title: string; text: string; when: string | undefined; services: readonly { slug: string }[] }[];
};

/** The newest of the days on which some contents changed; null when there are none. */
export const newest = (contents: readonly { facts: { updated: Day } }[]): Day | null =>
  contents.reduce<Day | null>((last, { facts }) => (last === null || facts.updated > last ? facts.updated : last), null);

const idsOf = (contents: readonly { slug: string }[]) => contents.map(({ slug }) => slug);

/** All services in a language, as lists and widgets need them. @param site the portal's own address */
export function servicesDocumentOf(sheets: readonly OpenSheet[], locale: string, site: URL): ServicesDocument {
  return { language: locale, updated: newest(sheets), services: sheets.map((sheet) => catalogueItemOf(sheet, locale, site)) };
}

/** Everything that one sheet says. @param site the portal's own address */
export function serviceDocumentOf(sheet: OpenSheet, locale: string, site: URL): ServiceDocument {
  const { facts, texts, office, outdated } = sheet;
  const link = (address: string | undefined) => (address === undefined ? null : absoluteLinkIn(locale, address, site));
  return {
    ...catalogueItemOf(sheet, locale, site),
    sample: texts.sample,
    outdated,
    statusReason: texts.statusReason ?? null,
    whoFor: texts.whoFor,
    howTo: texts.howTo,
    needed: texts.needed,
    outcome: texts.outcome,
    deadlines: texts.deadlines,
    calendar: texts.calendar.map(({ what, day, afterDays }) => ({ what, day: day ?? null, afterDays: afterDays ?? null })),
    costs: texts.costs,
    access: texts.access,
    constraints: texts.constraints ?? null,
    specialCases: texts.specialCases ?? null,
    conditions: texts.conditions,
    furtherInformation: texts.furtherInformation ?? null,
    checkedOn: facts.checkedOn ?? null,
    onlineMinutes: facts.online?.minutes ?? null,
    bookingUrl: link(facts.bookingUrl),
    office: {
      id: office.slug,
      name: office.facts.name,
      url: link(office.facts.url),
      address: office.facts.address ?? null,
      phone: office.facts.phone ?? null,
      email: office.facts.email ?? null,
      pec: office.facts.pec ?? null,
      hours: office.facts.hours,
      bookingUrl: link(office.facts.bookingUrl),
    },
    legalBasis: facts.legalBasis.map(({ title, url }) => ({ title, url: link(url) })),
    sdg: facts.sdg ?? null,
    related: facts.related,
    documents: facts.documents,
    sources: facts.sources,
  };
}

/** All administrations with their services. @param site the portal's own address */
export function entiDocumentOf(enti: readonly Ente[], sheets: readonly OpenSheet[], locale: string, site: URL): EntiDocument {
  const servicesOf = Map.groupBy(sheets, ({ ente }) => ente.ipa);
  return {
    language: locale,
    updated: newest(enti),
    enti: enti.map(({ ipa, facts }) => ({
      ipa,
      name: facts.name,
      kind: facts.kind,
      summary: facts.summary,
      language: SOURCE_LOCALE,
      url: pageAddress(locale, `/enti/${ipa}/`, site),
      fiscalCode: facts.fiscalCode,
      website: facts.website,
      address: facts.address ?? null,
      phone: facts.phone ?? null,
      email: facts.email ?? null,
      pec: facts.pec ?? null,
      services: idsOf(servicesOf.get(ipa) ?? []),
      sample: facts.sample,
      updated: facts.updated,
    })),
  };
}

/** All topics with their services. @param site the portal's own address */
export function topicsDocumentOf(topics: readonly OpenTopic[], locale: string, site: URL): TopicsDocument {
  return {
    language: locale,
    updated: newest(topics),
    topics: topics.map(({ slug, facts, texts, lang, services }) => ({
      id: slug,
      title: texts.title,
      summary: texts.summary,
      language: lang,
      url: pageAddress(locale, `/argomenti/${slug}/`, site),
      eurovoc: facts.eurovoc ?? null,
      services: idsOf(services),
      updated: facts.updated,
    })),
  };
}

/** All guides with their steps. @param site the portal's own address */
export function lifeEventsDocumentOf(guides: readonly OpenLifeEvent[], locale: string, site: URL): LifeEventsDocument {
  return {
    language: locale,
    updated: newest(guides),
    lifeEvents: guides.map(({ slug, facts, texts, lang, steps }) => ({
      id: slug,
      title: texts.title,
      summary: texts.summary,
      language: lang,
      url: pageAddress(locale, `/eventi-della-vita/${slug}/`, site),
      audience: facts.audience,
      steps: steps.map(({ title, text, when, services }) => ({ title, text, when: when ?? null, services: idsOf(services) })),
      keywords: texts.keywords,
      sample: texts.sample,
      updated: facts.updated,
    })),
  };
}

/**
 * The alerts that are not over at an instant, those to come included: whoever shows them looks at the clock.
 * @param site the portal's own address
 */
export function alertsDocumentOf(alerts: readonly OpenAlert[], enti: readonly Ente[], now: string, locale: string, site: URL): AlertsDocument {
  const names = new Map(enti.map(({ ipa, facts }) => [ipa, facts.name]));
  const coming = alerts
    .filter(({ facts }) => now < facts.validUntil)
    .sort((a, b) => a.facts.validFrom.localeCompare(b.facts.validFrom) || a.slug.localeCompare(b.slug));
  return {
    language: locale,
    updated: newest(coming),
    alerts: coming.map(({ slug, facts, texts, lang }) => ({
      id: slug,
      title: texts.title,
      summary: texts.summary,
      area: texts.area ?? null,
      language: lang,
      severity: facts.severity,
      ente: { ipa: facts.ente, name: names.get(facts.ente) ?? facts.ente },
      topics: facts.topics,
      validFrom: facts.validFrom,
      validUntil: facts.validUntil,
      url: facts.url === undefined ? null : absoluteLinkIn(locale, facts.url, site),
      sample: texts.sample,
      updated: facts.updated,
    })),
  };
}
