import { describe, expect, it } from 'vitest';
import { languages } from '../../i18n/locales.ts';
import { otherWords, readSynonyms, searchWords, synonymsOf, wordsBesides } from './synonyms.ts';

const groups = [['bollo', 'tassa automobilistica', 'tassa auto'], ['ticket', 'tassa sanitaria']];
const synonyms = readSynonyms({ ignore: ['il'], groups });

it('gives a page the words people use instead of its own', () => {
  expect(otherWords(['Pagare il bollo auto'], synonyms)).toEqual(['tassa automobilistica', 'tassa auto']);
  expect(otherWords(['Tassa Automobilistica regionale'], synonyms)).toEqual(['bollo', 'tassa auto']);
  expect(otherWords(['Pagare', 'bollo', 'tassa auto'], synonyms)).toEqual(['tassa automobilistica']);
});

it('gives none where only parts of a term stand', () => {
  expect(otherWords(['Tassa di soggiorno', 'Automobilistica'], synonyms)).toEqual([]);
  expect(otherWords(['Imbollo'], synonyms)).toEqual([]);
});

it('keeps only words that a title does not have', () => {
  const texts = ['bollo auto', 'il pago', 'Auto', 'veicolo, veicoli', 'targa'];
  expect(wordsBesides('Pagare il bollo', texts, ['il'], 9)).toEqual(['auto', 'pago', 'veicolo', 'targa']);
  expect(wordsBesides('Pagare il bollo', texts, ['il'], 2)).toEqual(['auto', 'pago']);
});

describe.each(languages.map(({ code }) => code))('the everyday words of %s', (locale) => {
  const { groups, ignore } = synonymsOf(locale);

  it('are enough', () => {
    expect(groups.length).toBeGreaterThanOrEqual(locale === 'it' ? 60 : 25);
    expect(ignore.length).toBeGreaterThan(10);
  });

  it('have no term twice in a group', () => {
    for (const group of groups) {
      const terms = group.map(({ words }) => words.join(' '));
      expect(new Set(terms).size, terms.join(', ')).toBe(terms.length);
    }
  });

  it('are at hand for a page', () => {
    const [first = []] = groups;
    expect(searchWords(locale, first[0]?.written ?? '', [])).toContain(first[1]?.written);
  });
});
