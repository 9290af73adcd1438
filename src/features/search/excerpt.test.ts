import { expect, it } from 'vitest';
import { readExcerpt } from './excerpt.ts';

it('tells the found words from the others', () => {
  expect(readExcerpt('quando scade il <mark>bollo</mark> auto <mark>bollo.</mark>')).toEqual([
    { text: 'quando scade il ', found: false },
    { text: 'bollo', found: true },
    { text: ' auto ', found: false },
    { text: 'bollo.', found: true },
  ]);
});

it('leaves markup of the text what it is: text', () => {
  expect(readExcerpt('&lt;img onerror=alert(1)&gt; <b>x</b>')).toEqual([{ text: '<img onerror=alert(1)> <b>x</b>', found: false }]);
  expect(readExcerpt('')).toEqual([]);
});
