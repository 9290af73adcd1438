import { localizedPath } from '../../i18n/paths.ts';
import type { ServiceSheet } from './catalogue.ts';
import type { CatalogueItem } from './item.ts';

/** A service as lists and the open catalogue give it. @param site the portal's own address */
export function catalogueItemOf(sheet: ServiceSheet, locale: string, site: URL): CatalogueItem {
  const { slug, facts, texts, lang, ente, lifeEvents } = sheet;
  return {
    id: slug,
    title: texts.title,
    summary: texts.summary,
    language: lang,
    url: new URL(localizedPath(locale, `/servizi/${slug}/`), site).href,
    status: facts.status,
    ente: { ipa: ente.ipa, name: ente.facts.name },
    topics: facts.topics,
    lifeEvents: [...lifeEvents],
    audiences: facts.audiences,
    channels: facts.channels,
    online: facts.online ? { url: facts.online.url, concludable: facts.online.concludable, waysIn: facts.online.waysIn } : null,
    keywords: texts.keywords,
    popularity: facts.popularity ?? null,
    updated: facts.updated,
  };
}
