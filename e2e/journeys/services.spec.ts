import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { words } from '../words.ts';

const t = words('it', 'site');
const rows = (page: Page) => page.locator('main').getByRole('listitem').filter({ has: page.locator('[data-element="service-link"]') });
const filter = (page: Page) => page.getByRole('searchbox', { name: t('services.filterLabel') });

const count = (page: Page) => page.getByRole('main').locator('.catalogue-count');
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });

/** How many services a choice says that it finds. */
const numberIn = async (page: Page, name: string) => {
  const label = await page.locator('label').filter({ has: box(page, name) }).textContent();
  return Number(/\((\d+)\)/.exec(label ?? '')?.[1]);
};

test('the list of services narrows as one types, says how many are left, and keeps it in the address', async ({ page }) => {
  await page.goto('/servizi/');
  const before = await count(page).textContent();
  await filter(page).pressSequentially('bollo auto');
  await expect(count(page)).not.toHaveText(before ?? '');
  await expect(rows(page).filter({ hasText: 'Pagare il bollo auto' })).toHaveCount(1);
  const found = await rows(page).count();
  await expect(count(page)).toHaveText(t('services.found', { count: found }));
  await expect(page).toHaveURL('/servizi/?q=bollo+auto');

  await page.reload();
  await expect(filter(page)).toHaveValue('bollo auto');
  await expect(rows(page)).toHaveCount(found);
});

test('words are found without accents, capitals or endings', async ({ page }) => {
  await page.goto('/servizi/');
  await filter(page).fill('DISABILITA');
  await expect(rows(page).filter({ hasText: 'disabilità' }).first()).toBeVisible();
});

test('when nothing is found the page says so, and one button brings everything back', async ({ page }) => {
  await page.goto('/servizi/');
  const before = await count(page).textContent();
  await filter(page).fill('zzzz');
  await expect(page.getByText(t('services.nothing'))).toBeVisible();
  await expect(count(page)).toHaveText(t('services.found', { count: 0 }));
  await expect(rows(page)).toHaveCount(0);

  await page.getByRole('button', { name: t('services.clear') }).click();
  await expect(count(page)).toHaveText(before ?? '');
  await expect(filter(page)).toHaveValue('');
  await expect(filter(page)).toBeFocused();
  await expect(page).toHaveURL('/servizi/');
});

test('choices combine: values of one kind are alternatives, kinds narrow each other, and the counts follow', async ({ page }) => {
  await page.goto('/servizi/');
  const health = await numberIn(page, 'Salute');
  await box(page, 'Salute').check();
  await expect(count(page)).toHaveText(t('services.found', { count: health }));
  const work = await numberIn(page, 'Lavoro');
  expect(work).toBeGreaterThan(0);

  await page.locator('summary').filter({ hasText: t('facet.title.online') }).click();
  const whole = await numberIn(page, t('facet.online.tutto'));
  await box(page, t('facet.online.tutto')).check();
  await expect(count(page)).toHaveText(t('services.found', { count: whole }));
  await expect(page).toHaveURL('/servizi/?argomento=salute&online=tutto');

  await page.reload();
  await expect(box(page, 'Salute')).toBeChecked();
  await expect(count(page)).toHaveText(t('services.found', { count: whole }));
  await box(page, 'Lavoro').check();
  await expect(count(page)).not.toHaveText(t('services.found', { count: whole }));
});

test('a page of one choice starts from that choice, and widens from there', async ({ page }) => {
  await page.goto('/servizi/argomento/casa/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Casa');
  const shown = await rows(page).count();
  await expect(box(page, 'Casa')).toBeChecked();
  await box(page, 'Lavoro').check();
  await expect(page).toHaveURL('/servizi/?argomento=casa&argomento=lavoro');
  expect(await rows(page).count()).toBeGreaterThan(shown);
});

test('the list can be put in another order, and more of it asked for', async ({ page }) => {
  await page.goto('/servizi/');
  await page.getByRole('link', { name: t('services.order.piu-usati') }).click();
  await expect(rows(page).first()).toContainText('Prenotare visite ed esami');
  await expect(page).toHaveURL('/servizi/?ordine=piu-usati');
  const first = await rows(page).count();
  await page.getByRole('button', { name: t('services.more') }).click();
  expect(await rows(page).count()).toBeGreaterThan(first);
  await expect(rows(page).nth(first).getByRole('link')).toBeFocused();
});

test('strange words and addresses of the list do no harm', async ({ page }) => {
  await page.goto(`/servizi/?q=${encodeURIComponent('<img src=x onerror=alert(1)>'.repeat(100))}&argomento=../..&online=%00&ordine=constructor`);
  await expect(page.getByText(t('services.nothing'))).toBeVisible();
  expect((await filter(page).inputValue()).length).toBeLessThanOrEqual(100);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('when the list can not be read the page says so, and the pages made ahead still lead on', async ({ page, announce }) => {
  announce(/servizi\.json/);
  await page.route('**/servizi.json', (route) => route.abort());
  await page.goto('/servizi/');
  await filter(page).fill('bollo');
  await expect(count(page)).toHaveText(t('services.notRead'));
  await expect(rows(page).first()).toBeVisible();
  await page.unroute('**/servizi.json');
  await filter(page).fill('bollo auto');
  await expect(rows(page).filter({ hasText: 'Pagare il bollo auto' })).toHaveCount(1);
  await expect(count(page)).not.toHaveText(t('services.notRead'));
});

test('a sheet says what the service is, how it is done and when the page was written', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Pagare il bollo auto' }).click();
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

test('the list of what to bring can be printed by itself, with the name of the service', async ({ page }) => {
  await page.goto('/servizi/bollo-auto/');
  await page.getByRole('link', { name: t('sheet.printList') }).click();
  await expect(page.getByText(t('sheet.printListReady'))).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-element="service-needed"]')).toBeVisible();
  await expect(page.locator('[data-element="service-how-to"]')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: t('sheet.printAll') }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-element="service-how-to"]')).toBeVisible();
});

test('a sheet of the Single Digital Gateway carries its metadata', async ({ page }) => {
  await page.goto('/en/servizi/borsa-studio-universitaria/');
  const meta = (name: string) => page.locator(`meta[name="${name}"]`);
  await expect(meta('sdg-tag')).toHaveAttribute('content', 'sdg');
  await expect(meta('DC.ISO3166')).toHaveAttribute('content', 'IT');
  await expect(meta('policy-code')).toHaveAttribute('content', /T1/);
  await expect(meta('DC.Language')).toHaveAttribute('content', 'en');
  await page.goto('/servizi/tesserino-caccia/');
  await expect(meta('sdg-tag')).toHaveCount(0);
});

test('an alert that has ended since the page was made is taken away', async ({ page }) => {
  await page.goto('/novita/');
  const alerts = page.locator('.alert');
  const shown = await alerts.count();
  expect(shown).toBeGreaterThan(0);
  const ends = await alerts.evaluateAll((all) => all.map((alert) => alert.getAttribute('data-until') ?? ''));
  await page.clock.setFixedTime(new Date(ends.toSorted().at(-1) ?? ''));
  await page.reload();
  await expect(alerts).toHaveCount(0);
});
