// @ts-check
// What is missing in the messages of a language, before the site is built with keys in place of words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './project.mjs';

/**
 * The keys of messages, without their plural categories.
 * @param {unknown} value
 * @param {string} key
 * @returns {string[]}
 */
function keysOf(value, key = '') {
  if (typeof value !== 'object' || value === null) return [key.replace(/_(?:zero|one|two|few|many|other)$/, '')];
  return Object.entries(value).flatMap(([name, inner]) => keysOf(inner, key === '' ? name : `${key}.${name}`));
}

/**
 * Compares every language with the source.
 * @param {readonly string[]} languages codes of the portal's languages
 * @param {string} [folder] of the messages
 * @param {string} [source] code of the language that the others are compared with
 * @returns {string[]} a sentence for each key that a language lacks
 */
export function missingMessages(languages, folder = inRoot('src', 'i18n', 'messages'), source = 'it') {
  const read = (/** @type {string} */ language, /** @type {string} */ file) => {
    const path = join(folder, language, file);
    return new Set(existsSync(path) ? keysOf(JSON.parse(readFileSync(path, 'utf8'))) : []);
  };
  return readdirSync(join(folder, source)).flatMap((file) => {
    const wanted = read(source, file);
    return languages.flatMap((language) => {
      const known = read(language, file);
      return [...wanted]
        .filter((key) => !known.has(key))
        .map((key) => `src/i18n/messages/${language}/${file}: the message "${key}" is missing.`);
    });
  });
}
