import { Feed } from 'feed';
import { findLanguage } from '../../i18n/locales.ts';
import { localizedPath } from '../../i18n/paths.ts';
import type { NewsItem } from './news.ts';

/** How many of the newest items the feed holds: readers come by more often than that many are written. */
const NEWEST = 50;

/** A news item as the feed needs it. */
export type FeedItem = Omit<NewsItem, 'entry'>;

interface FeedOptions {
  /** The newest first. */
  news: readonly FeedItem[];
  /** Names of the administrations, by IPA code. */
  enti: ReadonlyMap<string, string>;
  locale: string;
  title: string;
  description: string;
  /** Who publishes the feed. */
  author: string;
  /** Address of the licence of the texts. */
  license: string;
  /** The portal's own address. */
  site: URL;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Midnight of a day, in UTC: news carry days, Atom wants instants. */
const instantOf = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * The news of a language as Atom. Alerts are not in it: feed readers keep what they have read, and an alert that is over
 * must not go on alarming anybody.
 */
export function newsFeed({ news, enti, locale, title, description, author, license, site }: FeedOptions): string {
  const address = (path: string) => new URL(localizedPath(locale, path), site).href;
  const days = news.flatMap(({ facts }) => [facts.published, facts.updated]).sort();
  const feed = new Feed({
    id: address('/novita/'),
    link: address('/novita/'),
    feed: address('/novita/feed.xml'),
    title,
    description,
    language: locale,
    copyright: license,
    author: { name: author, link: site.href },
    generator: false,
    // The same news make the same file, whenever it is built.
    updated: instantOf(days.at(-1) ?? '1970-01-01'),
  });
  for (const { slug, facts, texts, lang } of news.slice(0, NEWEST)) {
    const dir = findLanguage(lang)?.dir ?? 'ltr';
    feed.addItem({
      id: address(`/novita/${slug}/`),
      link: address(`/novita/${slug}/`),
      title: escaped(texts.title),
      // What is in another language than the feed says so.
      description: `<p lang="${lang}" dir="${dir}">${escaped(texts.summary)}</p>`,
      published: instantOf(facts.published),
      date: instantOf(facts.updated > facts.published ? facts.updated : facts.published),
      author: [{ name: enti.get(facts.ente) ?? author }],
    });
  }
  // The package knows no language of Atom feeds.
  return feed.atom1().replace('<feed ', `<feed xml:lang="${locale}" `);
}
