import { expect, it } from 'vitest';
import { shownPages } from './shown-pages.ts';

it.each([
  [1, 1, [1]],
  [1, 4, [1, 2, 3, 4]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [1, 200, [1, 2, 3, null, 200]],
  [100, 200, [1, null, 98, 99, 100, 101, 102, null, 200]],
  [200, 200, [1, null, 198, 199, 200]],
])('page %i of %i leads to a few', (page, pages, expected) => {
  expect(shownPages(page, pages)).toEqual(expected);
});
