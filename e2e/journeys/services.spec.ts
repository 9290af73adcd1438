import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { words } from '../words.ts';

const t = words('it', 'site');
const rows = (page: Page) => page.locator('main').getByRole('listitem').filter({ has: page.locator('[data-element="service-link"]') });
const filter = (page: Page) => page.getByRole('searchbox', { name: t('services.filterLabel') });

test('the list of services narrows as one types, says how many are left, and keeps it in the address', async ({ page }) => {
  await page.goto('/servizi/');
  const all = await rows(page).count();
  expect(all).toBeGreaterThanOrEqual(12);

  await filter(page).pressSequentially('bollo auto');
  await expect(rows(page)).not.toHaveCount(all);
  await expect(rows(page).filter({ hasText: 'Bollo' }).first()).toBeVisible();
  const found = new Set(await rows(page).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))));
  await expect(page.getByRole('main').getByRole('status')).toHaveText(t('services.found', { count: found.size }));
  await expect(page).toHaveURL('/servizi/?q=bollo+auto');

  await page.reload();
  await expect(filter(page)).toHaveValue('bollo auto');
  await expect(page.getByRole('main').getByRole('status')).toHaveText(t('services.found', { count: found.size }));
});

test('words are found without accents, capitals or endings', async ({ page }) => {
  await page.goto('/servizi/');
  await filter(page).fill('DISABILITA');
  await expect(rows(page).filter({ hasText: 'disabilità' }).first()).toBeVisible();
});

test('when nothing is found the page says so, and one button brings everything back', async ({ page }) => {
  await page.goto('/servizi/');
  const all = await rows(page).count();
  await filter(page).fill('zzzz');
  await expect(page.getByText(t('services.nothing'))).toBeVisible();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(t('services.found', { count: 0 }));
  await expect(rows(page)).toHaveCount(0);

  await page.getByRole('button', { name: t('services.clear') }).click();
  await expect(rows(page)).toHaveCount(all);
  await expect(filter(page)).toHaveValue('');
  await expect(filter(page)).toBeFocused();
  await expect(page).toHaveURL('/servizi/');
});

test('what is searched on the home page and in the header is found in the list', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox', { name: t('home.searchLabel') }).fill('medico');
  await page.getByRole('main').getByRole('button', { name: t('header.searchButton') }).click();
  await expect(page).toHaveURL('/servizi/?q=medico');
  await expect(rows(page).filter({ hasText: 'medico' }).first()).toBeVisible();

  await page.goto('/servizi/bollo-auto/');
  await page.getByRole('banner').getByRole('searchbox', { name: t('header.search') }).fill('casa');
  await page.getByRole('banner').getByRole('button', { name: t('header.searchButton') }).click();
  await expect(page).toHaveURL('/servizi/?q=casa');
  await expect(filter(page)).toHaveValue('casa');
});

test('a sheet says what the service is, how it is done and when the page was written', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: t('home.allServices', { count: 14 }) }).click();
  await rows(page).getByRole('link').first().click();
  const sections = ['whoFor', 'howTo', 'needed', 'outcome', 'deadlines', 'access', 'contacts'] as const;
  const heading = (section: (typeof sections)[number]) =>
    page.getByRole('main').getByRole('heading', { level: 2, name: t(`sheet.${section}`), exact: true });
  for (const section of sections) await expect(heading(section)).toBeVisible();
  await expect(page.locator('[data-element="service-status"]')).toHaveText(t('sheet.active'));
  await expect(page.getByText(t('updated'))).toBeVisible();
  const index = page.getByRole('navigation', { name: t('sheet.index') });
  await index.getByRole('link', { name: t('sheet.contacts') }).click();
  await expect(page).toHaveURL(/#contatti$/);
  await expect(heading('contacts')).toBeInViewport();
});
