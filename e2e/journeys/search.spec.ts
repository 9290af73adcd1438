import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { words, type Locale } from '../words.ts';

const t = words('it', 'search');
const field = (page: Page, locale: Locale = 'it') => page.getByRole('main').getByRole('combobox', { name: words(locale, 'search')('field.labelWithExample') });
const suggestions = (page: Page, locale: Locale = 'it') => page.getByRole('listbox', { name: words(locale, 'search')('suggestions.label') });
const results = (page: Page) => page.locator('.search-results > li');
const status = (page: Page) => page.locator('#search-results').getByRole('status');
/** Waits until something was found, and the number is said in the plural that is its own. */
async function found(page: Page, query: string, locale: Locale = 'it'): Promise<void> {
  await expect(results(page)).not.toHaveCount(0);
  await expect(status(page)).toContainText(query);
  const [count = ''] = /\d+/.exec((await status(page).textContent()) ?? '') ?? [];
  await expect(status(page)).toHaveText(words(locale, 'search')('results.found', { count: Number(count || '1'), query }));
}

test.describe('suggestions', () => {
  test('come while one types, by kind, and the keyboard chooses one', async ({ page }) => {
    await page.goto('/');
    await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
    await field(page).pressSequentially('bol');
    await expect(suggestions(page).getByRole('group', { name: t('suggestions.services') })).toBeVisible();
    await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('main').getByRole('search').getByRole('status')).toHaveText(/^\d+ suggeriment/);
    const first = suggestions(page).getByRole('option').first();
    await expect(first).toHaveText(/bollo/i);

    await page.keyboard.press('ArrowDown');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(field(page)).toHaveAttribute('aria-activedescendant', await first.getAttribute('id') ?? '');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    const last = suggestions(page).getByRole('option').last();
    await expect(last).toHaveText(t('suggestions.everywhere', { query: 'bol' }));
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('End');
    await expect(last).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/servizi/bollo-auto/');
  });

  test('go with Escape, which a second time empties the field', async ({ page }) => {
    await page.goto('/');
    await field(page).pressSequentially('medico');
    await expect(suggestions(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(suggestions(page)).toBeHidden();
    await expect(field(page)).toHaveValue('medico');
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveValue('');
  });

  test('forgive typing errors and accents, know everyday words, and are chosen with the mouse', async ({ page }) => {
    await page.goto('/');
    for (const [query, title] of [['mdico', /medico/i], ['DISABILITA', /disabilità/i], ['mutua', /tessera sanitaria|medico/i], ['biella', /Comune di Biella/]] as const) {
      await field(page).fill(query);
      await expect(suggestions(page).getByRole('option', { name: title }).first()).toBeVisible();
    }
    await suggestions(page).getByRole('option', { name: 'Comune di Biella' }).click();
    await expect(page).toHaveURL('/enti/c_a859/');
  });

  test('are in the header of the other pages, and lie over the page', async ({ page }) => {
    await page.goto('/servizi/bollo-auto/');
    const header = page.getByRole('banner').getByRole('combobox', { name: t('field.label') });
    await header.pressSequentially('casa');
    await expect(suggestions(page).getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'header');
    await page.getByRole('heading', { level: 1 }).click();
    await expect(suggestions(page)).toBeHidden();
  });

  test('take strange words as words', async ({ page }) => {
    await page.goto('/');
    for (const query of ['<img src=x onerror=alert(1)>', '((((', '__proto__', 'x'.repeat(5_000)]) {
      await field(page).fill(query);
      await expect(suggestions(page).getByRole('option').last()).toBeVisible();
      await expect(page.locator('main img[src="x"]')).toHaveCount(0);
    }
  });

  test('may fail to come: one can still search', async ({ page, announce }) => {
    announce(/suggerimenti/, /ERR_FAILED/);
    await page.route('**/suggerimenti/*', (route) => route.abort());
    await page.goto('/');
    await field(page).fill('bollo');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/cerca/#q=bollo');
    await found(page, 'bollo');
  });
});

test.describe('results', () => {
  test('come from the fragment of the address: the words never leave the browser', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/');
    await field(page).fill('bollo');
    await page.getByRole('main').getByRole('button', { name: t('field.button') }).click();
    await expect(page).toHaveURL('/cerca/#q=bollo');
    await found(page, 'bollo');
    await expect(results(page).first().getByRole('link')).toHaveAttribute('href', '/servizi/bollo-auto/');
    await expect(results(page).first().locator('mark').first()).toHaveText(/bollo/i);
    await expect(results(page).first()).toContainText(t('kind.service'));
    await expect(field(page)).toHaveValue('bollo');
    await expect(page).toHaveTitle(t('results.title', { query: 'bollo' }));
    expect(asked.filter((url) => url.split('#')[0]?.includes('bollo'))).toEqual([]);
    await expectAccessible(page);
  });

  test('take the query of a form, and take it out of what servers see', async ({ page }) => {
    await page.goto('/cerca/?q=bollo&utm_source=x');
    await found(page, 'bollo');
    await expect(page).toHaveURL('/cerca/#q=bollo');
  });

  test('correct a typing error, say so, and search for what was written when asked', async ({ page }) => {
    await page.goto('/cerca/#q=medcio');
    const exactly = page.getByRole('link', { name: t('results.exactly', { query: 'medcio' }) });
    await expect(exactly).toBeVisible();
    await found(page, 'medico');
    await expect(results(page).first()).toContainText(/medico/i);
    await expectAccessible(page);
    await exactly.click();
    await expect(page).toHaveURL('/cerca/#q=medcio&esatto=1');
    await expect(status(page)).toContainText('medcio');
    await expect(exactly).toBeHidden();
  });

  test('know everyday words and endings', async ({ page }) => {
    for (const [query, path] of [['mutua', '/servizi/tessera-sanitaria/'], ['vaccino', '/servizi/vaccinazioni/'], ['come si paga il bollo', '/servizi/bollo-auto/']] as const) {
      await page.goto(`/cerca/#${new URLSearchParams({ q: query })}`);
      await found(page, query);
      await expect(results(page).getByRole('link').first()).toHaveAttribute('href', path);
    }
  });

  test('are narrowed and put in order; the address says it, and going back undoes it', async ({ page }) => {
    await page.goto('/cerca/#q=salute');
    await found(page, 'salute');
    const before = await status(page).textContent();
    await page.getByText(t('facets.title')).click();
    const kind = page.getByRole('combobox', { name: t('facets.kind'), exact: true });
    await expect(kind.getByRole('option')).not.toHaveCount(1);
    await expectAccessible(page);
    await kind.selectOption('news');
    await expect(page).toHaveURL('/cerca/#q=salute&tipo=news');
    await expect(status(page)).not.toHaveText(before ?? '');
    for (const result of await results(page).all()) await expect(result).toContainText(t('kind.news'));

    await page.getByRole('combobox', { name: t('facets.order') }).selectOption('date');
    await expect(page).toHaveURL('/cerca/#q=salute&tipo=news&ordine=data');
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL('/cerca/#q=salute');
    await expect(status(page)).toHaveText(before ?? '');
    await expect(kind).toHaveValue('');
  });

  test('open narrowed from a shared address, and offer the way out when nothing is left', async ({ page }) => {
    await page.goto('/cerca/#q=bollo&tipo=consultation');
    await expect(status(page)).toHaveText(t('results.found', { count: 0, query: 'bollo' }));
    await page.getByRole('link', { name: t('results.withoutFilters') }).click();
    await expect(page).toHaveURL('/cerca/#q=bollo');
    await found(page, 'bollo');
  });

  test('show more when asked, and the focus goes on', async ({ page }) => {
    await page.goto('/cerca/#q=medico');
    await expect(results(page)).toHaveCount(5);
    await page.locator('[data-element="load-other-cards"]').click();
    await expect(results(page)).toHaveCount(15);
    await expect(results(page).nth(5).getByRole('link')).toBeFocused();
  });

  test('are none for nonsense: the page says how to go on', async ({ page }) => {
    await page.goto('/cerca/#q=qzxwvk');
    await expect(status(page)).toHaveText(t('results.found', { count: 0, query: 'qzxwvk' }));
    await expect(page.getByRole('heading', { name: t('page.nothing') })).toBeVisible();
    await expect(page.getByRole('link', { name: t('page.askUs') })).toHaveAttribute('href', '/assistenza/');
    await expectAccessible(page);
  });

  test('take hostile and huge queries as words', async ({ page }) => {
    for (const query of ['<img src=x onerror=alert(1)>', '"; DROP TABLE', '%00%ff', 'bollo '.repeat(20_000), '\u202e\u0000']) {
      await page.goto('about:blank');
      await page.goto(`/cerca/#${new URLSearchParams({ q: query })}`);
      await expect(status(page)).not.toHaveText(t('results.searching'));
      await expect(page.locator('main img')).toHaveCount(0);
      expect(((await field(page).inputValue()).length)).toBeLessThanOrEqual(100);
    }
  });

  test('say when a part of the index can not be fetched, and come when it is tried again', async ({ page, announce }) => {
    announce(/pagefind/i, /ERR_FAILED/);
    await page.context().route('**/pagefind/index/*', (route) => route.abort());
    await page.goto('/cerca/#q=bollo');
    const alert = page.locator('#search-results').getByRole('alert');
    await expect(alert).toContainText(t('page.failed'));
    await expect(status(page)).toBeEmpty();
    await expectAccessible(page);
    await page.context().unroute('**/pagefind/index/*');
    await alert.getByRole('button', { name: t('page.retry') }).click();
    await found(page, 'bollo');
    await expect(alert).toBeHidden();
  });

  test('are in the reader’s language, from right to left too', async ({ page }) => {
    await page.goto('/ar/');
    await field(page, 'ar').pressSequentially('الطبيب');
    await expect(suggestions(page, 'ar').getByRole('option').first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ar\/cerca\/#q=/);
    await found(page, 'الطبيب', 'ar');
    await expect(results(page).getByRole('link').first()).toHaveAttribute('href', /^\/ar\//);
    await expectAccessible(page);
    await page.goto('/en/cerca/#q=car+tax');
    await found(page, 'car tax', 'en');
    await expect(results(page).getByRole('link').first()).toHaveAttribute('href', '/en/servizi/bollo-auto/');
  });

  test('hold no personal page and no page that is not found', async ({ page }) => {
    for (const query of ['fascicolo', 'avvisi', 'pagina']) {
      await page.goto(`/cerca/#q=${query}`);
      await found(page, query);
      const hrefs = await results(page).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(hrefs.filter((href) => /\/(area|semplice|404)/.test(href))).toEqual([]);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form leads to a page that leads on', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: t('field.labelWithExample') }).fill('bollo');
    await page.getByRole('main').getByRole('button', { name: t('field.button') }).click();
    await expect(page).toHaveURL('/cerca/?q=bollo');
    await expect(page.locator('main noscript').getByRole('paragraph')).toHaveText(t('page.needsScript'));
    await expect(page.getByRole('link', { name: t('ways.services') })).toHaveAttribute('href', '/servizi/');
    await expect(page.getByRole('heading', { name: t('ways.lifeEvents') })).toBeVisible();
  });
});
