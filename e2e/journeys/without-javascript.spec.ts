import { formatMoney } from '../../src/i18n/format.ts';
import portal from '../../content/portal.json' with { type: 'json' };
import { chooseCitizen, expect, test } from '../fixtures.ts';
import { words } from '../words.ts';

test.use({ javaScriptEnabled: false });

const t = words('it', 'site');
const area = words('it', 'area');

test('without JavaScript one gets from the home page to a sheet, by links and by the search form', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'));
  await page.getByRole('main').locator('a[href="/servizi/"]').click();
  await expect(page).toHaveURL('/servizi/');

  // The words need a script; links narrow the list, and lead through its pages.
  await expect(page.getByRole('searchbox', { name: t('services.filterLabel') })).toBeHidden();
  await page.getByRole('link', { name: /^Mobilità/ }).click();
  await expect(page).toHaveURL('/servizi/argomento/mobilita/');
  await expect(page.locator('[aria-current="true"]').filter({ hasText: 'Mobilità' })).toBeVisible();
  await page.locator('[data-element="service-link"]').first().click();
  await expect(page).toHaveURL(/\/servizi\/[\w-]+\/$/);
  await expect(page.getByRole('heading', { level: 2, name: t('sheet.howTo') })).toBeVisible();

  const index = page.locator('details.page-index');
  await page.setViewportSize({ width: 360, height: 640 });
  await index.locator('summary').click();
  await index.getByRole('link', { name: t('sheet.contacts') }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 2, name: t('sheet.contacts') })).toBeInViewport();
});

test('without JavaScript the language menu opens', async ({ page }) => {
  await page.goto('/servizi/');
  await page.getByRole('banner').locator('.it-header-slim-right-zone summary').click();
  await page.getByRole('banner').getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL('/de/servizi/');
});

test('without JavaScript the area leads to its simple version, where one signs in and reads what is due', async ({ page }) => {
  await page.goto('/area/');
  const notice = page.locator('noscript').getByRole('paragraph');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText(area('noScript'));
  await notice.getByRole('link', { name: area('simple.open') }).click();
  await expect(page).toHaveURL('/semplice/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('simple.title'));
  await page.getByRole('link', { name: area('simple.signInWith', { name: 'SPID' }) }).click();
  await chooseCitizen(page, 'Giulia');

  await expect(page).toHaveURL('/semplice/');
  await expect(page.getByText(area('account.signedInAs', { name: 'Giulia Ferraris' }))).toBeVisible();
  const due = page.locator('section').filter({ has: page.getByRole('heading', { name: area('payments.count', { count: 4 }) }) });
  await expect(due.getByRole('listitem').first()).toContainText('Mensa scolastica, secondo bimestre');
  await expect(due.getByRole('listitem').first()).toContainText(formatMoney(8600, 'it'));
  await expect(due.getByRole('listitem').first()).toContainText(/\d{18}/);
  const voucher = page.locator('details').filter({ hasText: 'Il voucher scuola è stato assegnato' });
  await voucher.locator('summary').click();
  await expect(voucher).toContainText('La tua domanda è stata accolta');
});

test('the simple version names a source that failed, and never takes it for nothing', async ({ page }) => {
  await page.goto('/auth/login?provider=cie&return_to=/semplice/');
  await chooseCitizen(page, 'Marco');
  await expect(page.getByText(area('source.unavailable', { name: portal.sources.notices.name }))).toBeVisible();
  await expect(page.getByText(area('source.unavailable', { name: 'Comune di Cuneo' }))).toBeVisible();
  await expect(page.getByText('Tassa automobilistica, targa EF456GH')).toBeVisible();
  await expect(page.getByText(area('notices.empty'))).toHaveCount(0);
});

for (const path of ['/argomenti/salute/', '/eventi-della-vita/nasce-un-figlio/', '/novita/', '/enti/r_piemon/', '/documenti/', '/consultazioni/', '/domande-frequenti/', '/paga/', '/statistiche/', '/cerca/', '/mappa/', '/sviluppatori/', '/privacy/', '/accessibilita/', '/accedi/', '/ar/', '/ar/servizi/bollo-auto/', '/en/accedi/']) {
  test(`without JavaScript ${path} is whole`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(((await page.getByRole('main').innerText()) || '').length).toBeGreaterThan(300);
    await expect(page.getByRole('banner').getByRole('link').first()).toBeVisible();
    await expect(page.getByRole('contentinfo').getByRole('link').first()).toBeVisible();
  });
}

test('without JavaScript an unknown address still helps', async ({ page, announce }) => {
  announce(/^404 /);
  const response = await page.goto('/non-esiste/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('notFound.title'));
});
