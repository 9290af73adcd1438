import { describe, expect, it } from 'vitest';
import type { SearchState } from './address.ts';
import { find } from './find.ts';
import type { Engine, Extract } from './pagefind.ts';

const page = (url: string, title: string, mark = '', date = '', popularity = Number.POSITIVE_INFINITY): Extract => ({
  url,
  title,
  excerpt: '',
  names: title,
  found: mark,
  kind: 'service',
  ente: '',
  date,
  popularity,
  lang: '',
});

const bollo = page('/servizi/bollo-auto/', 'Pagare il bollo', 'bollo', '2026-01-02');
const esenzione = page('/servizi/esenzione/', 'Esenzione', 'bollo', '2026-10-19');
const medico = page('/servizi/medico/', 'Scelta del medico', 'medici');

/** Answers what stands in the table, as Pagefind would. */
function engineOf(table: Record<string, Extract[]>, asked: string[] = []): Engine {
  return {
    search: async (query) => {
      asked.push(query);
      const found = table[query] ?? [];
      return { results: found.map((one) => ({ id: one.url, read: async () => one })), unfiltered: found.length, counts: {} };
    },
    loadFilters: async () => undefined,
    stop: () => undefined,
  };
}

const state = (query: string, more: Partial<SearchState> = {}): SearchState => ({ query, filters: {}, order: 'relevance', exact: false, ...more });
const noCorrection = async () => null;
const toBollo = async () => 'bollo';
const ignore = ['il', 'come', 'pago'];
const titles = async (found: { more: (count: number) => Promise<Extract[]> }) => (await found.more(10)).map(({ title }) => title);

describe('a search', () => {
  it('answers the words that say something, and reads nothing else when they stand in the pages', async () => {
    const asked: string[] = [];
    const found = await find(engineOf({ bollo: [bollo] }, asked), state('come pago il bollo'), () => Promise.reject(new Error('not asked')), ignore);
    expect(found).toMatchObject({ query: 'come pago il bollo', corrected: null, near: false, total: 1 });
    expect(asked).toEqual(['bollo']);
  });

  it('corrects a word that does not stand in what was found, and says so', async () => {
    const found = await find(engineOf({ bolo: [bollo], bollo: [bollo, esenzione] }), state('bolo'), toBollo, ignore);
    expect(found).toMatchObject({ query: 'bollo', corrected: 'bolo', near: false, total: 2 });
  });

  it('corrects nothing when the words are wanted as they are, or nothing better is found', async () => {
    const engine = engineOf({ bolo: [bollo] });
    expect(await find(engine, state('bolo', { exact: true }), toBollo, ignore)).toMatchObject({ query: 'bolo', corrected: null });
    expect(await find(engine, state('bolo'), toBollo, ignore)).toMatchObject({ query: 'bolo', corrected: null, total: 1 });
    expect(await find(engine, state('bolo'), () => Promise.reject(new Error('offline')), ignore)).toMatchObject({ corrected: null });
  });

  it('gives pages with some of the words when none has all, and says so', async () => {
    const engine = engineOf({ bollo: [bollo, esenzione], medici: [medico, esenzione] });
    const found = await find(engine, state('bollo medici'), noCorrection, ignore);
    expect(found).toMatchObject({ near: true, total: 3 });
    expect(await titles(found)).toEqual(['Esenzione', 'Pagare il bollo', 'Scelta del medico']);
  });

  it('says when what was found only begins alike', async () => {
    const found = await find(engineOf({ mediterraneo: [medico] }), state('mediterraneo'), noCorrection, ignore);
    expect(found).toMatchObject({ near: true, total: 1 });
  });

  it('puts pages first that are called by the words', async () => {
    const found = await find(engineOf({ bollo: [esenzione, medico, bollo] }), state('bollo'), noCorrection, ignore);
    expect(await titles(found)).toEqual(['Pagare il bollo', 'Esenzione', 'Scelta del medico']);
  });

  it('finds nothing where there is nothing', async () => {
    expect(await find(engineOf({}), state('zzzz qqqq'), noCorrection, ignore)).toMatchObject({ total: 0, near: false, corrected: null });
  });

  it('puts the newest first when asked', async () => {
    const found = await find(engineOf({ bollo: [bollo, esenzione] }), state('bollo', { order: 'date' }), noCorrection, ignore);
    expect(await titles(found)).toEqual(['Esenzione', 'Pagare il bollo']);
  });

  it('fails when the index can not be read', async () => {
    const engine: Engine = { search: () => Promise.reject(new Error('offline')), loadFilters: async () => undefined, stop: () => undefined };
    await expect(find(engine, state('bollo'), noCorrection, ignore)).rejects.toThrow('offline');
  });
});

it('puts what people use most first among pages that are called by the words', async () => {
  const refund = page('/servizi/rimborso-bollo/', 'Rimborso del bollo', 'bollo');
  const used = page('/servizi/bollo-auto/', 'Pagare il bollo', 'bollo', '', 3);
  const found = await find(engineOf({ bollo: [esenzione, refund, used] }), state('bollo'), noCorrection, ignore);
  expect(await titles(found)).toEqual(['Pagare il bollo', 'Rimborso del bollo', 'Esenzione']);
});
