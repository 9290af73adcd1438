import type { Page } from '@playwright/test';
import { areaRead, expect, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';

// Both tests are Fabio's, and the first changes what he has read.
test.describe.configure({ mode: 'default' });

const area = words('it', 'area');

async function unreadCount(page: Page): Promise<number> {
  const text = await page.getByRole('heading', { level: 1 }).textContent();
  return Number.parseInt(text ?? '', 10);
}

test('a notice opens at its own address, becomes read, and leads back to its row', async ({ page }) => {
  await signIn(page, 'Fabio', '/area/notifiche/');
  await areaRead(page);
  const before = await unreadCount(page);
  expect(before).toBeGreaterThan(0);
  const row = page.getByRole('listitem').filter({ hasText: 'TARI: promemoria (299)' });
  await expect(row).toContainText(area('notices.isUnread'));

  const marked = page.waitForResponse((response) => response.url().endsWith('/read'));
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/area\/notifiche\/\?id=[\w-]+$/);
  expect(page.url()).not.toContain('MRNFBA75T20L219H');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TARI: promemoria (299)');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('Ricordati di controllare le tue rate.')).toBeVisible();
  await expect(page.getByText('Comune di Torino - Tributi')).toBeVisible();
  expect((await marked).status()).toBe(204);
  const address = page.url();

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('notices.unread', { count: before - 1 }));
  await expect(row).not.toContainText(area('notices.isUnread'));
  await expect(row.getByRole('link')).toBeInViewport();
  await expect(row.getByRole('link')).toBeFocused();

  // The source knows it too: a new page that opens the address directly finds the notice, and one fewer to read.
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TARI: promemoria (299)');
  await page.getByRole('link', { name: area('notices.back') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('notices.unread', { count: before - 1 }));
});

test('300 notices come fifty at a time, newest first', async ({ page }) => {
  await signIn(page, 'Fabio', '/area/notifiche/');
  await areaRead(page);
  const rows = page.locator('main .it-list').getByRole('listitem');
  await expect(rows).toHaveCount(50);
  await expect(page.getByText(area('notices.shown', { shown: 50, total: 300 }))).toBeVisible();
  await expect(page.getByText(area('notices.sorted'))).toBeVisible();

  const more = page.getByRole('button', { name: area('notices.showMore') });
  for (const shown of [100, 150, 200, 250, 300]) {
    await more.click();
    await expect(rows).toHaveCount(shown);
  }
  await expect(more).toHaveCount(0);
  const sent = await rows.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(sent).toEqual([...sent].sort().reverse());
});

test('an address of a notice or payment that is not there says so and leads to the list', async ({ page }) => {
  await signIn(page, 'Giulia', '/area/notifiche/?id=00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('notices.notFoundTitle'));
  await page.getByRole('link', { name: area('notices.back') }).click();
  await expect(page).toHaveURL('/area/notifiche/');
  await expect(page.getByRole('link', { name: 'Esenzione in scadenza' })).toBeVisible();

  await page.goto('/area/pagamenti/?id=no-such-payment');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('payments.notFoundTitle'));
  await page.getByRole('link', { name: area('payments.back') }).click();
  await expect(page.getByRole('heading', { level: 2, name: area('payments.count', { count: 4 }) })).toBeVisible();
});
