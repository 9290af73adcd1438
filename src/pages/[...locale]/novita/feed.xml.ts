import type { APIRoute } from 'astro';
import { listEnti } from '../../../features/catalogue/catalogue.ts';
import { newsFeed } from '../../../features/news/feed.ts';
import { listNews } from '../../../features/news/news.ts';
import { localePaths } from '../../../i18n/locales.ts';
import { translatorOf } from '../../../i18n/messages.ts';
import { portal } from '../../../platform/portal.ts';

export const getStaticPaths = localePaths;

/** The news of a language as an Atom feed. */
export const GET: APIRoute<{ locale: string }> = async ({ props: { locale } }) => {
  const t = translatorOf(locale, 'site');
  const feed = newsFeed({
    news: await listNews(locale),
    enti: new Map((await listEnti()).map(({ ipa, facts }) => [ipa, facts.name])),
    locale,
    title: `${t('news.title')} · ${portal.name}`,
    description: t('news.description'),
    author: portal.administration.name,
    license: portal.legalLinks.license,
    site: new URL(import.meta.env.SITE),
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
