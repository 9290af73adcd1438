import { expect, it } from 'vitest';
import { nearest, pageAddress, pagesOf, targetOf } from './addresses.ts';

const pages = pagesOf(
  [
    '404.astro',
    '_SimplePage.astro',
    '[...locale]/index.astro',
    '[...locale]/servizi/[...list].astro',
    '[...locale]/servizi/[slug].astro',
    '[...locale]/paga/avvisi-falsi/index.astro',
    '[...locale]/area/[...section].astro',
    '_on-demand/stato/index.astro',
    '_on-demand/[locale]/stato/index.astro',
    '_on-demand/auth/[...route].ts',
    'api/catalogo/v1/[locale]/servizi.json.ts',
    'novita/feed.xml.ts',
  ],
  ['/area/', '/area/notifiche/', '/servizi/per/cittadini/'],
);

it.each([
  '/',
  '/servizi/',
  '/servizi/per/cittadini/',
  '/paga/avvisi-falsi/',
  '/area/',
  '/area/notifiche/',
  '/stato/',
  '/auth/login/',
  '/api/catalogo/v1/it/servizi.json',
  '/novita/feed.xml',
])('%s is a page', (path) => {
  expect(targetOf(path, pages)).toEqual({ to: 'page' });
});

it.each([
  ['/servizi/bollo-auto/', 'services', 'bollo-auto'],
  ['/servizi/argomento/salute/', 'topics', 'salute'],
  ['/enti/r_piemon/', 'enti', 'r_piemon'],
  ['/privacy/', 'pages', 'privacy'],
])('%s is a content', (path, kind, slug) => {
  expect(targetOf(path, pages)).toEqual({ to: 'content', kind, slug });
});

it.each(['/area/altro/', '/servizi/per/altri/', '/uno/due/', '/404/tre/'])('%s is nothing', (path) => {
  expect(targetOf(path, pages)).toEqual({ to: 'nothing' });
});

it('reads the language and the anchor of an address', () => {
  expect(pageAddress('/en/servizi?q=1#costi', ['it', 'en'])).toEqual({
    path: '/servizi/',
    locale: 'en',
    anchor: 'costi',
  });
  expect(pageAddress('/enti/', ['it', 'en'])).toEqual({ path: '/enti/', locale: null, anchor: null });
});

it('finds the name that was meant', () => {
  expect(nearest('bolo-auto', ['salute', 'bollo-auto'])).toBe('bollo-auto');
  expect(nearest('casa', ['salute', 'bollo-auto'])).toBeUndefined();
});
