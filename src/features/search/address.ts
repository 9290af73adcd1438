import { readQuery } from '../../domain/search.ts';

/** Facets of the results, as they stand in the address and in the index. */
export const facets = [
  { word: 'tipo', filter: 'kind' },
  { word: 'argomento', filter: 'topic' },
  { word: 'ente', filter: 'ente' },
  { word: 'online', filter: 'online' },
] as const;
export type FacetFilter = (typeof facets)[number]['filter'];

/** What is searched, as the address of the results says it. */
export interface SearchState {
  query: string;
  filters: Partial<Record<FacetFilter, string>>;
  order: 'relevance' | 'date';
  /** The words are searched as they are, typing errors too. */
  exact: boolean;
}

/** Reads `#q=bollo&tipo=service&ordine=data`, whatever it holds; a `?q=` is taken where there is no fragment. */
export function readAddress({ hash, search }: { hash: string; search: string }): SearchState {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const read = fragment.has('q') ? fragment : new URLSearchParams(search);
  const filters: SearchState['filters'] = {};
  for (const { word, filter } of facets) {
    const value = readQuery(read.get(word) ?? '');
    if (value !== '') filters[filter] = value;
  }
  return {
    query: readQuery(read.get('q') ?? ''),
    filters,
    order: read.get('ordine') === 'data' ? 'date' : 'relevance',
    exact: read.get('esatto') === '1',
  };
}

/** The fragment that says it: never sent to a server. */
export function writeAddress({ query, filters, order, exact }: SearchState): string {
  const words = new URLSearchParams({ q: query });
  for (const { word, filter } of facets) {
    const value = filters[filter];
    if (value !== undefined) words.set(word, value);
  }
  if (order === 'date') words.set('ordine', 'data');
  if (exact) words.set('esatto', '1');
  return `#${words}`;
}
