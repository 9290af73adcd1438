import { chooseCitizen, expect, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';

const t = words('it', 'area');

test('a page opened by one person never shows the data of who signs in after them in another tab', async ({ page, announce }) => {
  announce(/^401 .*\/api\/v1\/(notices|payments)\?/);
  await signIn(page, 'Marco', '/area/');
  await expect(page.getByText(t('source.unavailable', { name: 'Comune di Cuneo' })).first()).toBeVisible();

  const second = await page.context().newPage();
  await second.goto('/auth/login?provider=spid&return_to=/area/');
  await chooseCitizen(second, 'Giulia');
  await expect(second.getByRole('heading', { level: 1 })).toContainText('6');

  await page.getByRole('button', { name: /Riprova/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signedOut.endedTitle'));
  await expect(page.getByText('Giulia')).toHaveCount(0);
  await expect(page.getByText('Mensa')).toHaveCount(0);
});

test('going back after signing out shows nothing of the person', async ({ page }) => {
  await signIn(page, 'Giulia', '/area/');
  await expect(page.getByText('Mensa scolastica').first()).toBeVisible();
  await page.getByRole('button', { name: t('account.signOut') }).click();
  await expect(page).toHaveURL('/');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signedOut.title'));
  await expect(page.getByText('Mensa')).toHaveCount(0);
});

test('coming back from a notice far down leads to the same row', async ({ page }) => {
  await signIn(page, 'Fabio', '/area/notifiche/');
  await page.getByRole('button', { name: t('notices.showMore') }).click();
  await expect(page.getByRole('main').locator('.list-item-row')).toHaveCount(100);
  const row = page.getByRole('main').locator('.list-item-row a').nth(80);
  const address = (await row.getAttribute('href')) ?? '';
  await row.click();
  await page.getByRole('link', { name: t('notices.back') }).click();
  await expect(page.locator(`a[href="${address}"]`)).toBeFocused();
});

test('seeing the other deadlines goes on with the first of them', async ({ page }) => {
  await signIn(page, 'Giulia', '/area/');
  await page.getByRole('button', { name: t('overview.more', { count: 3 }) }).click();
  await expect(page.getByRole('main').locator('.task a').nth(3)).toBeFocused();
});
