// @ts-check
// Reads what the rules of `src/content-model/check` look at: the contents, the routes, the public files.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from './project.mjs';

/**
 * @param {string} base project's directory
 * @param {string} directory below it
 * @returns {string[]} paths of its files below `directory`, sorted, with forward slashes
 */
function filesBelow(base, directory) {
  return readdirSync(join(base, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(base, directory).length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
}

/** Addresses below the routes that end in `[...rest]`, as far as they do not depend on content. */
async function listedAddresses() {
  const { audienceWords, channelWords, onlineWords, orders } = await import('../../src/features/catalogue/item.ts');
  const { SECTIONS } = await import('../../src/features/area/sections.ts');
  return [
    ...Object.values(SECTIONS).map((path) => `/area${path}`),
    ...audienceWords.map(([, word]) => `/servizi/per/${word}/`),
    ...channelWords.map(([, word]) => `/servizi/canale/${word}/`),
    ...onlineWords.map((word) => `/servizi/online/${word}/`),
    ...orders.map((order) => `/servizi/ordine/${order}/`),
  ];
}

/**
 * Checks the contents of the project.
 * @param {object} [options]
 * @param {string} [options.content] directory that holds `content/`: another one to try the check on
 * @returns {Promise<import('../../src/content-model/check/check.ts').CheckReport>}
 */
export async function checkProject({ content = root } = {}) {
  const { checkContent } = await import('../../src/content-model/check/check.ts');
  const { pagesOf } = await import('../../src/content-model/check/addresses.ts');
  const { dayInItaly } = await import('../../src/domain/day.ts');
  return checkContent({
    files: filesBelow(content, 'content').map((file) => ({
      path: `content/${file}`,
      text: readFileSync(join(content, 'content', file), 'utf8'),
    })),
    pages: pagesOf(filesBelow(root, 'src/pages'), await listedAddresses()),
    publicFiles: new Set(filesBelow(root, 'public').map((file) => `/${file}`)),
    today: dayInItaly(new Date()),
  });
}

/**
 * The errors of the contents, as the check says them.
 * @returns {Promise<string[]>} one line each
 */
export async function contentErrors() {
  const { inOneLine } = await import('../../src/content-model/check/finding.ts');
  const { findings } = await checkProject();
  return findings.filter(({ severity }) => severity === 'error').map(inOneLine);
}
