import type { Page } from '@playwright/test';
import portal from '../../content/portal.json' with { type: 'json' };
import { portalOrigin } from '../addresses.ts';
import { expect, test } from '../fixtures.ts';
import { words, type Locale } from '../words.ts';

const t = words('it', 'feedback');
const path = '/servizi/bollo-auto/';
const stars = (page: Page, count: 1 | 2 | 3 | 4 | 5, locale: Locale = 'it') => page.getByRole('radio', { name: words(locale, 'feedback')(`rates.${count}`) });
const survey = (page: Page) => page.locator('[data-element="feedback"]');

test('the survey asks in the words and with the names of the national model', async ({ page }) => {
  const text = (name: string, within = survey(page)) => within.locator(`[data-element="${name}"]`);
  await page.goto(path);
  await expect(survey(page)).toHaveCount(1);
  await expect(text('feedback-title')).toHaveText('Quanto sono chiare le informazioni su questa pagina?');
  const bad = text('feedback-rating-negative');
  const good = text('feedback-rating-positive');
  await expect(text('feedback-input-text')).toHaveAttribute('maxlength', '200');
  for (let rate = 1; rate <= 5; rate += 1) {
    await text(`feedback-rate-${rate}`).click();
    await expect(bad).toBeVisible({ visible: rate <= 3 });
    await expect(good).toBeVisible({ visible: rate > 3 });
    await expect(text('feedback-input-text')).toBeVisible();
  }
  await expect(text('feedback-rating-question', bad)).toHaveText('Dove hai incontrato le maggiori difficoltà?');
  await expect(text('feedback-rating-question', good)).toHaveText('Quali sono stati gli aspetti che hai preferito?');
  await expect(text('feedback-rating-answer', bad)).toHaveText([
    'A volte le indicazioni non erano chiare',
    'A volte le indicazioni non erano complete',
    'A volte non capivo se stavo procedendo correttamente',
    'Ho avuto problemi tecnici',
    'Altro',
  ]);
  await expect(text('feedback-rating-answer', good)).toHaveText([
    'Le indicazioni erano chiare',
    'Le indicazioni erano complete',
    'Capivo sempre che stavo procedendo correttamente',
    'Non ho avuto problemi tecnici',
    'Altro',
  ]);
});

test('with a script the survey is sent in place, and what was chosen before a change of mind is not', async ({ page, context }) => {
  await page.goto(path);
  await stars(page, 4).check({ force: true });
  await page.getByRole('checkbox', { name: t('good.clear') }).check();
  await stars(page, 2).check({ force: true });
  await page.getByRole('checkbox', { name: t('bad.incomplete') }).check();
  await page.getByRole('textbox', { name: t('text.label') }).fill('Mancano gli orari');
  const sent = page.waitForRequest('**/api/v1/ratings');
  await page.getByRole('button', { name: t('send') }).click();
  expect((await sent).postDataJSON()).toEqual({
    path,
    locale: 'it',
    rating: 2,
    reasons: ['incomplete'],
    text: 'Mancano gli orari',
    website: '',
  });
  await expect(survey(page).getByText(t('thanks.title'))).toBeVisible();
  await expect(page.locator('.survey-thanks')).toBeFocused();
  await expect(page.getByRole('button', { name: t('send') })).toBeHidden();
  await expect(page).toHaveURL(path);
  expect(await context.cookies(portalOrigin)).toEqual([]);
});

test('the survey is done with the keyboard alone, in the language of the page', async ({ page }) => {
  const english = words('en', 'feedback');
  await page.goto('/en/');
  await stars(page, 1, 'en').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(stars(page, 2, 'en')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: english('bad.unclear') })).toBeFocused();
  await page.keyboard.press('Space');
  const sent = page.waitForRequest('**/api/v1/ratings');
  await page.getByRole('button', { name: english('send') }).press('Enter');
  expect((await sent).postDataJSON()).toMatchObject({ path: '/', locale: 'en', rating: 2, reasons: ['unclear'] });
  await expect(survey(page).getByText(english('thanks.title'))).toBeVisible();
});

test('without stars nothing is sent', async ({ page }) => {
  let sent = 0;
  page.on('request', (request) => (sent += request.url().endsWith('/ratings') ? 1 : 0));
  await page.goto(path);
  await page.getByRole('button', { name: t('send') }).click();
  await expect(page.getByText(t('thanks.title'))).toBeHidden();
  expect(sent).toBe(0);
});

