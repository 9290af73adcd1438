import { expect, it } from 'vitest';
import { catalogueItem } from './item.ts';
import { absoluteLink, catalogueItemOf, pageAddress } from './open-catalogue.ts';
import { english, italian, site } from './open-data/testing.ts';

const [online, partly, offline] = italian.map((sheet) => catalogueItemOf(sheet, 'it', site));

it('a service of the catalogue is what its schema says, in every language', () => {
  for (const [locale, sheets] of [['it', italian], ['en', english]] as const) {
    for (const sheet of sheets) {
      const item = catalogueItemOf(sheet, locale, site);
      expect(catalogueItem.parse(item)).toEqual(item);
    }
  }
});

it('it says where it is done online, whether wholly, and with which ways in', () => {
  expect(online?.online).toEqual({ url: 'https://servizi.example.it/', concludable: true, waysIn: ['spid', 'cie', 'eidas'] });
  expect(partly?.online).toEqual({ url: 'https://portale.example.it/paga/', concludable: false, waysIn: [] });
  expect(offline?.online).toBeNull();
});

it('its page is that of the language asked for, its texts say which language they are in', () => {
  const [translated, untranslated] = english.map((sheet) => catalogueItemOf(sheet, 'en', site));
  expect(translated).toMatchObject({ id: 'bollo', title: 'Vehicle tax', language: 'en', url: 'https://portale.example.it/en/servizi/bollo/' });
  expect(untranslated).toMatchObject({ title: 'Servizio tessera', language: 'it', url: 'https://portale.example.it/en/servizi/tessera/' });
});

it('what a service lacks is said to be lacking: null, not left out', () => {
  expect(offline).toMatchObject({ status: 'inactive', popularity: null, online: null });
});

it('links to the portal’s own pages are whole, others stay as they are', () => {
  expect(absoluteLink('/paga/', site)).toBe('https://portale.example.it/paga/');
  expect(absoluteLink('https://www.example.org/a?b=c#d', site)).toBe('https://www.example.org/a?b=c#d');
  expect(absoluteLink('tel:800333444', site)).toBe('tel:800333444');
  expect(pageAddress('it', '/enti/', site)).toBe('https://portale.example.it/enti/');
  expect(pageAddress('ar', '/enti/', site)).toBe('https://portale.example.it/ar/enti/');
});

it('nothing of the file it was read from goes out', () => {
  expect(Object.keys(online ?? {}).sort()).toEqual(Object.keys(catalogueItem.shape).sort());
});
