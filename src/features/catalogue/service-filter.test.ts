import { expect, it } from 'vitest';
import { matches } from './service-filter.ts';

it('finds by the beginning of words, without accents and capitals', () => {
  expect(matches('Esenzione dal bollo auto', 'BOLL')).toBe(true);
  expect(matches('Mobilità e trasporti', 'mobilita')).toBe(true);
  expect(matches('Scelta del medico', 'medico scelta')).toBe(true);
  expect(matches('اختيار الطبيب', 'الطبيب')).toBe(true);
});

it('does not find what is not there, and takes hostile text as text', () => {
  expect(matches('Scelta del medico', 'bollo')).toBe(false);
  expect(matches('Scelta del medico', '<img onerror=alert(1)>')).toBe(false);
  expect(matches('Scelta del medico', '')).toBe(true);
});
