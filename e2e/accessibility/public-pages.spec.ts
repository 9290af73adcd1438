import { expect, expectAccessible, test } from '../fixtures.ts';
import { words } from '../words.ts';
import { at, locales, look, publicPages } from './look.ts';

for (const locale of locales) {
  for (const path of publicPages) {
    test(`${at(locale, path)} is accessible on a phone and on a desk`, async ({ page }) => {
      await page.goto(at(locale, path));
      await look(page);
    });
  }

  test(`the “not found” page is accessible: ${locale}`, async ({ page, announce }) => {
    announce(/^404 /);
    await page.goto(at(locale, '/non-esiste/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(locale, 'site')('notFound.title'));
    await look(page);
  });

  test(`the pages of a sign-in that went wrong are accessible: ${locale}`, async ({ page, announce }) => {
    announce(/^400 /);
    await page.goto(`/auth/login?provider=no&return_to=${at(locale, '/area/')}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(locale, 'access')('problem.fornitore.title'));
    await look(page);
  });

  test(`the language menu is accessible when it is open: ${locale}`, async ({ page }) => {
    await page.goto(at(locale, '/'));
    await page.getByRole('banner').locator('.it-header-slim-right-zone summary').click();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Deutsch' })).toBeVisible();
    // It lies over the page for as long as the reader wants it: what is beneath has been looked at by itself.
    await look(page, '.it-header-slim-right-zone');
  });
}

test('a sheet whose translation is out of date is accessible', async ({ page }) => {
  await page.goto('/en/servizi/raccolta-funghi/');
  await look(page);
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  for (const path of ['/', '/servizi/', '/servizi/bollo-auto/', '/accedi/', '/ar/']) {
    test(`${path} is accessible in the dark theme`, async ({ page }) => {
      await page.goto(path);
      const [red = 255] = await page.evaluate(() => (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number));
      expect(red).toBeLessThan(60);
      await expectAccessible(page);
    });
  }
});
