import { getCollection, type CollectionEntry } from 'astro:content';
import { localize, perLocale, type Localized } from '../../content-model/localize.ts';
import { dayInItaly } from '../../domain/day.ts';
import { alertsInForce } from './rules.ts';

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

/** All alerts, past and to come. */
export const listAlerts = perLocale(async (locale): Promise<Alert[]> =>
  localize(await getCollection('alerts'), await getCollection('alertTranslations'), locale),
);

/** The alerts in force as the site is built. */
export const listAlertsInForce = perLocale(async (locale) => alertsInForce(await listAlerts(locale), new Date().toISOString()));

/** All consultations, those that close last first. */
export const listConsultations = perLocale(async (locale): Promise<Consultation[]> =>
  localize(await getCollection('consultations'), await getCollection('consultationTranslations'), locale).sort((a, b) =>
    b.facts.closesOn.localeCompare(a.facts.closesOn),
  ),
);
