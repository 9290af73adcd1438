import { expect, it } from 'vitest';
import { portal } from '../../platform/portal.ts';
import { sdgMetadata } from './sdg.ts';

const valuesFor = (...codes: string[]) => Object.fromEntries(sdgMetadata({ codes }, 'en').map(({ name, content }) => [name, content]));

it('a page of the Single Digital Gateway says what it is about, where, and in which language', () => {
  expect(valuesFor('T2')).toEqual({
    'sdg-tag': 'sdg',
    'DC.ISO3166': portal.territory.country,
    'DC.Location': portal.territory.region,
    'DC.Service': 'procedure',
    'DC.Policy': 'T2',
    'policy-code': 'T2',
    'DC.Language': 'en',
  });
});

it('tells areas of information (annex I, A to Q) from procedures (annex II, R to X), and names each kind once', () => {
  expect(valuesFor('A1', 'Q9')['DC.Service']).toBe('information');
  expect(valuesFor('R1', 'X2')['DC.Service']).toBe('procedure');
  expect(valuesFor('F3', 'T1', 'F4')).toMatchObject({ 'DC.Service': 'information;procedure', 'policy-code': 'F3;T1;F4' });
});

it('a page that the gateway does not know carries nothing', () => {
  expect(sdgMetadata(undefined, 'it')).toEqual([]);
});
