import { expect, expectAccessible, test } from '../fixtures.ts';
import { words } from '../words.ts';
import { at, locales, look } from './look.ts';

for (const locale of locales) {
  const t = words(locale, 'feedback');

  for (const rate of [2, 5] as const) {
    test(`the survey is accessible with ${rate} stars chosen: ${locale}`, async ({ page }) => {
      await page.goto(at(locale, '/privacy/'));
      await page.getByRole('radio', { name: t(`rates.${rate}`) }).check({ force: true });
      await expect(page.getByText(t(rate === 2 ? 'bad.question' : 'good.question'))).toBeVisible();
      await look(page);
    });
  }

  test(`the survey is accessible when it failed, and when it is done: ${locale}`, async ({ page, announce }) => {
    announce(/net::ERR_FAILED .*\/ratings$/);
    await page.goto(at(locale, '/privacy/'));
    await page.getByRole('radio', { name: t('rates.3') }).check({ force: true });
    await page.route('**/api/v1/ratings', (route) => route.abort());
    await page.getByRole('button', { name: t('send') }).click();
    await expect(page.getByText(t('problem.not-stored'))).toBeVisible();
    await look(page);
    await page.unrouteAll();
    await page.getByRole('button', { name: t('send') }).click();
    await expect(page.getByText(t('thanks.title'))).toBeVisible();
    await look(page);
  });

  test(`the state of the sources is accessible, its table too: ${locale}`, async ({ page }) => {
    await page.goto(at(locale, '/stato/'));
    await page.getByText(words(locale, 'status')('table.open')).click();
    await expect(page.getByRole('table')).toBeVisible();
    await look(page);
  });

  test(`the pages that follow the survey's plain form are accessible: ${locale}`, async ({ page }) => {
    await page.goto(at(locale, '/privacy/'));
    await page.getByRole('radio', { name: t('rates.1') }).check({ force: true });
    // As without a script, which axe itself could not do without.
    await page.locator('form.survey').evaluate((form: HTMLFormElement) => form.submit());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('page.kept'));
    await look(page);
    await page.getByRole('main').getByRole('button', { name: t('send') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
    await look(page);
  });
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  test('the survey and the state of the sources are accessible', async ({ page }) => {
    await page.goto('/privacy/');
    await page.getByRole('radio', { name: words('it', 'feedback')('rates.5') }).check({ force: true });
    await expectAccessible(page);
    await page.goto('/stato/');
    await expectAccessible(page);
  });
});

test.describe('in the reader’s own colours', () => {
  test.use({ forcedColors: 'active' });
  test('the stars chosen are told from the others', async ({ page }) => {
    await page.goto('/privacy/');
    await page.getByRole('radio', { name: words('it', 'feedback')('rates.2') }).check({ force: true });
    const shown = await page.locator('.rating-star').evaluateAll((labels) => labels.map((label) => getComputedStyle(label, '::before').content.slice(0, 3)));
    expect(shown.map((content) => content.includes('★'))).toEqual([true, true, false, false, false]);
  });
});
