import { expect, it } from 'vitest';
import { readAddress, writeAddress } from './address.ts';

const plain = { query: 'bollo', filters: {}, order: 'relevance', exact: false } as const;

it('reads what it writes', () => {
  const state = { query: 'bollo & auto', filters: { kind: 'service', ente: 'Città di Torino' }, order: 'date', exact: true } as const;
  expect(readAddress({ hash: writeAddress(state), search: '' })).toEqual(state);
  expect(readAddress({ hash: writeAddress(plain), search: '' })).toEqual(plain);
});

it('takes the query of a form that was sent without script', () => {
  expect(readAddress({ hash: '', search: '?q=bollo' })).toEqual(plain);
  expect(readAddress({ hash: '#q=bollo', search: '?q=medico' })).toEqual(plain);
  expect(readAddress({ hash: '#content', search: '?q=bollo' })).toEqual(plain);
});

it('takes strange addresses for what they are', () => {
  expect(readAddress({ hash: '', search: '' }).query).toBe('');
  expect(readAddress({ hash: '#q=%E0%A4%A', search: '' }).query).toBeTypeOf('string');
  expect(readAddress({ hash: `#q=${'a'.repeat(1e6)}`, search: '' }).query).toHaveLength(100);
  expect(readAddress({ hash: '#q=x&ordine=<script>&esatto=true&tipo=', search: '' })).toEqual({ ...plain, query: 'x' });
});
