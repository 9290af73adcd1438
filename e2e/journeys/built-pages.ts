// The pages as they were built, read from their files: what concerns all of them is not asked of a browser one by one.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const client = join(import.meta.dirname, '..', '..', 'dist', 'client');

export interface BuiltPage {
  /** The address it is served at: `/servizi/`. */
  address: string;
  html: string;
}

const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).map((name) => `/${name.split(sep).join('/')}`);

/** Every address that leads to a built file. */
export const addresses: ReadonlySet<string> = new Set(files.map((name) => name.replace(/\/index\.html$/, '/')));

/** Every built page, the area and "not found" included. */
export const builtPages: readonly BuiltPage[] = files
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ address: name.replace(/\/index\.html$/, '/'), html: readFileSync(join(client, name), 'utf8') }));

/** Pages that search engines may list. */
export const publicPages = builtPages.filter(({ html }) => !html.includes('<meta name="robots" content="noindex"'));

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#38;', '&').replaceAll('&amp;', '&');

/** The values of an attribute over all elements of a kind, in order; nothing where it is missing. */
export function attributes(html: string, element: string, name: string): string[] {
  const tags = html.match(new RegExp(`<${element}\\s[^>]*>`, 'g')) ?? [];
  return tags.flatMap((tag) => {
    const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    return value === undefined ? [] : [unescaped(value)];
  });
}
