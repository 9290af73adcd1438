import type { Translate } from '../../i18n/translate.ts';
import { listEnti, listLifeEvents, listSheets, listTopics, type ServiceSheet } from './catalogue.ts';
import { audienceWords, channelWords, facets, inOrder, onlineWords, orders, valuesOf, type Facet, type Order } from './item.ts';
import { catalogueItemOf } from './open-catalogue.ts';

/** A value of a facet, with how many services it finds. */
export interface FacetValue {
  value: string;
  label: string;
  /** The language of the label, when it is not the reader's. */
  lang: string;
  count: number;
}

/** A facet with the values that find something. */
export interface FacetGroup {
  facet: Facet;
  title: string;
  values: FacetValue[];
}

/** How many services a page of the list holds. */
const PAGE_SIZE = 50;

/** A page of the list of services: all of them, or those of one value of a facet. */
export interface ListPage {
  /** What stands after `/servizi/`, with its slash; empty for the whole list's first page. */
  address: string;
  chosen: (FacetValue & { facet: Facet }) | null;
  order: Order;
  sheets: ServiceSheet[];
  /** How many services the list has over all its pages. */
  count: number;
  page: number;
  pages: number;
  /** The address of the list's first page. */
  base: string;
}

/** The facets of the catalogue in a language, with the number of services behind each value. */
export async function listFacets(locale: string, t: Translate<'site'>, site: URL): Promise<FacetGroup[]> {
  const items = (await listSheets(locale)).map((sheet) => catalogueItemOf(sheet, locale, site));
  const labels: Record<Facet, { value: string; label: string; lang: string }[]> = {
    argomento: (await listTopics(locale)).map(({ slug, texts, lang }) => ({ value: slug, label: texts.title, lang })),
    evento: (await listLifeEvents(locale)).map(({ slug, texts, lang }) => ({ value: slug, label: texts.title, lang })),
    per: audienceWords.map(([code, value]) => ({ value, label: t(`audience.${code}`), lang: locale })),
    online: onlineWords.map((value) => ({ value, label: t(`facet.online.${value}`), lang: locale })),
    canale: channelWords.map(([code, value]) => ({ value, label: t(`channel.${code}`), lang: locale })),
    ente: (await listEnti()).map(({ ipa, facts }) => ({ value: ipa, label: facts.name, lang: 'it' })),
  };
  return facets.map((facet) => ({
    facet,
    title: t(`facet.title.${facet}`),
    values: labels[facet]
      .map((one) => ({ ...one, count: items.filter((item) => valuesOf(item, facet).includes(one.value)).length }))
      .filter(({ count }) => count > 0),
  }));
}

/** Every page of the list in a language: they are made ahead, so that choosing needs no script. */
export async function listPages(locale: string, t: Translate<'site'>, site: URL): Promise<ListPage[]> {
  const all = (await listSheets(locale)).map((sheet) => ({ sheet, item: catalogueItemOf(sheet, locale, site) }));
  const sheetsIn = (order: Order, chosen: typeof all) => {
    const byId = new Map(chosen.map(({ sheet, item }) => [item.id, sheet]));
    return inOrder(chosen.map(({ item }) => item), order, locale).flatMap(({ id }) => byId.get(id) ?? []);
  };
  const lists = [
    ...orders.map((order, index) => ({
      base: index === 0 ? '' : `ordine/${order}/`,
      chosen: null,
      order,
      sheets: sheetsIn(order, all),
    })),
    ...(await listFacets(locale, t, site)).flatMap(({ facet, values }) =>
      values.map((value) => ({
        base: `${facet}/${value.value}/`,
        chosen: { facet, ...value },
        order: orders[0],
        sheets: sheetsIn(orders[0], all.filter(({ item }) => valuesOf(item, facet).includes(value.value))),
      })),
    ),
  ];
  return lists.flatMap(({ sheets, ...list }) => {
    const pages = Math.max(1, Math.ceil(sheets.length / PAGE_SIZE));
    return Array.from({ length: pages }, (_, index) => ({
      ...list,
      address: index === 0 ? list.base : `${list.base}pagina/${index + 1}/`,
      sheets: sheets.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
      count: sheets.length,
      page: index + 1,
      pages,
    }));
  });
}