test('a rating that does not arrive is said, keeps what was typed, and can be sent again', async ({ page, announce }) => {
  announce(/net::ERR_FAILED .*\/ratings$/, /^429 .*\/ratings$/);
  await page.goto(path);
  await stars(page, 5).check({ force: true });
  const text = page.getByRole('textbox', { name: t('text.label') });
  await text.fill('Tutto chiaro');
  const send = page.getByRole('button', { name: t('send') });

  await page.route('**/api/v1/ratings', (route) => route.abort());
  await send.click();
  await expect(survey(page).getByRole('alert')).toHaveText(t('problem.not-stored'));
  await expect(text).toHaveValue('Tutto chiaro');

  await page.route('**/api/v1/ratings', (route) => route.fulfill({ status: 429, json: {} }));
  await send.click();
  await expect(survey(page).getByRole('alert')).toHaveText(t('problem.too-many'));

  await page.unrouteAll();
  await send.click();
  await expect(page.getByText(t('thanks.title'))).toBeVisible();
});

test('a rating from another site is refused', async ({ request }) => {
  const form = { path, rating: '1' };
  const headers = { origin: 'https://example.org' };
  expect((await request.post('/valutazione/', { form, headers, maxRedirects: 0 })).status()).toBe(403);
  expect((await request.post('/api/v1/ratings', { data: { path, locale: 'it', rating: 1 }, headers })).status()).toBe(403);
});

test('the page of the survey explains itself to who comes by chance, in a language that the portal has', async ({ page, request }) => {
  await page.goto('/valutazione/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('page.title'));
  await page.goto('/ar/valutazione/?path=//example.org/&voto=x');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('ar', 'feedback')('page.title'));
  expect((await request.get('/xx/valutazione/')).status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('stars, reasons and words go together, and one comes back to the page', async ({ page, context }) => {
    await page.goto(path);
    await stars(page, 3).check({ force: true });
    await page.getByRole('checkbox', { name: t('bad.technical') }).check();
    await page.getByRole('textbox', { name: t('text.label') }).fill(`<script>alert(1)</script> '); DROP TABLE rating; --`);
    await page.getByRole('button', { name: t('send') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
    expect(new URL(page.url()).pathname).toBe('/valutazione/');
    await page.getByRole('link', { name: t('page.back') }).click();
    await expect(page).toHaveURL(path);
    expect(await context.cookies(portalOrigin)).toEqual([]);
  });

  test('stars alone are kept, and the page that follows asks for the rest', async ({ page }) => {
    await page.goto('/ar/servizi/');
    const arabic = words('ar', 'feedback');
    await stars(page, 4, 'ar').check({ force: true });
    await page.getByRole('button', { name: arabic('send') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(arabic('page.kept'));
    await expect(page.getByRole('main').getByText(arabic('good.question'))).toBeVisible();
    await expect(page.getByRole('main').getByText(arabic('bad.question'))).toHaveCount(0);
    await page.reload();
    await page.getByRole('main').getByRole('checkbox', { name: arabic('good.sure') }).check();
    await page.getByRole('main').getByRole('button', { name: arabic('send') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(arabic('thanks.title'));
    await page.getByRole('link', { name: arabic('page.back') }).click();
    await expect(page).toHaveURL('/ar/servizi/');
  });

  test('the state of the sources is read, with its table', async ({ page }) => {
    const status = words('it', 'status');
    const { notices, payments, health } = portal.sources;
    await expect(async () => {
      await page.goto('/stato/');
      await expect(page.getByText(status('summary.works'))).toBeVisible({ timeout: 100 });
    }).toPass();
    for (const { name } of [notices, payments, health]) await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /SPID/ })).toBeVisible();
    await expect(page.getByText(status('state.works'), { exact: true })).toHaveCount(4);
    await expect(page.getByRole('img', { name: /90/ })).toHaveCount(4);
    await page.getByText(status('table.open')).click();
    await expect(page.getByRole('row')).toHaveCount(91);
    // The portal began to be watched today.
    await expect(page.getByRole('cell', { name: '100%' })).toHaveCount(4);
    await expect(page.getByRole('cell', { name: status('table.unknown') })).toHaveCount(4 * 89);
  });
});
