import { expect, it } from 'vitest';
import { inOrder, type CatalogueItem, type Facet } from './item.ts';
import { countValues, fitting, holding, type Choice } from './service-filter.ts';

const item = (id: string, more: Partial<CatalogueItem>): CatalogueItem => ({
  id,
  title: id,
  summary: '',
  language: 'it',
  url: `https://portal.example/servizi/${id}/`,
  status: 'active',
  ente: { ipa: 'r_piemon', name: 'Regione' },
  topics: ['salute'],
  lifeEvents: [],
  audiences: ['citizens'],
  channels: [],
  online: null,
  keywords: [],
  popularity: null,
  updated: '2026-11-01',
  ...more,
});

const items = [
  item('Bollo auto', { topics: ['mobilita'], keywords: ['tassa'], online: { url: 'https://a.example', concludable: true, waysIn: [] }, popularity: 2 }),
  item('Scelta del medico', { audiences: ['citizens', 'professionals'], popularity: 1 }),
  item('Tessera sanitaria', { updated: '2026-11-20', online: { url: 'https://b.example', concludable: false, waysIn: [] } }),
];
const ids = (found: CatalogueItem[]) => found.map(({ id }) => id);
const choice = (...values: [Facet, string[]][]): Choice => new Map(values);

it('finds services by words of their title, summary, ente and keywords', () => {
  expect(ids(holding(items, 'tass'))).toEqual(['Bollo auto']);
  expect(ids(holding(items, 'regione medico'))).toEqual(['Scelta del medico']);
  expect(holding(items, '<img onerror=alert(1)>')).toEqual([]);
  expect(holding(items, ' … ')).toHaveLength(3);
});

it('takes values of a facet as alternatives, and lets facets narrow each other', () => {
  expect(ids(fitting(items, choice(['argomento', ['salute', 'mobilita']])))).toHaveLength(3);
  expect(ids(fitting(items, choice(['argomento', ['salute']], ['online', ['tutto', 'in-parte']])))).toEqual(['Tessera sanitaria']);
  expect(ids(fitting(items, choice(['per', ['professionisti']])))).toEqual(['Scelta del medico']);
});

it('can leave a facet out, so that its own values are counted', () => {
  const chosen = choice(['argomento', ['salute']]);
  expect(fitting(items, chosen, 'argomento')).toHaveLength(3);
  expect(Object.fromEntries(countValues(fitting(items, chosen, 'argomento'), 'argomento'))).toEqual({ salute: 2, mobilita: 1 });
});

it('puts services in order by name, by use and by update', () => {
  expect(ids(inOrder(items, 'piu-usati', 'it'))[0]).toBe('Scelta del medico');
  expect(ids(inOrder(items, 'aggiornati', 'it'))[0]).toBe('Tessera sanitaria');
  expect(ids(inOrder(items, 'nome', 'it'))[0]).toBe('Bollo auto');
});
