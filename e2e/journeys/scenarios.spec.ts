import { formatMoney } from '../../src/i18n/format.ts';
import portal from '../../content/portal.json' with { type: 'json' };
import { areaRead, block, expect, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';

const area = words('it', 'area');
const notices = portal.sources.notices.name;

test('a source that is down is named, the rest is whole, and trying again brings its things', async ({ page, control }) => {
  await signIn(page, 'Marco');
  await areaRead(page);
  const bolloAmount = formatMoney(15609, 'it');
  const main = page.getByRole('main');

  // The notices failed and one ente of seven: both are named, and nothing is called nothing.
  const noticesBlock = block(page, area('notices.loading'));
  await expect(noticesBlock).toContainText(area('source.unavailable', { name: notices }));
  await expect(noticesBlock).toContainText(area('source.notNothing'));
  await expect(noticesBlock).toContainText(area('notices.otherWay'));
  const payments = block(page, area('payments.dueTotalSoFar', { amount: bolloAmount }));
  await expect(payments).toContainText(area('source.unavailable', { name: 'Comune di Cuneo' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todoSoFar', { count: 1 }));
  await expect(page.getByRole('link', { name: 'Tassa automobilistica, targa EF456GH' })).toBeVisible();
  await expect(block(page, area('health.open'))).toContainText(portal.sources.health.name);
  await expect(block(page, area('suggestions.title')).getByRole('listitem').first()).toBeVisible();
  for (const nothing of [area('notices.empty'), area('notices.allRead'), area('payments.nothingDue'), area('overview.todoNone')]) {
    await expect(main.getByText(nothing)).toHaveCount(0);
  }

  // Tried again while still down: the same sentence stays. Tried again when it is back: the things come.
  const retryNotices = noticesBlock.getByRole('button', { name: area('source.retryName', { name: notices }) });
  await retryNotices.click();
  await expect(retryNotices).not.toHaveAttribute('aria-disabled', 'true');
  await expect(noticesBlock).toContainText(area('source.unavailable', { name: notices }));
  await control.clear('Marco', 'notify');
  await retryNotices.click();
  await expect(block(page, area('notices.unread', { count: 1 })).getByRole('link', { name: 'TARI: rata unica' })).toBeVisible();

  await control.clear('Marco', 'piemontepay/c_d205');
  await payments.getByRole('button', { name: area('source.retryName', { name: 'Comune di Cuneo' }) }).click();
  const total = formatMoney(15609 + 24320, 'it');
  await expect(page.getByRole('heading', { level: 2, name: area('payments.dueTotal', { amount: total }) })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todo', { count: 2 }));
  await expect(main.getByText(area('source.notNothing'))).toHaveCount(0);
});

test('what has arrived is shown at once, however slow another source is', async ({ page }) => {
  await signIn(page, 'Sara');
  const noticesBlock = block(page, area('notices.loading'));

  // The fast ente, the health record and the suggestions are there while the slow ones are still awaited.
  await expect(page.getByRole('link', { name: 'Tassa regionale per il diritto allo studio' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: area('health.open') })).toBeVisible();
  await expect(block(page, area('suggestions.title')).getByRole('listitem').first()).toBeVisible();
  await expect(noticesBlock).toBeVisible();
  await expect(page.getByText(area('source.waiting', { names: 'Comune di Torino' }))).toBeVisible();
  await expect(noticesBlock.getByRole('listitem')).toHaveCount(0);
  await expect(page.getByText(area('notices.empty'))).toHaveCount(0);

  // Then the slow ente, before the notices; then the notices.
  await expect(page.getByRole('link', { name: 'TARI, acconto', exact: true })).toBeVisible();
  await expect(noticesBlock).toBeVisible();
  const arrived = block(page, area('notices.unread', { count: 1 }));
  await expect(arrived.getByRole('link', { name: 'TARI: acconto' })).toBeVisible({ timeout: 12_000 });
  await areaRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todo', { count: 2 }));
});

test('who has nothing at all learns what will come, and from where', async ({ page }) => {
  await signIn(page, 'Luca');
  await areaRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todoNone'));
  await expect(page.getByText(area('overview.todoNoneText'))).toBeVisible();
  await expect(page.getByText(area('notices.empty'))).toBeVisible();
  await expect(block(page, area('payments.nothingDue')).getByText(area('payments.empty'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: area('health.open') })).toBeVisible();

  await page.goto('/area/notifiche/');
  await expect(page.getByText(area('notices.empty'))).toBeVisible();
  await page.goto('/area/pagamenti/');
  await expect(page.getByText(area('payments.empty'))).toBeVisible();
});

test('who comes from abroad with eIDAS reads in Arabic what is needed, and is suggested services', async ({ page }) => {
  const t = words('ar', 'area');
  await signIn(page, 'Nour', '/ar/area/', 'eidas');
  await areaRead(page, 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.getByText(t('account.signedInAs', { name: 'Nour El Amrani' }))).toBeVisible();
  for (const heading of [t('notices.loading'), t('payments.loading'), t('health.loading')]) {
    await expect(block(page, heading)).toContainText(t('needs.fiscalCode'));
  }
  for (const nothing of [t('notices.empty'), t('payments.empty'), t('payments.nothingDue'), t('overview.todoNone')]) {
    await expect(page.getByRole('main').getByText(nothing)).toHaveCount(0);
  }
  const suggestions = block(page, t('suggestions.title'));
  const first = suggestions.getByRole('listitem').first();
  await expect(first).toBeVisible();
  await expect(first).toContainText(/\p{Script=Arabic}/u);
  await expect(first.getByRole('link')).toHaveAttribute('href', /^\/ar\/servizi\/[\w-]+\/$/);
  const help = page.getByRole('main').getByRole('link', { name: t('assistance') }).first();
  await expect(help).toHaveAttribute('href', portal.administration.assistance);
});

test('an older person sees what has lapsed first, with what to do, and that the record is not open', async ({ page }) => {
  await signIn(page, 'Piero', '/area/', 'cie');
  await areaRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todo', { count: 2 }));
  const tasks = page.getByRole('heading', { level: 1 }).locator('..').getByRole('listitem');
  await expect(tasks.getByRole('link')).toHaveText(['TARI, prima rata', 'Rinnovo dell’esenzione']);
  for (const task of await tasks.all()) await expect(task).toContainText(area('due.late'));
  await expect(tasks.first()).toContainText(formatMoney(10920, 'it'));
  const health = block(page, area('health.closed'));
  await expect(health).toContainText(area('health.closedText'));
  await expect(health).toContainText(area('health.consent'));

  await page.goto('/area/salute/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('health.closed'));
  await expect(page.getByRole('link', { name: area('health.services.record') })).toHaveAttribute('href', /^http/);
});
