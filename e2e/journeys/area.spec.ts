import { formatMoney } from '../../src/i18n/format.ts';
import portal from '../../content/portal.json' with { type: 'json' };
import { areaRead, expect, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';

const area = words('it', 'area');
const sections = [
  { path: '/area/', name: area('navigation.overview') },
  { path: '/area/notifiche/', name: area('navigation.notices') },
  { path: '/area/pagamenti/', name: area('navigation.payments') },
  { path: '/area/salute/', name: area('navigation.health') },
];

test('moving between the sections never reloads, and takes title, address and focus along', async ({ page }) => {
  await signIn(page, 'Giulia');
  await areaRead(page);
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.push(request.url());
  });
  const menu = page.getByRole('navigation', { name: area('navigation.label') });

  for (const { path, name } of [...sections.slice(1), ...sections.slice(0, 1)]) {
    await menu.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(path);
    await expect(page).toHaveTitle(`${name} · ${portal.name}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(menu.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(menu.locator('[aria-current]')).toHaveCount(1);
  }
  for (const { path } of sections.slice(1).reverse()) {
    await page.goBack();
    await expect(page).toHaveURL(path);
  }
  expect(documents).toEqual([]);
});

test('every section opens at its own address, and reading it again brings the same', async ({ page }) => {
  await signIn(page, 'Giulia');
  for (const { path, name } of sections) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await areaRead(page);
    await expect(page).toHaveTitle(`${name} · ${portal.name}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await page.reload();
    await areaRead(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  }
});

test('a payment opens at its own address, with what is needed to pay it anywhere', async ({ page }) => {
  await signIn(page, 'Giulia', '/area/pagamenti/');
  await page.getByRole('link', { name: 'TARI, seconda rata' }).click();
  await expect(page).toHaveURL(/\/area\/pagamenti\/\?id=[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TARI, seconda rata');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const ente = portal.enti.find(({ ipa }) => ipa === 'c_a859');
  await expect(page.locator('dl')).toContainText(ente?.fiscalCode ?? '?');
  await expect(page.locator('dl')).toContainText(/(?:\d{4} ){4}\d{2}/);
  await expect(page.locator('dl')).toContainText(formatMoney(12750, 'it'));
  const pay = page.getByRole('link', { name: area('payments.payOn', { amount: formatMoney(12750, 'it') }) });
  await expect(pay).toHaveAttribute('href', portal.sources.payments.payUrl);

  const address = page.url();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TARI, seconda rata');
  await page.goBack();
  await expect(page).not.toHaveURL(address);
});

test('payments are in order, apart as due and made, and their total is exact', async ({ page }) => {
  await signIn(page, 'Giulia', '/area/pagamenti/');
  await areaRead(page);
  const list = (title: string) =>
    page.locator('main section').filter({ has: page.getByRole('heading', { name: title, exact: true }) }).getByRole('listitem');
  await expect(list(area('payments.count', { count: 4 })).getByRole('link')).toHaveText([
    'Mensa scolastica, secondo bimestre',
    'TARI, seconda rata',
    'Ticket per prestazione ambulatoriale',
    'Tassa automobilistica, targa AB123CD',
  ]);
  await expect(list(area('payments.paid')).getByRole('link')).toHaveText([
    'Permesso di sosta temporaneo',
    'Mensa scolastica, primo bimestre',
    'Ticket per prestazione ambulatoriale',
    'Centro estivo, due settimane',
    'Tassa automobilistica, targa AB123CD, anno precedente',
  ]);
  await expect(page.getByText('Verbale annullato dopo il ricorso')).toHaveCount(0);
  const total = formatMoney(8600 + 12750 + 3615 + 19837, 'it');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('payments.dueTotal', { amount: total }));
});
