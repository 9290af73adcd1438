import type { Page } from '@playwright/test';
import { portalOrigin } from '../addresses.ts';
import { chooseCitizen, expect, signIn, test } from '../fixtures.ts';
import { words, type Locale } from '../words.ts';

type Problem = 'annullato' | 'scaduto' | 'livello' | 'fornitore' | 'non-disponibile';

/** The page says what happened in the reader's language, leads on, and is still the portal's. */
async function expectProblem(page: Page, problem: Problem, locale: Locale = 'it') {
  const t = words(locale, 'access');
  expect(new URL(page.url()).origin).toBe(portalOrigin);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`problem.${problem}.title`));
  await expect(page.getByText(t(`problem.${problem}.text`), { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: t('problem.again') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
}

test('an unknown way in gets a clear page and goes nowhere else', async ({ page, announce }) => {
  announce(/^400 .*\/auth\/login/);
  for (const query of ['provider=facebook', 'provider=', '']) {
    const response = await page.goto(`/auth/login?${query}`);
    expect(response?.status()).toBe(400);
    await expectProblem(page, 'fornitore');
  }
  const response = await page.goto('/auth/login?provider=facebook&return_to=/ar/area/salute/');
  expect(response?.status()).toBe(400);
  await expectProblem(page, 'fornitore', 'ar');
});

for (const hostile of ['https://example.org/', '//example.org/', '/\\example.org', 'javascript:alert(1)', '/area/../../auth/logout']) {
  test(`after signing in with return_to=${hostile} the citizen comes to the area`, async ({ page }) => {
    await page.goto(`/auth/login?${new URLSearchParams({ provider: 'spid', return_to: hostile })}`);
    await chooseCitizen(page, 'Luca');
    await expect(page).toHaveURL(`${portalOrigin}/area/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('the sign-in page passes on no hostile place to return to', async ({ page }) => {
  await page.goto('/accedi/?return_to=https%3A%2F%2Fexample.org%2F');
  const links = page.locator('a[href*="/auth/login"]');
  await expect(links).toHaveCount(4);
  for (const link of await links.all()) expect(await link.getAttribute('href')).not.toContain('example.org');
});

test('an answer with no state, a false one or one used before opens nothing', async ({ page, context, announce }) => {
  announce(/^400 .*\/auth\/callback/);
  for (const query of ['', '?code=abc', '?code=abc&state=never-given', '?error=access_denied']) {
    const response = await page.goto(`/auth/callback${query}`);
    expect(response?.status(), query).toBe(400);
    await expectProblem(page, 'scaduto');
  }

  const answers: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/auth/callback?code=')) answers.push(request.url());
  });
  await signIn(page, 'Luca');
  const [used] = answers;
  expect(used).toBeDefined();
  const response = await page.goto(used ?? '/');
  expect(response?.status()).toBe(400);
  await expectProblem(page, 'scaduto');
});

test('a browser that did not begin the sign-in cannot end it', async ({ page, context, announce }) => {
  announce(/^400 .*\/auth\/callback/);
  await page.goto('/auth/login?provider=spid');
  await context.clearCookies({ name: 'fdc_sign_in' });
  await chooseCitizen(page, 'Luca');
  await expectProblem(page, 'scaduto');
  const answer = await context.request.get('/api/v1/session');
  expect(await answer.json()).toEqual({ signedIn: false });
});

test('who cancels is told that nothing was received, and can try again', async ({ page }) => {
  await page.goto('/auth/login?provider=spid&return_to=/area/salute/');
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.waitForURL(/\/auth\/callback/);
  await expectProblem(page, 'annullato');
  await page.getByRole('link', { name: words('it', 'access')('problem.again') }).click();
  await expect(page).toHaveURL('/accedi/?return_to=%2Farea%2Fsalute%2F');
});
