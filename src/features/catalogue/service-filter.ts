import * as z from 'zod/mini';
import { comparableWords, matches } from '../../domain/search.ts';
import { localizedPath } from '../../i18n/paths.ts';
import { catalogueItem, facets, inOrder, orders, valuesOf, type CatalogueItem, type Facet } from './item.ts';

/** What a person chose: values of a facet are alternatives, facets narrow each other. */
export type Choice = ReadonlyMap<Facet, readonly string[]>;

const has = (item: CatalogueItem, facet: Facet, wanted: readonly string[]) =>
  wanted.length === 0 || valuesOf(item, facet).some((value) => wanted.includes(value));

/** The services that fit a choice, leaving one facet out of account if asked: so its own values can be counted. */
export function fitting(items: readonly CatalogueItem[], chosen: Choice, except?: Facet): CatalogueItem[] {
  return items.filter((item) => facets.every((facet) => facet === except || has(item, facet, chosen.get(facet) ?? [])));
}

/** The words of each service as they are compared: one filters again at each letter, and a big catalogue has many. */
const wordsOf = new WeakMap<CatalogueItem, readonly string[]>();

function wordsIn(item: CatalogueItem): readonly string[] {
  const known = wordsOf.get(item);
  if (known) return known;
  const words = comparableWords([item.title, item.summary, item.ente.name, ...item.keywords].join(' '));
  wordsOf.set(item, words);
  return words;
}

/** The services that hold the beginning of every word of a query; without words, all. */
export function holding(items: readonly CatalogueItem[], query: string): CatalogueItem[] {
  const wanted = comparableWords(query);
  return items.filter((item) => matches(wordsIn(item), wanted));
}

/** How many services each value of a facet finds. */
export function countValues(items: readonly CatalogueItem[], facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of valuesOf(item, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** How many rows are shown before "show more". */
const ROWS = 50;

const index = z.object({ services: z.array(catalogueItem) });

let read: Promise<CatalogueItem[]> | null = null;

/** The services of the language, read once; a failure is forgotten, so that the next attempt reads again. */
async function readItems(address: string): Promise<CatalogueItem[]> {
  read ??= fetch(address)
    .then((response) => response.json())
    .then((data: unknown) => index.parse(data).services);
  return read.catch((error: unknown) => {
    read = null;
    throw error;
  });
}

function row(template: HTMLTemplateElement, item: CatalogueItem, locale: string): Node {
  const copy = template.content.cloneNode(true);
  if (!(copy instanceof DocumentFragment)) return copy;
  const link = copy.querySelector('a');
  const part = (name: string) => copy.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const foreign = item.language !== locale;
  if (link) {
    link.href = localizedPath(locale, `/servizi/${item.id}/`);
    link.textContent = item.title;
  }
  const summary = part('summary');
  if (summary) summary.textContent = item.summary;
  const ente = part('ente');
  if (ente) ente.textContent = item.ente.name;
  for (const element of foreign ? [link, summary] : []) {
    element?.setAttribute('lang', item.language);
    element?.setAttribute('dir', 'auto');
  }
  if (!foreign) part('language')?.remove();
  if (item.status === 'active') part('inactive')?.remove();
  if (item.status === 'inactive' || item.online === null) part('online')?.remove();
  return copy;
}

/** Shows the services that fit what is chosen in the form, and says how many they are. */
export async function filterServices(root: HTMLElement): Promise<void> {
  const form = root.querySelector('form');
  const list = root.querySelector('.catalogue-results > ul');
  const status = root.querySelector('[role="status"]');
  const template = root.querySelector('template');
  const empty = root.querySelector<HTMLElement>('.filter-empty');
  if (!form || !list || !status || !template || !empty) return;
  const locale = document.documentElement.lang;

  const items = await readItems(root.dataset.index ?? '').catch(() => null);
  if (items === null) {
    status.textContent = root.dataset.failed ?? '';
    return;
  }
  const data = new FormData(form);
  const textsOf = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  const words = textsOf('q').join(' ').trim();
  const chosen = new Map(facets.map((facet) => [facet, textsOf(facet)]));
  const order = orders.find((one) => one === root.dataset.order) ?? orders[0];
  const named = holding(items, words);
  const found = inOrder(fitting(named, chosen), order, locale);

  const show = (from: number) => {
    list.append(...found.slice(from, from + ROWS).map((item) => row(template, item, locale)));
    root.querySelector('.catalogue-more')?.remove();
    if (found.length <= from + ROWS) return;
    const more = document.createElement('button');
    more.type = 'button';
    more.className = 'btn catalogue-more';
    more.dataset.element = 'load-other-cards';
    more.textContent = root.dataset.more ?? '';
    more.addEventListener('click', () => {
      show(from + ROWS);
      list.children[from + ROWS]?.querySelector('a')?.focus();
    });
    list.after(more);
  };
  list.replaceChildren();
  root.querySelector('.pagination-wrapper')?.remove();
  root.querySelector('.catalogue-more')?.remove();
  show(0);

  const forms: unknown = JSON.parse(root.dataset.forms ?? '{}');
  const number = z.record(z.string(), z.string()).parse(forms);
  const category = found.length === 0 ? 'zero' : new Intl.PluralRules(locale).select(found.length);
  status.textContent = (number[category] ?? number['other'] ?? '').replace('#', String(found.length));
  empty.hidden = found.length > 0;

  for (const facet of facets) {
    const counts = countValues(fitting(named, chosen, facet), facet);
    for (const box of form.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)) {
      const count = box.parentElement?.querySelector('.count');
      if (count) count.textContent = `(${counts.get(box.value) ?? 0})`;
    }
  }
  for (const link of root.querySelectorAll<HTMLElement>('a[data-order]')) {
    if (link.dataset.order === order) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }

  const query = new URLSearchParams();
  if (words) query.set('q', words);
  for (const [facet, values] of chosen) for (const value of values) query.append(facet, value);
  if (order !== orders[0]) query.set('ordine', order);
  const address = new URL(root.dataset.base ?? location.pathname, location.origin);
  address.search = query.toString();
  history.replaceState(null, '', address);
  if (query.toString() !== root.dataset.chosen) nameAgain(root);
}

/** A page made for one choice is no longer about it: its heading and the way to it must not say so. */
function nameAgain(root: HTMLElement): void {
  const heading = document.querySelector('h1');
  if (!heading || heading.textContent === root.dataset.title) return;
  heading.textContent = root.dataset.title ?? '';
  const here = document.querySelector('.breadcrumb [aria-current]');
  const list = here?.previousElementSibling;
  if (list?.querySelector('a')?.getAttribute('href') === root.dataset.base) {
    here?.remove();
    list?.setAttribute('aria-current', 'page');
  } else if (here) here.textContent = heading.textContent;
}
