// @ts-check
// What a built page makes the browser load first, read from its HTML and from the scripts' own imports.

/**
 * @typedef {object} FirstLoad
 * @property {string[]} styles addresses of stylesheets
 * @property {string[]} scripts addresses of scripts, before following their imports
 * @property {string[]} fonts addresses of preloaded fonts
 * @property {string} inlineStyle text of all <style> elements
 * @property {string} inlineScript text of all inline scripts that run (data blocks are part of the document)
 */

/**
 * @param {string} tag opening tag
 * @returns {Record<string, string>} attributes by lower-case name, entities of addresses decoded
 */
function attributesOf(tag) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [, name = '', double, single, bare] of tag
    .replace(/^<[\w-]+/, '')
    .matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/g)) {
    found[name.toLowerCase()] = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&');
  }
  return found;
}

const attributes = /(?:"[^"]*"|'[^']*'|[^>"'])*/.source;
// Comments are matched in order to be passed over, with whatever elements they hold.
const elements = new RegExp(
  [
    /<!--[\s\S]*?-->/.source,
    `<(style|script)\\b(${attributes})>([\\s\\S]*?)</\\1\\s*>`,
    `<(link|astro-island)\\b${attributes}>`,
  ].join('|'),
  'gi',
);
const runs = /^(?:|module|text\/javascript|application\/javascript)$/i;

/**
 * @param {string} html
 * @returns {FirstLoad} addresses as written in the page, without those of other origins
 */
export function readFirstLoad(html) {
  /** @type {FirstLoad} */
  const found = { styles: [], scripts: [], fonts: [], inlineStyle: '', inlineScript: '' };
  for (const [tag, raw = '', rawAttributes = '', text = '', other = ''] of html.matchAll(elements)) {
    const element = (raw || other).toLowerCase();
    if (element === 'style') found.inlineStyle += text;
    if (element === 'script') {
      const { src, type = '' } = attributesOf(`<script ${rawAttributes}>`);
      if (!runs.test(type)) continue;
      if (src === undefined) found.inlineScript += text;
      else found.scripts.push(src);
    }
    if (element === 'link') {
      const { rel = '', href, as } = attributesOf(tag);
      const kinds = rel.toLowerCase().split(/\s+/);
      if (href === undefined) continue;
      if (kinds.includes('stylesheet')) found.styles.push(href);
      if (kinds.includes('modulepreload') || (kinds.includes('preload') && as === 'script')) found.scripts.push(href);
      if (kinds.includes('preload') && as === 'font') found.fonts.push(href);
    }
    if (element === 'astro-island') {
      const island = attributesOf(tag);
      for (const name of ['component-url', 'renderer-url', 'before-hydration-url']) {
        const address = island[name];
        if (address) found.scripts.push(address);
      }
    }
  }
  return found;
}

const staticImport =
  /(?:^|[;})/\s])(?:import\s*(?:[\w$*{][^;"'()]*?\bfrom\s*)?|export\s*[*{][^;"'()]*?\bfrom\s*)["']([^"'\n]+)["']/g;
const dynamicImport = /\bimport\(\s*(?:\/\*.*?\*\/\s*)*["'`]([^"'`\n]+)["'`]/g;

/**
 * @param {string} code a module, minified or not
 * @returns {{ now: string[], later: string[] }} what it imports at once, and what it may import later
 */
export function readImports(code) {
  const all = (/** @type {RegExp} */ pattern) => [...code.matchAll(pattern)].map(([, specifier = '']) => specifier);
  return { now: all(staticImport), later: all(dynamicImport) };
}

/**
 * Follows imports. Addresses that are not files of the site are left out.
 * @param {string[]} entries addresses
 * @param {(address: string) => string | undefined} read the text of a file of the site
 * @returns {{ loaded: Set<string>, later: Set<string> }} what is loaded at once; the entry points of what comes later
 */
export function followImports(entries, read) {
  /** @type {Set<string>} */
  const loaded = new Set();
  /** @type {Set<string>} */
  const later = new Set();
  const queue = entries.map((address) => ({ address, from: '/' }));
  for (const { address, from } of queue) {
    const path = pathOf(address, from);
    if (path === undefined || loaded.has(path)) continue;
    const code = read(path);
    if (code === undefined) continue;
    loaded.add(path);
    const imports = readImports(code);
    queue.push(...imports.now.map((specifier) => ({ address: specifier, from: path })));
    for (const specifier of imports.later) {
      const target = pathOf(specifier, path);
      if (target !== undefined) later.add(target);
    }
  }
  for (const path of loaded) later.delete(path);
  return { loaded, later };
}

/**
 * @param {string} address as a page or a module writes it
 * @param {string} from path of that page or module
 * @returns {string | undefined} path within the site; nothing for other origins and for bare names
 */
export function pathOf(address, from) {
  if (!/^(?:\.{0,2}\/)/.test(address) || address.startsWith('//')) return undefined;
  return new URL(address, `http://site.invalid${from}`).pathname;
}
