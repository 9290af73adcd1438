import { describe, expect, it } from 'vitest';
import { isPagePath, LONGEST_TEXT, maskPersonalData, moodOf, reasonsAfter } from './survey.ts';

it.each([
  [1, 'bad', 'unclear'],
  [3, 'bad', 'unclear'],
  [4, 'good', 'clear'],
  [5, 'good', 'clear'],
])('after %i stars the question is the %s one', (rating, mood, first) => {
  expect(moodOf(rating)).toBe(mood);
  expect(reasonsAfter(rating)[0]).toBe(first);
  expect(reasonsAfter(rating)).toHaveLength(5);
});

it.each(['/', '/servizi/', '/servizi/bollo-auto/', '/enti/c_a859/', '/argomenti/2-scuola/'])('%s is a page', (path) => {
  expect(isPagePath(path)).toBe(true);
});

it.each([
  '',
  'servizi/',
  '/servizi',
  '//evil.example/',
  '/servizi/?q=x',
  '/servizi/#a',
  '/../',
  '/a b/',
  '/%2e/',
  '/\\evil/',
  '/<b>/',
  `/${'a'.repeat(300)}/`,
])('%s is no page', (path) => {
  expect(isPagePath(path)).toBe(false);
});

describe('a free text is kept', () => {
  it.each([
    ['scrivetemi a mario.rossi@example.it grazie', 'scrivetemi a […] grazie'],
    ['mario@localhost', '[…]'],
    ['sono RSSMRA80A41L219T, aiuto', 'sono […], aiuto'],
    ['sono rss mra 80a41 l219t', 'sono […]'],
    ['con omocodia RSSMRAULA4MLNMVT.', 'con omocodia […].'],
    ['tel. 011 432 1111', 'tel. […]'],
    ['+39 333-1234567 la sera', '[…] la sera'],
    ['(011) 4321111', '([…]'],
    ['avviso 301000000000012345', 'avviso […]'],
    ['ＲＳＳＭＲＡ８０Ａ４１Ｌ２１９Ｔ', '[…]'],
    ['هاتفي ٠١١٤٣٢١١١١', 'هاتفي […]'],
  ])('masked: %s', (text, kept) => {
    expect(maskPersonalData(text)).toBe(kept);
  });

  it.each(['Servono 2 moduli e 3 giorni', 'la scadenza del 2026', 'importo di 127,50 €', 'art. 12 comma 3', '<script>alert(1)</script>', "'; DROP TABLE rating; --"])(
    'as it is: %s',
    (text) => {
      expect(maskPersonalData(text)).toBe(text);
    },
  );

  it('without lines, tabs and characters that do not show', () => {
    expect(maskPersonalData('  non\r\nho\ttrovato\u0000\u200b nulla ')).toBe('non ho trovato nulla');
  });

  it('as nothing, when there is nothing in it', () => {
    expect(maskPersonalData(' \r\n ')).toBeNull();
  });

  it('cut to its length, whole characters only, after it was masked', () => {
    const long = maskPersonalData('👩'.repeat(400)) ?? '';
    expect(Array.from(long)).toHaveLength(LONGEST_TEXT);
    expect(long.isWellFormed()).toBe(true);
    expect(maskPersonalData(`${'a '.repeat(97)}mario.rossi@example.it`)).not.toContain('mario');
  });

  it('quickly, however hostile it is', () => {
    const started = performance.now();
    for (const text of ['a'.repeat(100_000), '1 '.repeat(50_000), 'a@'.repeat(50_000), 'RSS '.repeat(20_000)]) maskPersonalData(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
