import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPublished, localize, once, perLocale, slugOf } from './localize.ts';

const today = '2026-11-23';

interface Days {
  updated?: string;
  publishAt?: string;
  expiresAt?: string;
}

const source = (slug: string, days: Days = {}) => ({ id: `it/${slug}`, data: { title: `${slug} in italiano`, updated: '2026-11-01', ...days } });
const translation = (locale: string, slug: string, translatedFrom = '2026-11-01') => ({
  id: `${locale}/${slug}`,
  data: { title: `${slug} (${locale})`, translatedFrom },
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('publication', () => {
  it('goes from its first day to its last, both included', () => {
    const published = (days: Days) => isPublished(source('bollo', days).data, today);
    expect(published({})).toBe(true);
    expect([published({ publishAt: '2026-11-22' }), published({ publishAt: today }), published({ publishAt: '2026-11-24' })]).toEqual([true, true, false]);
    expect([published({ expiresAt: '2026-11-22' }), published({ expiresAt: today }), published({ expiresAt: '2026-11-24' })]).toEqual([false, true, true]);
    expect(published({ publishAt: today, expiresAt: today })).toBe(true);
  });

  it('is counted in days of Italy: there it is already tomorrow before it is in UTC', () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T23:30:00Z') });
    const sources = [source('nuova', { publishAt: today }), source('finita', { expiresAt: '2026-11-22' })];
    expect(localize(sources, [], 'it').map(({ slug }) => slug)).toEqual(['nuova']);
  });

  it('is decided by the Italian text: a translation of what is not published is not shown', () => {
    const sources = [source('bozza', { publishAt: '2026-12-01' })];
    expect(localize(sources, [translation('en', 'bozza')], 'en', today)).toEqual([]);
  });
});

describe('a content in a language', () => {
  const sources = [source('bollo', { updated: '2026-11-10' }), source('tessera')];
  const translations = [translation('en', 'bollo', '2026-11-01'), translation('fr', 'tessera'), translation('en', 'orfana')];

  it('has the texts of its translation, and the facts of the Italian file', () => {
    const [tessera] = localize([source('tessera')], translations, 'fr', today);
    expect(tessera).toMatchObject({ slug: 'tessera', lang: 'fr', outdated: false });
    expect(tessera?.texts).toBe(translations[1]?.data);
    expect(tessera?.entry).toBe(translations[1]);
    expect(tessera?.facts).toMatchObject({ updated: '2026-11-01' });
  });

  it('is in Italian where there is no translation, and knows it', () => {
    const tessera = localize(sources, translations, 'en', today)[1];
    expect(tessera).toMatchObject({ slug: 'tessera', lang: 'it', outdated: false, texts: { title: 'tessera in italiano' }, entry: { id: 'it/tessera' } });
  });

  it('is never taken from another language, nor shown without its source', () => {
    expect(localize(sources, translations, 'de', today).map(({ slug, lang }) => [slug, lang])).toEqual([['bollo', 'it'], ['tessera', 'it']]);
    expect(localize(sources, translations, 'en', today).map(({ slug }) => slug)).not.toContain('orfana');
  });

  it('is outdated when the Italian text has changed since, not on the same day', () => {
    const outdated = (translatedFrom: string) => localize(sources, [translation('en', 'bollo', translatedFrom)], 'en', today)[0]?.outdated;
    expect([outdated('2026-11-09'), outdated('2026-11-10'), outdated('2026-11-11')]).toEqual([true, false, false]);
    expect(localize(sources, translations, 'it', today).some((one) => one.outdated)).toBe(false);
  });
});

it('a file is named after its content, whatever the language', () => {
  expect([slugOf('it/bollo-auto'), slugOf('ar/bollo-auto'), slugOf('it/a/b')]).toEqual(['bollo-auto', 'bollo-auto', 'a/b']);
});

describe('what all pages ask for', () => {
  it('is made once for each language', async () => {
    vi.stubEnv('DEV', false);
    const make = vi.fn((locale: string) => Promise.resolve([locale]));
    const list = perLocale(make);
    expect(await list('it')).toBe(await list('it'));
    expect(await list('de')).toEqual(['de']);
    expect(make).toHaveBeenCalledTimes(2);

    const makeAll = vi.fn(() => Promise.resolve([]));
    const all = once(makeAll);
    await Promise.all([all(), all()]);
    expect(makeAll).toHaveBeenCalledTimes(1);
  });

  it('is made again each time while content is being written', async () => {
    vi.stubEnv('DEV', true);
    const make = vi.fn((locale: string) => Promise.resolve(locale));
    const list = perLocale(make);
    await list('it');
    await list('it');
    expect(make).toHaveBeenCalledTimes(2);
  });
});
