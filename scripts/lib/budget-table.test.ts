import { expect, test } from 'vitest';
import { budgetTable, measure, overBudget } from './budget-table.mjs';

const light = { document: 9_000, styles: 8_000, script: 1_000, fonts: 20_000, section: 0 };

test('each ceiling is held against the heaviest of the languages', () => {
  const measures = measure('home', 'public', [
    { address: '/', weight: { ...light, script: 2_000 } },
    { address: '/ar/', weight: { ...light, styles: 12_000 } },
  ]);
  expect(measures.map(({ what, address, bytes }) => [what, address, bytes])).toEqual([
    ['document', '/', 9_000],
    ['styles', '/ar/', 12_000],
    ['script', '/', 2_000],
    ['fonts', '/', 20_000],
  ]);
});

test('the area is held to its own ceilings', () => {
  expect(measure('area', 'area', [{ address: '/area/', weight: light }]).map(({ what }) => what)).toEqual([
    'script',
    'section',
  ]);
});

test('a weight equal to its ceiling passes, one byte more does not', () => {
  const at = (script: number) =>
    overBudget(measure('area', 'area', [{ address: '/area/', weight: { ...light, script } }]));
  expect(at(110_000)).toEqual([]);
  expect(at(110_001)).toHaveLength(1);
});

test('the table says which page, what, how much, and whether it passes', () => {
  const table = budgetTable(measure('area', 'area', [{ address: '/ar/area/', weight: { ...light, section: 20_100 } }]));
  expect(table.split('\n')).toEqual([
    'page  what loads first        weight   ceiling        heaviest at',
    'area  script                  1.0 KB  110.0 KB  ok    /ar/area/',
    'area  heaviest further part  20.1 KB   20.0 KB  OVER  /ar/area/',
  ]);
});
