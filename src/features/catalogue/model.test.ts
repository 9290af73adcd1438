import { describe, expect, it } from 'vitest';
import { suggestServices, type SuggestibleService, type SuggestionRule } from './model.ts';

const service = (slug: string, rule: SuggestionRule | null): SuggestibleService => ({
  service: { slug, title: slug, summary: slug, ente: 'Regione', online: true, lang: 'it' },
  rule,
});
const catalogue = [
  service('medico', {}),
  service('voucher', { minAge: 30, maxAge: 55 }),
  service('tessera', { minAge: 65 }),
  service('funghi', null),
];

describe('suggested services', () => {
  it('come first when they are for the person’s age, and say so', () => {
    const found = suggestServices(catalogue, '1988-04-12', '2026-11-23');
    expect(found.map(({ slug, reason }) => [slug, reason])).toEqual([
      ['voucher', 'age'],
      ['medico', 'everybody'],
    ]);
  });

  it('begin on the birthday', () => {
    expect(suggestServices(catalogue, '1961-11-24', '2026-11-23').map(({ slug }) => slug)).toEqual(['medico']);
    expect(suggestServices(catalogue, '1961-11-23', '2026-11-23').map(({ slug }) => slug)).toEqual(['tessera', 'medico']);
  });

  it('are those for everybody when the age is not known', () => {
    expect(suggestServices(catalogue, null, '2026-11-23').map(({ slug }) => slug)).toEqual(['medico']);
  });

  it('are never more than four', () => {
    const many = Array.from({ length: 9 }, (_, index) => service(`s${index}`, {}));
    expect(suggestServices(many, null, '2026-11-23')).toHaveLength(4);
  });
});
