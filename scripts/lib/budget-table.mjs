// @ts-check
// The ceilings in bytes (1 KB = 1,000 bytes, brotli), and how what was weighed stands against them.

import { table } from './terminal.mjs';

/**
 * @typedef {object} Weight what one page loads first, in bytes
 * @property {number} document HTML with the styles that hold the first paint
 * @property {number} styles all CSS, inline or linked
 * @property {number} script
 * @property {number} fonts preloaded fonts, as they are (woff2 is compressed)
 * @property {number} section heaviest part that is loaded later; 0 when there is none
 */

/** @typedef {{ page: string, address: string, what: keyof Weight, bytes: number, ceiling: number }} Measure */

/** @type {Readonly<Record<'public' | 'area', readonly { what: keyof Weight, ceiling: number }[]>>} */
export const ceilings = {
  public: [
    { what: 'document', ceiling: 30_000 },
    { what: 'styles', ceiling: 20_000 },
    { what: 'script', ceiling: 6_000 },
    { what: 'fonts', ceiling: 45_000 },
  ],
  area: [
    { what: 'script', ceiling: 110_000 },
    { what: 'section', ceiling: 20_000 },
  ],
};

/** @type {Readonly<Record<keyof Weight, string>>} */
const labels = {
  document: 'HTML and critical CSS',
  styles: 'CSS',
  script: 'script',
  fonts: 'fonts',
  section: 'heaviest further part',
};

/**
 * @param {string} page what to call the page
 * @param {keyof typeof ceilings} kind
 * @param {{ address: string, weight: Weight }[]} weighed the same page in its languages
 * @returns {Measure[]} the heaviest of them for each ceiling
 */
export function measure(page, kind, weighed) {
  const first = weighed[0];
  if (first === undefined) return [];
  return ceilings[kind].map(({ what, ceiling }) => {
    const heaviest = weighed.reduce((one, other) => (other.weight[what] > one.weight[what] ? other : one), first);
    return { page, address: heaviest.address, what, bytes: heaviest.weight[what], ceiling };
  });
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/**
 * @param {Measure[]} measures
 * @returns {string} one row for each ceiling
 */
export function budgetTable(measures) {
  const rows = measures.map(({ page, address, what, bytes, ceiling }) => [
    page,
    labels[what],
    kilobytes(bytes),
    kilobytes(ceiling),
    bytes > ceiling ? 'OVER' : 'ok',
    address,
  ]);
  return table([['page', 'what loads first', 'weight', 'ceiling', '', 'heaviest at'], ...rows], [2, 3]);
}

/** @param {Measure[]} measures */
export const overBudget = (measures) => measures.filter(({ bytes, ceiling }) => bytes > ceiling);
