import { linkIn } from '../../i18n/links.ts';
import { localizedPath } from '../../i18n/paths.ts';
import type { ServiceSheet } from './catalogue.ts';
import type { CatalogueItem } from './item.ts';

/** What of a sheet the open catalogue shows: all but the file it was read from. */
export type OpenSheet = Omit<ServiceSheet, 'entry'>;

/** An address as it is outside the portal: links to its own pages are whole. @param site the portal's own address */
export const absoluteLink = (link: string, site: URL): string => new URL(link, site).href;

/** What an editor linked to, for readers of a language. @param site the portal's own address */
export const absoluteLinkIn = (locale: string, link: string, site: URL): string => absoluteLink(linkIn(link, locale), site);

/** A page of the portal in a language. @param site the portal's own address */
export const pageAddress = (locale: string, path: string, site: URL): string => absoluteLink(localizedPath(locale, path), site);

/** A service as lists and the open catalogue give it. @param site the portal's own address */
export function catalogueItemOf(sheet: OpenSheet, locale: string, site: URL): CatalogueItem {
  const { slug, facts, texts, lang, ente, lifeEvents } = sheet;
  return {
    id: slug,
    title: texts.title,
    summary: texts.summary,
    language: lang,
    url: pageAddress(locale, `/servizi/${slug}/`, site),
    status: facts.status,
    ente: { ipa: ente.ipa, name: ente.facts.name },
    topics: facts.topics,
    lifeEvents: [...lifeEvents],
    audiences: facts.audiences,
    channels: facts.channels,
    online: facts.online
      ? { url: absoluteLinkIn(locale, facts.online.url, site), concludable: facts.online.concludable, waysIn: facts.online.waysIn }
      : null,
    keywords: texts.keywords,
    popularity: facts.popularity ?? null,
    updated: facts.updated,
  };
}
