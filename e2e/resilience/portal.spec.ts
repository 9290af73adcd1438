import portal from '../../content/portal.json' with { type: 'json' };
import { areaRead, block, expect, signIn, test } from '../fixtures.ts';
import { area, expectNoFalseNothing } from './sources.ts';

test('a connection that breaks while the notices come is not taken for no notices', async ({ page }) => {
  const source = { id: portal.sources.notices.system, name: portal.sources.notices.name };
  await page.route('**/api/v1/notices', (route) =>
    route.fulfill({ contentType: 'application/x-ndjson', body: `${JSON.stringify({ expected: [source] })}\n` }),
  );
  await signIn(page, 'Luca');
  await areaRead(page);
  const notices = block(page, area('notices.loading'));
  await expect(notices).toContainText(area('source.interrupted', { name: source.name }));
  await expectNoFalseNothing(page, area('notices.empty'), area('overview.todoNone'));

  await page.unroute('**/api/v1/notices');
  await notices.getByRole('button', { name: area('source.retryName', { name: source.name }) }).click();
  await expect(page.getByText(area('notices.empty'))).toBeVisible();
});

for (const [what, body] of [
  ['nothing at all', ''],
  ['a page of something in between', '<!doctype html><title>Proxy</title>'],
] as const) {
  test(`an answer that is ${what} is a failure, not an empty list`, async ({ page }) => {
    await page.route('**/api/v1/payments', (route) => route.fulfill({ contentType: 'text/html', body }));
    await signIn(page, 'Luca');
    await areaRead(page);
    const sentence = area('source.unavailable', { name: area('navigation.payments') });
    await expect(block(page, area('payments.loading'))).toContainText(sentence);
    await expectNoFalseNothing(page, area('payments.empty'), area('payments.nothingDue'));
  });
}

test('when the portal itself does not answer the page says so, and trying again opens the area', async ({ page, announce }) => {
  announce(/net::ERR_FAILED .*\/api\/v1\/session$/);
  await signIn(page, 'Luca');
  await areaRead(page);
  await page.route('**/api/v1/session', (route) => route.abort());
  await page.goto('/area/notifiche/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('signedOut.failedTitle'));
  await page.unroute('**/api/v1/session');
  await page.getByRole('button', { name: area('signedOut.retry') }).click();
  await expect(page.getByText(area('notices.empty'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a notice that cannot be marked as read is shown all the same, and stays unread', async ({ page, announce }) => {
  announce(/net::ERR_FAILED .*\/read$/);
  await signIn(page, 'Elena', '/area/notifiche/');
  await areaRead(page);
  await page.route('**/read', (route) => route.abort());
  await page.getByRole('link', { name: 'Permesso di sosta da rinnovare' }).click();
  await expect(page.getByText('Il permesso scade tra un mese.')).toBeVisible();
  await expect(page.getByText(area('notices.readFailed'))).toBeVisible();
  await page.getByRole('link', { name: area('notices.back') }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Permesso di sosta' })).toContainText(area('notices.isUnread'));
});
