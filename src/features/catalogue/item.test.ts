import { describe, expect, it } from 'vitest';
import { catalogueItemOf } from './open-catalogue.ts';
import { audienceWords, channelWords, facets, inOrder, orders, valuesOf } from './item.ts';
import { audiences, channels } from '../../content-model/schemas.ts';
import { italian, region, sheetOf, site } from './open-data/testing.ts';

const itemOf = (facts: Record<string, unknown>) => catalogueItemOf(sheetOf('bollo', region, facts), 'it', site);

describe('a service is found', () => {
  it('under all its topics, moments of life, people and ways to reach it, and its administration', () => {
    const item = itemOf({ topics: ['salute', 'casa'], audiences: ['companies', 'citizens'], channels: ['phone', 'intermediary'] });
    expect(Object.fromEntries(facets.map((facet) => [facet, valuesOf(item, facet)]))).toEqual({
      argomento: ['salute', 'casa'],
      evento: ['nasce-un-figlio'],
      per: ['cittadini', 'imprese'],
      online: ['no'],
      canale: ['telefono', 'intermediario'],
      ente: ['r_piemon'],
    });
  });

  it('as done online wholly, in part or not at all: always under one of the three', () => {
    const online = (concludable: boolean) => valuesOf(itemOf({ online: { url: '/paga/', concludable } }), 'online');
    expect([online(true), online(false), valuesOf(itemOf({}), 'online')]).toEqual([['tutto'], ['in-parte'], ['no']]);
  });

  it('under words that addresses have for everything an editor may choose', () => {
    expect(audienceWords.map(([value]) => value)).toEqual([...audiences]);
    expect(channelWords.map(([value]) => value)).toEqual([...channels]);
    for (const [, word] of [...audienceWords, ...channelWords]) expect(word).toMatch(/^[a-z-]+$/);
  });
});

describe('the order', () => {
  const row = (title: string, popularity: number | null = null, updated = '2026-11-01') => ({ title, popularity, updated });
  const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);

  it('of names is that of the reader’s language', () => {
    const rows = [row('Zebra'), row('élan'), row('Eau'), row('abri')];
    expect(titles(inOrder(rows, 'nome', 'fr'))).toEqual(['abri', 'Eau', 'élan', 'Zebra']);
  });

  it('of use has those that nobody ranked at the end, by name', () => {
    const rows = [row('c'), row('b', 2), row('a'), row('d', 1)];
    expect(titles(inOrder(rows, 'piu-usati', 'it'))).toEqual(['d', 'b', 'a', 'c']);
  });

  it('of updates has the newest first, and those of one day by name', () => {
    const rows = [row('b', null, '2026-11-02'), row('a', null, '2026-11-02'), row('c', null, '2026-11-20')];
    expect(titles(inOrder(rows, 'aggiornati', 'it'))).toEqual(['c', 'a', 'b']);
  });

  it('leaves what it was given as it was', () => {
    const rows = [row('b'), row('a')];
    for (const order of orders) inOrder(rows, order, 'it');
    expect(titles(rows)).toEqual(['b', 'a']);
  });
});

it('every sheet is under at least one value of every facet that every service has', () => {
  for (const sheet of italian) {
    const item = catalogueItemOf(sheet, 'it', site);
    for (const facet of ['argomento', 'per', 'online', 'ente'] as const) expect(valuesOf(item, facet).length, `${item.id} ${facet}`).toBeGreaterThan(0);
  }
});
