// The portal as files: its API and the imitated back ends run in the browser, and there is no server to ask.
import { expect, test as base, type Page } from '@playwright/test';

/** Whatever a page complains of, or asks of anybody else, fails the test. */
const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      context.on('weberror', (error) => void complaints.push(error.error().message));
      context.on('request', (request) => {
        if (new URL(request.url()).origin !== baseURL) complaints.push(`asked ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/accedi/?return_to=/area/');
  await page.getByRole('link', { name: 'SPID', exact: false }).first().click();
  await expect(page.getByText('Questa è una dimostrazione.')).toBeVisible();
  await page.getByRole('button', { name }).click();
  await page.waitForURL('/area/');
}

const notice = (page: Page, title: string) => page.getByRole('link', { name: title }).first();

test('a citizen signs in, sees what is due, comes back, and signs out', async ({ page, context }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Accedi' }).first().click();
  await page.waitForURL('/accedi/');
  await signIn(page, 'Giulia Ferraris');
  await expect(notice(page, 'Il voucher scuola è stato assegnato')).toBeVisible();
  await expect(page.getByText('Mensa scolastica, secondo bimestre').first()).toBeVisible();
  // The cookie says which demo citizen it is, and nothing about a person.
  expect((await context.cookies()).map(({ value }) => value)).toEqual(['giulia-ferraris.1']);

  await page.evaluate(() => Object.assign(window, { samePage: true }));
  await page.getByRole('navigation', { name: 'Sezioni del fascicolo' }).getByRole('link', { name: 'Pagamenti' }).click();
  await page.waitForURL('/area/pagamenti/');
  await expect(page.getByText('TARI, seconda rata').first()).toBeVisible();
  expect(await page.evaluate(() => 'samePage' in window)).toBe(true);

  await page.reload();
  await expect(page.getByText('TARI, seconda rata').first()).toBeVisible();
  await page.goto('/accedi/');
  await expect(page.locator('#already-signed-in')).toBeVisible();

  await page.goto('/area/');
  await page.getByRole('button', { name: 'Esci' }).click();
  await page.waitForURL('/');
  expect(await context.cookies()).toEqual([]);
  await page.goto('/area/');
  await expect(page.getByRole('heading', { name: 'Accedi per vedere il tuo fascicolo' })).toBeVisible();
});

test('a slow source holds nothing back', async ({ page }) => {
  await signIn(page, 'Sara Gallo');
  await expect(page.getByText('Tassa regionale per il diritto allo studio').first()).toBeVisible();
  await expect(notice(page, 'TARI: acconto')).toBeHidden();
  await expect(page.getByText('Aspettiamo ancora', { exact: false }).first()).toBeVisible();
  await expect(notice(page, 'TARI: acconto')).toBeVisible({ timeout: 15_000 });
});

test('a notice can be marked as read, and a higher level is given when it is asked', async ({ page }) => {
  await signIn(page, 'Elena Russo');
  await notice(page, 'Permesso di sosta da rinnovare').click();
  await expect(page.getByText('Il permesso scade tra un mese', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Torna agli avvisi' }).click();
  await expect(page.getByRole('heading', { name: '1 avviso da leggere' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Sezioni del fascicolo' }).getByRole('link', { name: 'Pagamenti' }).click();
  await page.getByRole('link', { name: 'Accedi con più sicurezza' }).click();
  await page.getByRole('button', { name: 'Elena Russo' }).click();
  await page.waitForURL('/area/pagamenti/');
  await expect(page.getByText('TARI, seconda rata').first()).toBeVisible();
});
