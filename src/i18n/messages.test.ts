import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages, SOURCE_LOCALE } from './locales.ts';

const folder = (locale: string) => new URL(`messages/${locale}/`, import.meta.url);

/** The texts of a file of messages, each under its whole key: `problem.scaduto.title`. */
function flatten(value: unknown, key = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`"${key}" is neither a text nor a group of texts.`);
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, key ? `${key}.${name}` : name));
}

const textsOf = (locale: string, file: string) =>
  new Map(flatten(JSON.parse(readFileSync(new URL(file, folder(locale)), 'utf8'))));

/** A key without its plural category, and the category where there is one. */
function split(key: string): { base: string; category: string | null } {
  const [, base = key, category = null] = /^(.+)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
  return { base, category };
}

/** The base keys of the texts, each with its plural categories (none: the text has no plural). */
function categoriesByBase(keys: Iterable<string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { base, category } of [...keys].map(split)) {
    const categories = found.get(base) ?? new Set<string>();
    if (category !== null) categories.add(category);
    found.set(base, categories);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);

const files = readdirSync(folder(SOURCE_LOCALE)).sort();
const cases = languages.flatMap(({ code }) => files.map((file) => ({ locale: code, file })));

it('every language has the same files', () => {
  for (const { code } of languages) expect(readdirSync(folder(code)).sort(), code).toEqual(files);
});

describe.each(cases)('$locale/$file', ({ locale, file }) => {
  const italian = textsOf(SOURCE_LOCALE, file);
  const texts = textsOf(locale, file);
  const italianForms = categoriesByBase(italian.keys());
  const forms = categoriesByBase(texts.keys());
  const textsThat = (test: (text: string, key: string) => boolean) =>
    [...texts].filter(([key, text]) => test(text, key));

  it('has the keys of the Italian', () => {
    expect([...forms.keys()].sort()).toEqual([...italianForms.keys()].sort());
  });

  it('has each plural that its language needs, and no other', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [base, inItalian] of italianForms) {
      // `zero` is also a text of its own for nothing at all, where the Italian has one.
      const expected = inItalian.size === 0 ? [] : inItalian.has('zero') ? [...needed, 'zero'] : needed;
      expect(forms.get(base), base).toEqual(new Set(expected));
    }
  });

  it('has the placeholders of the Italian', () => {
    const known = new Map<string, Set<string>>();
    for (const [key, text] of italian) {
      const { base } = split(key);
      known.set(base, new Set([...(known.get(base) ?? []), ...placeholders(text)]));
    }
    for (const [key, text] of texts) {
      const { base, category } = split(key);
      // A form that is said of one number only may say that number in words.
      const mayOmitCount = category === 'zero' || category === 'one' || category === 'two';
      const expected = [...(known.get(base) ?? [])].filter(
        (name) => name !== 'count' || !mayOmitCount || text.includes('{{count}}'),
      );
      expect(new Set(placeholders(text)), key).toEqual(new Set(expected));
    }
  });

  it('is written with care: no empty text, no exclamation mark, no double space', () => {
    expect(textsThat((text) => text.trim() === '' || /[!！]|\s{2}/.test(text))).toEqual([]);
  });

  it('has no Italian left in it', () => {
    const untranslated = (text: string, key: string) =>
      locale !== SOURCE_LOCALE && text.length > 25 && text === italian.get(key);
    expect(textsThat(untranslated)).toEqual([]);
  });
});
