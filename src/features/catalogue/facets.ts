import type { Translate } from '../../i18n/translate.ts';
import { listEnti, listLifeEvents, listSheets, listTopics, type ServiceSheet } from './catalogue.ts';
import { audienceWords, channelWords, facets, inOrder, onlineWords, orders, valuesOf, type CatalogueItem, type Facet, type Order } from './item.ts';
import { catalogueItemOf } from './open-catalogue.ts';

/** A value of a facet, with how many services it finds. */
interface FacetValue {
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
  /** The values to choose from: where there are very many, those that find most. */
  values: FacetValue[];
  /** Whether there are more values than these. */
  hasMore: boolean;
}

/** How many values of a facet stand on a page: hundreds of enti would weigh more than the services. */
const MOST_VALUES = 30;

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

/** The list of services in a language: its facets, and every page of it. */
interface ServiceLists {
  facets: FacetGroup[];
  pages: ListPage[];
}

/** A sheet, and what lists know of it. */
interface Listed {
  sheet: ServiceSheet;
  item: CatalogueItem;
}

/** The services under each value of a facet: read through once, however many values there are. */
function byValue(all: readonly Listed[], facet: Facet): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const listed of all) {
    for (const value of valuesOf(listed.item, facet)) {
      const group = groups.get(value);
      if (group) group.push(listed);
      else groups.set(value, [listed]);
    }
  }
  return groups;
}

/** The pages of one list, in an order. */
function pagesOf(list: Pick<ListPage, 'base' | 'chosen' | 'order'>, all: readonly Listed[], locale: string): ListPage[] {
  const sheets = new Map(all.map(({ sheet, item }) => [item, sheet]));
  const sorted = inOrder([...sheets.keys()], list.order, locale).flatMap((item) => sheets.get(item) ?? []);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  return Array.from({ length: pages }, (_, index) => ({
    ...list,
    address: index === 0 ? list.base : `${list.base}pagina/${index + 1}/`,
    sheets: sorted.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    count: sorted.length,
    page: index + 1,
    pages,
  }));
}

/** The list of services in a language, all its pages made ahead, so that choosing needs no script. */
export async function serviceLists(locale: string, t: Translate<'site'>, site: URL): Promise<ServiceLists> {
  const all = (await listSheets(locale)).map((sheet): Listed => ({ sheet, item: catalogueItemOf(sheet, locale, site) }));
  const labels: Record<Facet, Omit<FacetValue, 'count'>[]> = {
    argomento: (await listTopics(locale)).map(({ slug, texts, lang }) => ({ value: slug, label: texts.title, lang })),
    evento: (await listLifeEvents(locale)).map(({ slug, texts, lang }) => ({ value: slug, label: texts.title, lang })),
    per: audienceWords.map(([code, value]) => ({ value, label: t(`audience.${code}`), lang: locale })),
    online: onlineWords.map((value) => ({ value, label: t(`facet.online.${value}`), lang: locale })),
    canale: channelWords.map(([code, value]) => ({ value, label: t(`channel.${code}`), lang: locale })),
    ente: (await listEnti()).map(({ ipa, facts }) => ({ value: ipa, label: facts.name, lang: 'it' })),
  };
  const pages = orders.flatMap((order, index) =>
    pagesOf({ base: index === 0 ? '' : `ordine/${order}/`, chosen: null, order }, all, locale),
  );
  const groups = facets.map((facet): FacetGroup => {
    const found = byValue(all, facet);
    const values = labels[facet].flatMap((one): FacetValue[] => {
      const under = found.get(one.value);
      if (!under) return [];
      const value = { ...one, count: under.length };
      pages.push(...pagesOf({ base: `${facet}/${one.value}/`, chosen: { facet, ...value }, order: orders[0] }, under, locale));
      return [value];
    });
    const most = new Set(values.toSorted((a, b) => b.count - a.count).slice(0, MOST_VALUES));
    return { facet, title: t(`facet.title.${facet}`), values: values.filter((value) => most.has(value)), hasMore: values.length > most.size };
  });
  return { facets: groups, pages };
}
