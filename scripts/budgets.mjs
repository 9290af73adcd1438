// @ts-check
// Weighs what the main pages of the built portal load first, and fails when a ceiling is passed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { budgetTable, measure, overBudget } from './lib/budget-table.mjs';
import { followImports, pathOf, readFirstLoad } from './lib/page-weight.mjs';
import { brotliBytes } from './lib/precompress.mjs';
import { inRoot } from './lib/project.mjs';
import { main, PlainError, say } from './lib/terminal.mjs';

/** @typedef {import('./lib/budget-table.mjs').Weight} Weight */

/** @param {string} client directory of the built files */
function scales(client) {
  /** @type {Map<string, Promise<number>>} */
  const known = new Map();
  const has = (/** @type {string} */ path) => existsSync(join(client, path));
  const read = (/** @type {string} */ path) => (has(path) ? readFileSync(join(client, path), 'utf8') : undefined);

  /** @param {string} path */
  function bytesOf(path) {
    const bytes = known.get(path) ?? brotliBytes(readFileSync(join(client, path)));
    known.set(path, bytes);
    return bytes;
  }
  /** @param {Iterable<string>} paths */
  const total = async (paths) => (await Promise.all([...paths].map(bytesOf))).reduce((sum, bytes) => sum + bytes, 0);
  const inline = (/** @type {string} */ text) => (text === '' ? 0 : brotliBytes(Buffer.from(text)));

  /**
   * @param {string} address such as `/servizi/`
   * @returns {Promise<Weight>}
   */
  return async (address) => {
    const html = readFileSync(join(client, address, 'index.html'), 'utf8');
    const first = readFirstLoad(html);
    const files = (/** @type {string[]} */ list) =>
      new Set(
        list.flatMap((each) => {
          const path = pathOf(each, address);
          return path !== undefined && has(path) ? [path] : [];
        }),
      );
    const linked = await total(files(first.styles));
    const { loaded, later } = followImports([...files(first.scripts)], read);
    const sections = [...later].map((entry) =>
      total([...followImports([entry], read).loaded].filter((path) => !loaded.has(path))),
    );
    return {
      document: (await bytesOf(`${address}index.html`)) + linked,
      styles: linked + (await inline(first.inlineStyle)),
      script: (await total(loaded)) + (await inline(first.inlineScript)),
      fonts: [...files(first.fonts)].reduce((sum, path) => sum + statSync(join(client, path)).size, 0),
      section: Math.max(0, ...(await Promise.all(sections))),
    };
  };
}

/**
 * @param {string} [client] directory of the built files
 * @returns {Promise<import('./lib/budget-table.mjs').Measure[]>}
 */
export async function weighPortal(client = inRoot('dist', 'client')) {
  const weigh = scales(client);
  const exists = (/** @type {string} */ address) => existsSync(join(client, address, 'index.html'));
  const size = (/** @type {string} */ address) => statSync(join(client, address, 'index.html')).size;
  const below = (/** @type {string} */ address) =>
    existsSync(join(client, address))
      ? readdirSync(join(client, address)).map((name) => `${address}${name}/`).filter(exists)
      : [];
  // The first segment of an address is a language when the area exists beneath it.
  const languages = ['/', ...below('/').filter((address) => exists(`${address}area/`))];
  const everywhere = (/** @type {string} */ path) => languages.map((language) => `${language}${path}`).filter(exists);
  const heaviest = (/** @type {string} */ folder) =>
    languages.flatMap((language) => below(`${language}${folder}`).sort((one, other) => size(other) - size(one)).slice(0, 1));
  /** @type {[string, 'public' | 'area', string[]][]} */
  const pages = [
    ['home', 'public', everywhere('')],
    ['services', 'public', everywhere('servizi/')],
    ['heaviest sheet', 'public', heaviest('servizi/')],
    ['heaviest topic', 'public', heaviest('argomenti/')],
    ['heaviest guide', 'public', heaviest('eventi-della-vita/')],
    ['news', 'public', everywhere('novita/')],
    ['heaviest ente', 'public', heaviest('enti/')],
    ['search', 'public', everywhere('cerca/')],
    ['pay', 'public', everywhere('paga/')],
    ['questions', 'public', everywhere('domande-frequenti/')],
    ['area', 'area', everywhere('area/')],
  ];
  const measures = [];
  for (const [page, kind, addresses] of pages) {
    if (addresses.length === 0) throw new PlainError(`The page "${page}" is missing from the build.`);
    const weighed = [];
    for (const address of addresses) weighed.push({ address, weight: await weigh(address) });
    measures.push(...measure(page, kind, weighed));
  }
  return measures;
}

/** Prints the table; fails with a sentence when a ceiling is passed. */
export async function checkBudgets() {
  const measures = await weighPortal();
  say(`\nWhat the main pages load first (brotli), in the heaviest of the languages:\n\n${budgetTable(measures)}\n`);
  const over = overBudget(measures);
  if (over.length > 0) {
    throw new PlainError(`${over.length === 1 ? 'A page weighs' : `${over.length} weights are`} more than allowed.`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(checkBudgets);
