import { formatMoney } from '../../src/i18n/format.ts';
import { portalOrigin } from '../addresses.ts';
import { areaRead, block, chooseCitizen, expect, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';

const site = words('it', 'site');
const access = words('it', 'access');
const area = words('it', 'area');

test('a citizen signs in from the home page and sees what is due, in order, with its amount', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: site('header.signIn'), exact: true }).click();
  await page.getByRole('link', { name: access('with', { name: 'SPID' }) }).click();
  await chooseCitizen(page, 'Giulia');

  await expect(page).toHaveURL('/area/');
  await expect(page.getByText(area('account.signedInAs', { name: 'Giulia Ferraris' }))).toBeVisible();
  await areaRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todo', { count: 6 }));

  await page.getByRole('button', { name: area('overview.more', { count: 3 }) }).click();
  const tasks = page.getByRole('heading', { level: 1 }).locator('..').getByRole('listitem');
  const seen = [
    ['Mensa scolastica, secondo bimestre', 8600, 'Comune di Biella', 'scaduto'],
    ['TARI, seconda rata', 12750, 'Comune di Biella', 'lunedì 30 novembre (tra 7 giorni)'],
    ['Esenzione in scadenza', null, 'ASL BI', 'lunedì 30 novembre (tra 7 giorni)'],
    ['Ticket per prestazione ambulatoriale', 3615, 'ASL BI', 'sabato 5 dicembre (tra 12 giorni)'],
    ['Tassa automobilistica, targa AB123CD', 19837, 'Regione Piemonte', 'domenica 13 dicembre (tra 20 giorni)'],
    ['Bollo auto in scadenza', null, 'Regione Piemonte - Bollo auto', 'domenica 13 dicembre (tra 20 giorni)'],
  ] as const;
  await expect(tasks).toHaveCount(seen.length);
  for (const [index, [title, cents, from, when]] of seen.entries()) {
    const task = tasks.nth(index);
    await expect(task.getByRole('link')).toHaveText(title);
    await expect(task).toContainText(from);
    await expect(task).toContainText(when);
    if (cents !== null) await expect(task).toContainText(formatMoney(cents, 'it'));
  }
  const total = 8600 + 12750 + 3615 + 19837;
  await expect(block(page, area('payments.dueTotal', { amount: formatMoney(total, 'it') }))).toBeVisible();
});

test('who asked for a page before signing in comes to that page, in that language', async ({ page }) => {
  await page.goto('/ar/area/pagamenti/');
  const t = words('ar', 'area');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signedOut.title'));
  await page.getByRole('link', { name: t('signedOut.action'), exact: true }).click();

  await expect(page).toHaveURL('/ar/accedi/?return_to=%2Far%2Farea%2Fpagamenti%2F');
  await page.getByRole('link', { name: words('ar', 'access')('with', { name: 'SPID' }) }).click();
  await chooseCitizen(page, 'Giulia');
  await expect(page).toHaveURL('/ar/area/pagamenti/');
  await expect(page.getByRole('heading', { level: 2, name: t('payments.count', { count: 4 }) })).toBeVisible();
});

test('who is signed in already is told so on the sign-in page', async ({ page }) => {
  await signIn(page, 'Luca');
  await areaRead(page);
  await page.goto('/accedi/');
  await expect(page.getByText(access('already'))).toBeVisible();
  await page.getByRole('link', { name: access('goToArea') }).click();
  await expect(page).toHaveURL('/area/');
});

test('a citizen at level 1 steps up to level 2, comes back to the same place and sees the payments', async ({ page }) => {
  await signIn(page, 'Elena', '/area/pagamenti/');
  await expect(page.getByText(area('needs.level'))).toBeVisible();
  await page.getByRole('link', { name: area('needs.levelAction') }).click();
  await chooseCitizen(page, 'Elena');

  await expect(page).toHaveURL('/area/pagamenti/');
  await expect(page.getByText(area('needs.level'))).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'TARI, seconda rata' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(formatMoney(11290, 'it'));
});

test('below level 2 the overview shows the rest, and never says that nothing is due', async ({ page }) => {
  await signIn(page, 'Elena');
  await areaRead(page);
  await expect(block(page, area('payments.loading')).getByText(area('needs.level'))).toBeVisible();
  await expect(page.getByRole('link', { name: 'Permesso di sosta da rinnovare' })).toBeVisible();
  await expect(page.getByText(area('payments.nothingDue'))).toHaveCount(0);
  await expect(page.getByText(area('overview.todoNone'))).toHaveCount(0);
});

test('a session that has ended is said, and signing in again leads back to the same place', async ({
  page,
  context,
  playwright,
  announce,
}) => {
  await signIn(page, 'Giulia', '/area/notifiche/');
  await areaRead(page);

  // Somewhere else, with the same session: the person has signed out.
  const elsewhere = await playwright.request.newContext({
    baseURL: portalOrigin,
    storageState: await context.storageState(),
    extraHTTPHeaders: { origin: portalOrigin },
  });
  expect((await elsewhere.post('/auth/logout', { maxRedirects: 0 })).status()).toBe(303);
  await elsewhere.dispose();

  // An unread notice is marked as read when it is opened: the server says that nobody is signed in.
  announce(/^401 .*\/api\/v1\/notices\/[\w-]+\/read$/);
  await page.getByRole('link', { name: 'TARI: seconda rata' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('signedOut.endedTitle'));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('TARI: seconda rata')).toHaveCount(0);
  await expect(page.getByText('Giulia Ferraris')).toHaveCount(0);

  const place = new URL(page.url());
  await page.getByRole('link', { name: area('signedOut.action'), exact: true }).click();
  await page.getByRole('link', { name: access('with', { name: 'SPID' }) }).click();
  await chooseCitizen(page, 'Giulia');
  await expect(page).toHaveURL(place.href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TARI: seconda rata');
});

test('signing out ends the session and leaves nothing of the person in the page', async ({ page, context }) => {
  await signIn(page, 'Giulia');
  await areaRead(page);
  const before = (await context.cookies()).find(({ name }) => name.endsWith('fdc_session'));
  expect(before).toBeDefined();

  await page.getByRole('button', { name: area('account.signOut') }).click();
  await expect(page).toHaveURL('/');
  expect((await context.cookies(portalOrigin)).filter(({ name }) => name.endsWith('fdc_session'))).toEqual([]);

  await page.goto('/area/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('signedOut.title'));
  for (const personal of ['Giulia', 'Ferraris', 'Mensa', '127,50']) await expect(page.locator('body')).not.toContainText(personal);

  // The cookie of before opens nothing any more.
  const value = before?.value ?? '';
  const answer = await context.request.get('/api/v1/session', { headers: { cookie: `fdc_session=${value}` } });
  expect(await answer.json()).toEqual({ signedIn: false });
});

test('going back after signing out shows nothing of the person', async ({ page }) => {
  await signIn(page, 'Giulia', '/area/pagamenti/');
  await areaRead(page);
  await page.getByRole('button', { name: area('account.signOut') }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/area/pagamenti/');
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('signedOut.title'));
  await expect(page.locator('body')).not.toContainText('Ferraris');
});

test('nothing personal is kept in the browser’s storage, and no token reaches the page', async ({ page, context }) => {
  await signIn(page, 'Giulia');
  await areaRead(page);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookies: '' });
  for (const cookie of await context.cookies(portalOrigin)) {
    if (!cookie.name.includes('fdc_')) continue;
    expect(cookie, cookie.name).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookie.value).toMatch(/^[\w-]{43}$/);
  }
});
