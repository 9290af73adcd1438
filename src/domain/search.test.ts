import { describe, expect, it } from 'vitest';
import { comparable, comparableWords, lettersApart, LONGEST_QUERY, matches, readQuery, tellingWords, wordsIn } from './search.ts';

describe('words are compared in any alphabet', () => {
  it('without accents, capitals and vowel signs', () => {
    expect(comparable('Mobilità E È')).toBe('mobilita e e');
    expect(comparable('Locuință și școală')).toBe('locuinta si scoala');
    expect(comparable('Straße')).toBe('strasse');
    expect(comparable('مُسْتَشْفَى')).toBe('مستشفى');
    expect(comparable('أسرة')).toBe(comparable('اسرة'));
  });

  it('apart from signs between them', () => {
    expect(comparableWords('Esenzione dall’IRPEF, per l\'auto (2026)')).toEqual(['esenzione', 'dall', 'irpef', 'per', 'l', 'auto', '2026']);
    expect(wordsIn('<img onerror=alert(1)>')).toEqual(['img', 'onerror', 'alert', '1']);
  });

  it('without the article that Arabic joins to the noun, but for short words', () => {
    expect(comparableWords('الطبيب')).toEqual(['طبيب']);
    expect(comparableWords('الم')).toEqual(['الم']);
  });
});

describe('a query', () => {
  const holds = (text: string, query: string) => matches(comparableWords(text), comparableWords(query));

  it('finds by the beginning of words, in any order', () => {
    expect(holds('Esenzione dal bollo auto', 'BOLL')).toBe(true);
    expect(holds('Mobilità e trasporti', 'mobilita')).toBe(true);
    expect(holds('Scelta del medico', 'medico scelta')).toBe(true);
    expect(holds('اختيار الطبيب', 'طبيب')).toBe(true);
  });

  it('does not find what is not there, and takes hostile text as text', () => {
    expect(holds('Scelta del medico', 'bollo')).toBe(false);
    expect(holds('Scelta del medico', '<img onerror=alert(1)>')).toBe(false);
    expect(holds('Scelta del medico', '')).toBe(true);
    expect(holds('Scelta del medico', ' .* ')).toBe(true);
  });

  it('is reduced to the words that say something, unless none does', () => {
    expect(tellingWords('Come pago il bollo', ['come', 'il'])).toEqual(['pago', 'bollo']);
    expect(tellingWords('come il', ['come', 'il'])).toEqual(['come', 'il']);
  });

  it('is one line of a length that people write', () => {
    expect(readQuery('  bollo\n\tauto \u0000 ')).toBe('bollo auto');
    expect(readQuery('a'.repeat(100_000))).toHaveLength(LONGEST_QUERY);
    expect(readQuery(' ')).toBe('');
  });
});

it('counts the letters by which two words differ, up to a limit', () => {
  expect(lettersApart('bollo', 'bollo', 2)).toBe(0);
  expect(lettersApart('bolo', 'bollo', 2)).toBe(1);
  expect(lettersApart('bollp', 'bollo', 2)).toBe(1);
  expect(lettersApart('bolol', 'bollo', 2)).toBe(1);
  expect(lettersApart('mdeico', 'medici', 2)).toBe(2);
  expect(lettersApart('casa', 'bollo', 2)).toBe(3);
  expect(lettersApart('', 'bo', 2)).toBe(2);
});
