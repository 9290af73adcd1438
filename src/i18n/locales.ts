import * as z from 'zod/mini';
import portal from '../../content/portal.json' with { type: 'json' };

/** A language of the portal, one line of its configuration. */
export interface Language {
  /** BCP 47 tag, which is also the prefix of its addresses. */
  code: string;
  /** The language's own name. */
  name: string;
  dir: 'ltr' | 'rtl';
}

const languageSchema = z.object({ code: z.string(), name: z.string(), dir: z.enum(['ltr', 'rtl']) });

/** All languages in the order of the configuration. */
export const languages: readonly Language[] = z.array(languageSchema).parse(portal.languages);

/** The language content is written in first; its addresses have no prefix. */
export const SOURCE_LOCALE = 'it';

/** The language with this code, or null when the portal does not have it. */
export function findLanguage(code: string): Language | null {
  return languages.find((language) => language.code === code) ?? null;
}

/** The attributes of a text that stands in another language than its page: none where it is the same. */
export function textIn(lang: string, pageLocale: string): { lang?: string; dir?: Language['dir'] } {
  return lang === pageLocale ? {} : { lang, dir: findLanguage(lang)?.dir ?? 'ltr' };
}

/** The language of an address: its prefix, or Italian. */
export function localeOfPath(pathname: string): string {
  const first = pathname.split('/')[1] ?? '';
  return prefixedLocale(first) ?? SOURCE_LOCALE;
}

/** The language that the first part of an address names; null for Italian, which has none, and for what is no language. */
export function prefixedLocale(prefix: string | undefined): string | null {
  return prefix !== undefined && prefix !== SOURCE_LOCALE && findLanguage(prefix) ? prefix : null;
}

/** The way `[...locale]` routes are generated: Italian without prefix. */
export function localePaths(): { params: { locale: string | undefined }; props: { locale: string } }[] {
  return languages.map(({ code }) => ({
    params: { locale: code === SOURCE_LOCALE ? undefined : code },
    props: { locale: code },
  }));
}

/** The way routes below `[...locale]` are generated that have a page for each of some contents, in every language. */
export async function contentPaths<T, Params extends object, Props extends object>(
  list: (locale: string) => Promise<readonly T[]>,
  pageOf: (content: T) => { params: Params; props: Props },
): Promise<{ params: { locale: string | undefined } & Params; props: { locale: string } & Props }[]> {
  const pages = localePaths().map(async (language) =>
    (await list(language.props.locale)).map((content) => {
      const { params, props } = pageOf(content);
      return { params: { ...language.params, ...params }, props: { ...language.props, ...props } };
    }),
  );
  return (await Promise.all(pages)).flat();
}
