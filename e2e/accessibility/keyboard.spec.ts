import type { Locator, Page } from '@playwright/test';
import { areaRead, expect, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';

const site = words('it', 'site');
const access = words('it', 'access');
const area = words('it', 'area');

/** What has focus shows it, and is on the screen. */
async function expectVisibleFocus(page: Page) {
  const focus = () =>
    page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      // After the last thing on the page comes the browser itself.
      if (element === document.body) return { what: 'nothing', shown: true, onScreen: true };
      // A box or a star that is drawn by its label shows focus there.
      const label = element.classList.contains('visually-hidden') ? element.closest('label') : null;
      const { outlineStyle, outlineWidth } = getComputedStyle(label ?? element);
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return {
        what: element.outerHTML.slice(0, 120),
        shown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        onScreen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      };
    });
  // The page may be on its way there.
  await expect.poll(focus).toMatchObject({ shown: true, onScreen: true });
}

/** Goes on with the tab key until `target` has focus; whatever has it on the way must show it. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    await expectVisibleFocus(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, 'can be reached with the tab key').toBeFocused();
}

test('the first key leads past the header, and the next one to the first thing in the page', async ({ page }) => {
  await page.goto('/servizi/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: site('skip.content') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: site('services.filterLabel') })).toBeFocused();
});

test('everything on the home page can be reached, in the order in which it is read, with focus in sight', async ({ page }) => {
  await page.goto('/');
  const reached: number[] = [];
  const count = await page
    .locator('a[href], button, input, summary')
    .evaluateAll(
      (all) =>
        all.filter((one) => {
          // The keys of a group of choices are the arrows: the tab key stops at the first of them only.
          const isLater = one.matches('input[type="radio"]') && one !== document.querySelector(`input[type="radio"][name="${one.getAttribute('name') ?? ''}"]`);
          return one.checkVisibility() && one.matches(':not([tabindex="-1"])') && !isLater;
        }).length,
    );
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('Tab');
    await expectVisibleFocus(page);
    reached.push(await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body)));
  }
  expect(reached).toEqual([...new Set(reached)].sort((a, b) => a - b));
});

test('a citizen signs in and opens a notice with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: site('header.signIn'), exact: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/accedi/');
  await tabTo(page, page.getByRole('link', { name: access('with', { name: 'SPID' }) }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/oidc\//);
  const citizen = page.getByRole('button', { name: 'Giulia Ferraris' });
  await citizen.focus();
  await page.keyboard.press('Enter');

  await page.waitForURL('**/area/');
  await areaRead(page);
  const menu = page.getByRole('navigation', { name: area('navigation.label') });
  await tabTo(page, menu.getByRole('link', { name: area('navigation.notices'), exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const notice = page.getByRole('link', { name: 'Esenzione in scadenza' });
  await tabTo(page, notice);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Esenzione in scadenza');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('the language menu opens, is left and chosen from with the keyboard', async ({ page }) => {
  await page.goto('/');
  const summary = page.getByRole('banner').locator('.it-header-slim-right-zone summary');
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'English' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/');
});

test('focus is where the person left it while the area fills', async ({ page }) => {
  await signIn(page, 'Luca');
  await areaRead(page);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeFocused();
});

test('trying a source again keeps focus on the button', async ({ page }) => {
  await signIn(page, 'Marco', '/area/notifiche/');
  await areaRead(page);
  const retry = page.getByRole('main').locator('.panel-trouble').getByRole('button');
  await retry.focus();
  const answered = page.waitForResponse(/\/api\/v1\/notices/);
  await page.keyboard.press('Enter');
  await answered;
  await expect(retry).not.toHaveAttribute('aria-disabled', 'true');
  await expect(retry).toBeFocused();
});

test('what is loaded is told politely, and how the loading ended', async ({ page }) => {
  await signIn(page, 'Marco');
  const status = page.getByRole('main').getByRole('status').first();
  await expect(status).toHaveText(area('progress.doneWithFailures', { count: 2 }));
  await expect(status).not.toHaveAttribute('aria-live', 'assertive');
});
