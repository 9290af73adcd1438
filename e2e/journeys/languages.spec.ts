import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import portal from '../../content/portal.json' with { type: 'json' };
import { areaRead, expect, signIn, test } from '../fixtures.ts';
import { words, type Locale } from '../words.ts';

const content = join(import.meta.dirname, '..', '..', 'content', 'services');
const language = (code: Locale) => portal.languages.find((one) => one.code === code)?.name ?? code;

/** Changes the language as a reader does. */
async function changeLanguage(page: Page, from: Locale, to: Locale) {
  const label = words(from, 'site')('header.languageLabel', { language: language(from) });
  const menu = page.getByRole('banner').locator('details').filter({ has: page.locator(`summary[aria-label="${label}"]`) });
  await menu.locator('summary').click();
  await menu.getByRole('link', { name: language(to) }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', to);
}

test('the language switch leads to the same page in the other language, and back', async ({ page }) => {
  for (const path of ['/', '/servizi/', '/servizi/bollo-auto/', '/accedi/', '/privacy/']) {
    await page.goto(path);
    const title = await page.title();
    await changeLanguage(page, 'it', 'ar');
    await expect(page).toHaveURL(`/ar${path}`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Arabic}/u);
    await changeLanguage(page, 'ar', 'en');
    await expect(page).toHaveURL(`/en${path}`);
    await changeLanguage(page, 'en', 'it');
    await expect(page).toHaveURL(path);
    await expect(page).toHaveTitle(title);
  }
});

test('in the area the language switch keeps the session and the section', async ({ page }) => {
  await signIn(page, 'Giulia', '/area/pagamenti/');
  await areaRead(page);
  await changeLanguage(page, 'it', 'en');
  await expect(page).toHaveURL('/en/area/pagamenti/');
  await areaRead(page, 'en');
  const t = words('en', 'area');
  await expect(page.getByText(t('account.signedInAs', { name: 'Giulia Ferraris' }))).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: t('payments.count', { count: 4 }) })).toBeVisible();
  // What enti write only in Italian is read out as Italian, and said to be so.
  const row = page.getByRole('listitem').filter({ hasText: 'TARI, seconda rata' });
  await expect(row.locator('[lang="it"]').first()).toHaveText('TARI, seconda rata');
  await expect(row).toContainText(t('italianOnly'));
});

test('a service that is not translated is shown in Italian, says so, and is read out as Italian', async ({ page }) => {
  const slug = 'albo-artigiani';
  expect(existsSync(join(content, 'ar', `${slug}.md`))).toBe(false);
  const t = words('ar', 'site');
  await page.goto(`/ar/servizi/${slug}/`);
  await expect(page.getByText(t('fallback.italianOnly'))).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'it');
  for (const text of await page.locator('article .prose[data-element]').all()) {
    if (/\p{Script=Arabic}/u.test((await text.textContent()) ?? '')) continue;
    expect(await text.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('it');
  }

  await page.goto('/ar/servizi/argomento/impresa-e-professioni/');
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/ar/servizi/${slug}/"]`) }).first();
  await expect(row).toContainText(t('fallback.inItalian'));
  await expect(row.locator(`a[href$="/${slug}/"]`)).toHaveAttribute('lang', 'it');
});

test('a translation older than its Italian source says so and leads there', async ({ page }) => {
  const t = words('en', 'site');
  await page.goto('/en/servizi/raccolta-funghi/');
  await expect(page.getByText(t('fallback.outdated'))).toBeVisible();
  await page.getByRole('link', { name: t('fallback.seeItalian') }).click();
  await expect(page).toHaveURL('/servizi/raccolta-funghi/');
  await expect(page.getByText(words('it', 'site')('fallback.outdated'))).toHaveCount(0);

  await page.goto('/en/servizi/bollo-auto/');
  await expect(page.getByText(t('fallback.outdated'))).toHaveCount(0);
});

for (const { locale, path } of [
  { locale: 'it', path: '/servizi/non-esiste/' },
  { locale: 'en', path: '/en/nothing-here' },
  { locale: 'ar', path: '/ar/area/non-esiste/' },
] as const) {
  test(`an unknown address is answered with 404 in the reader’s language: ${path}`, async ({ page, announce }) => {
    announce(/^404 .*\/(?:non-esiste|nothing-here)/);
    const t = words(locale, 'site');
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('notFound.title'));
    const home = locale === 'it' ? '/' : `/${locale}/`;
    for (const [name, address] of [
      [t('notFound.home'), home],
      [t('notFound.services'), `${home}servizi/`],
      [t('notFound.area'), `${home}area/`],
    ] as const) {
      await expect(page.getByRole('main').getByRole('link', { name })).toHaveAttribute('href', address);
    }
    await page.getByRole('main').getByRole('link', { name: t('notFound.services') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('services.title'));
  });
}

test('a language that the portal does not have is an unknown address', async ({ page, announce }) => {
  announce(/^404 .*\/xx\//);
  const response = await page.goto('/xx/servizi/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('it', 'site')('notFound.title'));
});
