import type { Page } from '@playwright/test';
import { portalOrigin } from '../addresses.ts';
import { areaRead, expect, expectAccessible, signIn, test } from '../fixtures.ts';
import { words, type Locale } from '../words.ts';
import { at, locales, look } from './look.ts';

const paths = { overview: '/area/', notices: '/area/notifiche/', payments: '/area/pagamenti/', health: '/area/salute/' };

/** Opens sections one after the other, and looks at each once it has been read. */
async function lookAt(page: Page, locale: Locale, sections: readonly (keyof typeof paths)[]) {
  for (const section of sections) {
    await test.step(section, async () => {
      await page.goto(at(locale, paths[section]));
      await areaRead(page, locale);
      await look(page);
    });
  }
}

for (const locale of locales) {
  const t = words(locale, 'area');

  test.describe(`the area, ${locale}`, () => {
    test.setTimeout(90_000);

    test('ready: every section', async ({ page }) => {
      await signIn(page, 'Giulia', at(locale, paths.overview));
      await areaRead(page, locale);
      await lookAt(page, locale, ['overview', 'notices', 'payments', 'health']);
    });

    test('ready: a notice and a payment, opened, and one that is not there', async ({ page }) => {
      await signIn(page, 'Giulia', at(locale, paths.notices));
      await areaRead(page, locale);
      await page.getByRole('link', { name: 'Il voucher scuola è stato assegnato' }).click();
      await expect(page.getByText(t('notices.back'))).toBeVisible();
      await look(page);

      await page.goto(at(locale, paths.payments));
      await areaRead(page, locale);
      await page.getByRole('link', { name: 'TARI, seconda rata' }).click();
      await expect(page.getByText(t('payments.back'))).toBeVisible();
      await look(page);

      await page.goto(`${at(locale, paths.notices)}?id=no-such-notice`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('notices.notFoundTitle'));
      await look(page);
    });

    test('empty: every section', async ({ page }) => {
      await signIn(page, 'Luca', at(locale, paths.overview));
      await areaRead(page, locale);
      await lookAt(page, locale, ['overview', 'notices', 'payments']);
    });

    test('failed and partial: notices failed, one ente failed', async ({ page }) => {
      await signIn(page, 'Marco', at(locale, paths.overview));
      await areaRead(page, locale);
      await lookAt(page, locale, ['overview', 'notices', 'payments']);
    });

    test('needs you: a higher level', async ({ page }) => {
      await signIn(page, 'Elena', at(locale, paths.payments));
      await areaRead(page, locale);
      await expect(page.getByText(t('needs.level'))).toBeVisible();
      await lookAt(page, locale, ['overview', 'payments']);
    });

    test('needs you: an Italian fiscal code', async ({ page }) => {
      await signIn(page, 'Nour', at(locale, paths.overview), 'eidas');
      await areaRead(page, locale);
      await expect(page.getByText(t('needs.fiscalCode')).first()).toBeVisible();
      await lookAt(page, locale, ['overview', 'notices', 'health']);
    });

    test('the simple version, signed out and signed in, whole and with failures', async ({ page }) => {
      await page.goto(at(locale, '/semplice/'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('simple.title'));
      await look(page);
      for (const citizen of ['Giulia', 'Marco']) {
        await signIn(page, citizen, at(locale, '/semplice/'));
        await expect(page.getByText(/Ferraris|Bianchi/)).toBeVisible();
        await look(page);
      }
    });

    test('signed out', async ({ page }) => {
      for (const section of ['overview', 'payments'] as const) {
        await page.goto(at(locale, paths[section]));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signedOut.title'));
        await look(page);
      }
    });

    test('the session has ended', async ({ page, announce }) => {
      announce(/^401 .*\/read$/);
      await signIn(page, 'Giulia', at(locale, paths.notices));
      await areaRead(page, locale);
      const answer = await page.context().request.post('/auth/logout', { headers: { origin: portalOrigin }, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
      await page.getByRole('listitem').filter({ hasText: t('notices.isUnread') }).getByRole('link').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signedOut.endedTitle'));
      await look(page);
    });

    test('the portal itself does not answer', async ({ page, announce }) => {
      announce(/net::ERR_FAILED .*\/api\/v1\/session$/);
      await page.route('**/api/v1/session', (route) => route.abort());
      await page.goto(at(locale, paths.overview));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signedOut.failedTitle'));
      await look(page);
    });
  });
}

test.describe('with faults that only Piero has', () => {
  test.describe.configure({ mode: 'default', timeout: 90_000 });

  for (const locale of locales) {
    test(`failed: payments and health, ${locale}`, async ({ page, control }) => {
      await control.set('Piero', 'piemontepay', 'failing');
      await control.set('Piero', 'health', 'failing');
      await signIn(page, 'Piero', at(locale, paths.overview));
      await areaRead(page, locale);
      await lookAt(page, locale, ['overview', 'payments', 'health']);
    });

    test(`loading: every section, ${locale}`, async ({ page, control }) => {
      for (const source of ['notify', 'piemontepay', 'health']) await control.set('Piero', source, 'silent');
      await signIn(page, 'Piero', at(locale, paths.overview));
      for (const section of ['overview', 'notices', 'payments', 'health'] as const) {
        await page.goto(at(locale, paths[section]));
        await expect(page.getByRole('main').getByRole('status').first()).toHaveText(/\d/);
        await expect(page.locator('.skeleton-row').first()).toBeVisible();
        // The sources stay silent for longer than it takes to look once, not twice.
        await page.setViewportSize({ width: 320, height: 800 });
        await expectAccessible(page);
      }
    });
  }
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('what is late, soon and failed keeps its contrast in the dark theme', async ({ page }) => {
    await signIn(page, 'Giulia');
    await areaRead(page);
    await expectAccessible(page);
    await page.goto('/area/notifiche/');
    await areaRead(page);
    await expectAccessible(page);
  });

  test('a failed source keeps its contrast in the dark theme, in Arabic too', async ({ page }) => {
    await signIn(page, 'Marco', '/ar/area/');
    await areaRead(page, 'ar');
    await expectAccessible(page);
  });
});
