import { dayInItaly, type Day } from '../domain/day.ts';
import { SOURCE_LOCALE } from '../i18n/locales.ts';

interface SourceEntry {
  id: string;
  data: { updated: Day; publishAt?: Day | undefined; expiresAt?: Day | undefined };
}

interface TranslationEntry {
  id: string;
  data: { translatedFrom: Day };
}

/** A content as it is shown in one language. */
export interface Localized<S extends SourceEntry, T extends TranslationEntry> {
  slug: string;
  /** What is the same in every language. */
  facts: S['data'];
  /** The texts in the reader's language, or the Italian ones where there is no translation. */
  texts: S['data'] | T['data'];
  /** The file that the texts and their body are in. */
  entry: S | T;
  /** The language the texts are really in. */
  lang: string;
  /** Whether the translation is older than its Italian source. */
  outdated: boolean;
}

/** Whether a content is on the site on a day: both ends of its publication are included. */
export function isPublished({ publishAt, expiresAt }: SourceEntry['data'], today: Day): boolean {
  return (publishAt === undefined || publishAt <= today) && (expiresAt === undefined || today <= expiresAt);
}

/** The name of a content's file: `it/bollo-auto` is `bollo-auto`. */
export const slugOf = (id: string) => id.slice(id.indexOf('/') + 1);

/** The contents published today, each with the texts of a language where there are any. */
export function localize<S extends SourceEntry, T extends TranslationEntry>(
  sources: readonly S[],
  translations: readonly T[],
  locale: string,
  today: Day = dayInItaly(new Date()),
): Localized<S, T>[] {
  const byId = new Map(translations.map((translation) => [translation.id, translation]));
  return sources
    .filter(({ data }) => isPublished(data, today))
    .map((source) => {
      const slug = slugOf(source.id);
      const translation = byId.get(`${locale}/${slug}`);
      return {
        slug,
        facts: source.data,
        texts: (translation ?? source).data,
        entry: translation ?? source,
        lang: translation ? locale : SOURCE_LOCALE,
        outdated: translation !== undefined && translation.data.translatedFrom < source.data.updated,
      };
    });
}

/** Puts contents in the order of their titles, as a language orders them. */
export function byTitle(locale: string) {
  const { compare } = new Intl.Collator(locale);
  return (a: { texts: { title: string } }, b: { texts: { title: string } }) => compare(a.texts.title, b.texts.title);
}

/** Makes something once: thousands of pages ask for the same lists. Not in dev, where content changes. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  const made = perLocale(make);
  return () => made(SOURCE_LOCALE);
}

/** Makes something once for each language, as `once` does. */
export function perLocale<T>(make: (locale: string) => Promise<T>): (locale: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (locale) => {
    const known = import.meta.env.DEV ? undefined : made.get(locale);
    if (known) return known;
    const promise = make(locale);
    made.set(locale, promise);
    return promise;
  };
}
