import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '../../../i18n/locales.ts';
import { authenticationOf, interactivityOf, languagesOf, openData, sectorsOf, themesOf } from './vocabularies.ts';

const names = (folder: string) =>
  readdirSync(new URL(`../../../../content/${folder}/it/`, import.meta.url)).map((file) => file.replace(/\.md$/, ''));

it('every topic of the content is a theme and a sector, and no other is', () => {
  expect(Object.keys(openData.topics).sort()).toEqual(names('topics').sort());
});

it('events are named of guides that exist', () => {
  expect(names('life-events')).toEqual(expect.arrayContaining(Object.keys(openData.lifeEvents)));
});

it('a topic that is not known yet is public administration', () => {
  expect(themesOf(['nuovo'])).toEqual(['http://publications.europa.eu/resource/authority/data-theme/GOVE']);
  expect(sectorsOf([])).toEqual(['http://data.europa.eu/ux2/nace2/84']);
});

it('topics of one theme name it once', () => {
  expect(themesOf(['casa', 'lavoro'])).toHaveLength(1);
});

it('every language of the portal has its European name', () => {
  expect(languagesOf(languages.map(({ code }) => code))).toHaveLength(languages.length);
  expect(languagesOf(['en-GB', 'xx'])).toEqual(['http://publications.europa.eu/resource/authority/language/ENG']);
});

it('who does not sign in has free access; a way in without a national name is left out', () => {
  const free = [expect.stringMatching(/authentication-type\/NONE$/)];
  expect(authenticationOf(undefined)).toEqual(free);
  expect(authenticationOf({ waysIn: [] })).toEqual(free);
  expect(authenticationOf({ waysIn: ['eidas'] })).toEqual([]);
  expect(authenticationOf({ waysIn: ['cns'] })).toEqual([expect.stringMatching(/\/CNS$/)]);
});

it('the level follows from how far one gets online', () => {
  expect([undefined, { concludable: false }, { concludable: true }].map(interactivityOf).map((level) => level.slice(-6))).toEqual(['LEVEL1', 'LEVEL3', 'LEVEL4']);
});
