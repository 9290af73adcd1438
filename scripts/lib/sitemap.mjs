// @ts-check
// What the site map says of each page. Every page exists in every language, so its sisters need no looking for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first parts of addresses that search engines are not sent to: personal, answered on demand, or no pages. */
const unlisted = new Set(['404', 'api', 'area', 'auth', 'semplice', 'stato', 'static-demo', 'valutazione']);

/** Where the content of a page is, by the first part of its address; pages of the institution stand at the root. */
const folders = new Map([
  ['argomenti', 'topics'],
  ['consultazioni', 'consultations'],
  ['enti', 'enti'],
  ['eventi-della-vita', 'life-events'],
  ['novita', 'news'],
  ['servizi', 'services'],
]);

/**
 * @param {object} options
 * @param {readonly string[]} options.languages codes, the source language first: its addresses have no prefix
 * @param {string} options.content absolute path of the content
 */
export function siteMap({ languages, content }) {
  const [source = 'it', ...others] = languages;
  const prefix = new RegExp(`^/(?:${others.join('|') || '(?!)'})(?=/)`);
  /** @type {Map<string, string | undefined>} */
  const days = new Map();

  /** The path of a page in the source language. @param {string} url */
  const pathOf = (url) => new URL(url).pathname.replace(prefix, '');

  /** @param {string} path in the source language */
  function fileOf(path) {
    const [first = '', second = '', ...more] = path.split('/').filter((part) => part !== '');
    if (more.length > 0) return undefined;
    const folder = folders.get(first);
    if (second === '') return folder === undefined && first !== '' ? join(content, 'pages', source, `${first}.md`) : undefined;
    return folder === undefined ? undefined : join(content, folder, source, `${second}.md`);
  }

  /** The day on which the content of a page last changed, where one file is all of it. @param {string} path */
  function changedOn(path) {
    if (!days.has(path)) {
      const file = fileOf(path);
      const text = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
      days.set(path, /^updated: (\d{4}-\d{2}-\d{2})$/m.exec(text)?.[1]);
    }
    return days.get(path);
  }

  return {
    /** Whether the site map lists a page. @param {string} url */
    filter: (url) => pathOf(url).endsWith('/') && !unlisted.has(pathOf(url).split('/')[1] ?? ''),

    /** @type {<T extends { url: string }>(item: T) => T & { links: { lang: string, url: string }[], lastmod?: string }} */
    serialize: (item) => {
      const path = pathOf(item.url);
      const at = (/** @type {string} */ language) => new URL(language === source ? path : `/${language}${path}`, item.url).href;
      const lastmod = changedOn(path);
      return {
        ...item,
        links: [...languages.map((lang) => ({ lang, url: at(lang) })), { lang: 'x-default', url: at(source) }],
        ...(lastmod === undefined ? {} : { lastmod }),
      };
    },
  };
}
