import { expect, it } from 'vitest';
import { Fields } from './fields.ts';

const fields = new Fields(
  'a.md',
  `title: Uno
steps:
  - title: Due
    text: |
      prima riga
      seconda riga
  - { title: Tre, services: [a, b] }
online:
  url: >-
    https://www.prova.it/
`,
  2,
);

it('knows the line of every field, nested ones too', () => {
  expect(fields.lineOf(['title'])).toBe(2);
  expect(fields.lineOf(['steps', 0, 'text'])).toBe(5);
  expect(fields.lineOf(['steps', 1, 'services', 1])).toBe(8);
  expect(fields.lineOf(['online', 'url'])).toBe(10);
});

it('gives what is missing the line of what it should stand in', () => {
  expect(fields.lineOf(['summary'])).toBe(2);
  expect(fields.lineOf(['steps', 0, 'when'])).toBe(4);
});

it('knows the lines of a long text', () => {
  expect(fields.lineInText(['steps', 0, 'text'], 1)).toBe(7);
  expect(fields.lineInText(['online', 'url'], 0)).toBe(10);
});

it('looks into the items of lists', () => {
  expect(fields.values('steps[].services').map(({ path, value }) => [path.join('.'), value])).toEqual([
    ['steps.1.services.0', 'a'],
    ['steps.1.services.1', 'b'],
  ]);
});

it.each([
  ['a: 1\n\ta: 2', 3, 'tabulazione'],
  ['a: [b\nc: d', 3, 'parentesi aperta'],
  ['a: "b', 2, 'manca un segno'],
  ['a: b: c', 2, 'due punti e uno spazio va fra virgolette'],
  ['a: *b', 2, 'comincia con *'],
  ['a: **b** c', 2, 'testo di troppo'],
  ['a: !b', 2, 'comincia con *, & o !'],
  ['a: @b', 2, 'comincia con @'],
  ["a: 'l'amico'", 2, 'testo di troppo'],
  ['a: 1\na: 2', 3, 'c’è già'],
  ['a: |\ntesto\nb: c', 3, 'non è un campo'],
  ['a: b\n---\nc: d', 3, 'tre trattini'],
])('%j is said to be badly written', (text, line, sentence) => {
  const [finding] = new Fields('a.md', text, 2).findings;
  expect(finding).toEqual({
    file: 'a.md',
    line,
    severity: 'error',
    sentence: expect.stringContaining(sentence) as string,
  });
});

it('answers the same once it has let its lines go', () => {
  fields.release();
  expect(fields.lineOf(['steps', 1, 'services', 1])).toBe(8);
});
