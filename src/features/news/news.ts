import { getCollection, type CollectionEntry } from 'astro:content';
import { localize, perLocale, type Localized } from '../../content-model/localize.ts';
import { dayInItaly, type Day } from '../../domain/day.ts';

/** A news item in one language. */
export type NewsItem = Localized<CollectionEntry<'news'>, CollectionEntry<'newsTranslations'>>;

/** An alert in one language. */
export type Alert = Localized<CollectionEntry<'alerts'>, CollectionEntry<'alertTranslations'>>;

/** A public consultation in one language. */
export type Consultation = Localized<CollectionEntry<'consultations'>, CollectionEntry<'consultationTranslations'>>;

/** The news published so far, the newest first. */
export const listNews = perLocale(async (locale): Promise<NewsItem[]> => {
  const today = dayInItaly(new Date());
  return localize(await getCollection('news'), await getCollection('newsTranslations'), locale)
    .filter(({ facts }) => facts.published <= today)
    .sort((a, b) => b.facts.published.localeCompare(a.facts.published) || a.slug.localeCompare(b.slug));
});

/** The alerts that are not over at an instant, the gravest first; a page hides those whose end passes later. */
export function alertsInForce(alerts: readonly Alert[], now: string): Alert[] {
  const weight = { info: 0, warning: 1, danger: 2 };
  return alerts
    .filter(({ facts }) => facts.validFrom <= now && now < facts.validUntil)
    .sort((a, b) => weight[b.facts.severity] - weight[a.facts.severity] || a.facts.validUntil.localeCompare(b.facts.validUntil));
}

/** All alerts, past and to come. */
export const listAlerts = perLocale(async (locale): Promise<Alert[]> =>
  localize(await getCollection('alerts'), await getCollection('alertTranslations'), locale),
);

/** The alerts in force as the site is built. */
export const listAlertsInForce = perLocale(async (locale) => alertsInForce(await listAlerts(locale), new Date().toISOString()));

/** Whether a consultation is still to open, open or closed on a day. */
export function stageOf({ opensOn, closesOn }: { opensOn: Day; closesOn: Day }, today: Day): 'planned' | 'open' | 'closed' {
  if (today < opensOn) return 'planned';
  return today <= closesOn ? 'open' : 'closed';
}

/** All consultations, those that close last first. */
export const listConsultations = perLocale(async (locale): Promise<Consultation[]> =>
  localize(await getCollection('consultations'), await getCollection('consultationTranslations'), locale).sort((a, b) =>
    b.facts.closesOn.localeCompare(a.facts.closesOn),
  ),
);
