import { expect, test } from 'vitest';
import { newsFeed, type FeedItem } from './feed.ts';

function item(slug: string, published: string, updated: string, title = slug): FeedItem {
  const facts = {
    title,
    summary: 'Una frase lunga abbastanza & <b>senza</b> marcatura.',
    kind: 'news' as const,
    published,
    updated,
    ente: 'r_piemon',
    topics: [],
    services: [],
    sources: [],
    sample: true,
  };
  return { slug, facts, texts: facts, lang: 'it', outdated: false };
}

const site = new URL('https://portale.example.it');
const options = {
  enti: new Map([['r_piemon', 'Regione Piemonte']]),
  title: 'Novità',
  description: 'Notizie',
  author: 'Regione',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  site,
};
const news = [item('seconda', '2026-11-20', '2026-11-21', 'A < B & C'), item('prima', '2026-11-01', '2026-10-30')];

test('it names itself, its page, its language, and when it last changed', () => {
  const feed = newsFeed({ ...options, news, locale: 'ar' });
  expect(feed).toContain('<feed xml:lang="ar" xmlns="http://www.w3.org/2005/Atom">');
  expect(feed).toContain('rel="self" href="https://portale.example.it/ar/novita/feed.xml"');
  expect(feed).toContain('rel="alternate" href="https://portale.example.it/ar/novita/"');
  expect(feed).toContain('<id>https://portale.example.it/ar/novita/</id>');
  expect(feed).toContain('<updated>2026-11-21T00:00:00.000Z</updated>');
});

test('each item has its address, its days, its administration, and the language of its text', () => {
  const feed = newsFeed({ ...options, news, locale: 'it' });
  expect(feed.match(/<entry>/g)).toHaveLength(2);
  expect(feed).toContain('<id>https://portale.example.it/novita/seconda/</id>');
  expect(feed).toContain('<published>2026-11-20T00:00:00.000Z</published>');
  // An item is never changed before it is published.
  expect(feed).toContain('<updated>2026-11-01T00:00:00.000Z</updated>');
  expect(feed).toContain('<name>Regione Piemonte</name>');
  expect(feed).toContain('<p lang="it" dir="ltr">');
});

test('marks in editors’ texts stay texts', () => {
  const feed = newsFeed({ ...options, news, locale: 'it' });
  expect(feed).toContain('A &lt; B &amp; C');
  expect(feed).toContain('&lt;b&gt;senza&lt;/b&gt;');
});

test('the same news make the same feed, and none make a valid one', () => {
  expect(newsFeed({ ...options, news, locale: 'it' })).toBe(newsFeed({ ...options, news, locale: 'it' }));
  expect(newsFeed({ ...options, news: [], locale: 'it' })).toContain('<updated>');
});
