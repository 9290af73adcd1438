import { describe, expect, it } from 'vitest';
import { createFinder } from './search-finder.ts';
import { correct, readIndex, writeIndex, type CompactIndex } from './search-index.ts';

const index: CompactIndex = {
  locale: 'it',
  texts: { label: 'Suggerimenti' },
  kinds: ['Servizi', 'Eventi della vita', 'Enti'],
  entries: [
    { kind: 0, title: 'Pagare il bollo auto', path: '/servizi/bollo-auto/', words: 'tassa automobilistica macchina', lang: undefined },
    { kind: 0, title: 'Scegliere o cambiare il medico', path: '/servizi/scelta-medico/', words: 'mutua', lang: undefined },
    { kind: 0, title: 'Disabilità: tessera per viaggiare', path: '/servizi/tessera/', words: '', lang: undefined },
    { kind: 1, title: 'Nasce un figlio', path: '/eventi-della-vita/nasce-un-figlio/', words: 'gravidanza', lang: undefined },
    { kind: 2, title: 'Comune di Biella', path: '/enti/c_a859/', words: '', lang: 'it' },
  ],
  ignore: ['come', 'il', 'si'],
  vocabulary: ['ravvedimento'],
};
const find = createFinder(index);
const titles = (query: string) => find(query, 4).map(({ title }) => title);

describe('suggestions', () => {
  it('come while a word is being typed, by titles and other words, without accents', () => {
    expect(titles('bol')).toEqual(['Pagare il bollo auto']);
    expect(titles('MACCHINA')).toEqual(['Pagare il bollo auto']);
    expect(titles('disabilita')).toEqual(['Disabilità: tessera per viaggiare']);
    expect(titles('biel')).toEqual(['Comune di Biella']);
  });

  it('forgive a wrong letter, and words that say nothing', () => {
    expect(titles('mdico')).toEqual(['Scegliere o cambiare il medico']);
    expect(titles('come si paga il bolo')[0]).toBe('Pagare il bollo auto');
  });

  it('are none for strange queries', () => {
    expect(titles('')).toEqual([]);
    expect(titles('<script>')).toEqual([]);
    expect(titles('(((***')).toEqual([]);
    expect(titles('constructor __proto__')).toEqual([]);
  });
});

describe('a typing error', () => {
  it('is corrected by a word that is near, written as it should be', () => {
    expect(correct('bolo auto', index)).toBe('bollo auto');
    expect(correct('disablita', index)).toBe('disabilità');
    expect(correct('gravidnaza', index)).toBe('gravidanza');
    expect(correct('ravedimento', index)).toBe('ravvedimento');
  });

  it('is not seen in words that are known, begun, short, or far from any', () => {
    for (const query of ['bollo', 'bolli', 'medica', 'gravid', 'cup', 'zzzzzz', 'f24']) expect(correct(query, index), query).toBeNull();
  });
});

it('reads the index that was written, and of another what it can', () => {
  expect(readIndex(JSON.parse(writeIndex(index)))).toEqual(index);
  for (const data of [null, 3, 'x', [], { entries: 3 }]) expect(readIndex(data).entries).toEqual([]);
  const entries = [[0, 'Altrove', '//example.org/', ''], [0, 'Altrove', 'https://example.org/', ''], ['0', 'x', '/', ''], [1, 'Qui', '/qui/']];
  expect(readIndex({ entries }).entries).toEqual([{ kind: 1, title: 'Qui', path: '/qui/', words: '', lang: undefined }]);
});
