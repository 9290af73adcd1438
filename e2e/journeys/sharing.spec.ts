import { portalOrigin } from '../addresses.ts';
import { expect, test } from '../fixtures.ts';
import { words } from '../words.ts';

test.describe('a page is shared', () => {
  const path = '/en/servizi/bollo-auto/';
  const english = words('en', 'site');
  const copy = (name: string) => ({ name, exact: true });

  test('by mail and by its address, with nobody in between', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portalOrigin });
    await page.goto(`${path}?utm_source=x#tempi`);
    const canonical = (await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '';
    const mail = new URL((await page.getByRole('link', { name: english('foot.mail') }).getAttribute('href')) ?? '');
    expect(mail.protocol).toBe('mailto:');
    expect(mail.searchParams.get('subject')).toBe(await page.getByRole('heading', { level: 1 }).textContent());
    expect(mail.searchParams.get('body')).toBe(canonical);

    const button = page.getByRole('button', copy(english('foot.copy')));
    await button.click();
    await expect(page.locator('.page-foot').getByRole('status')).toHaveText(english('foot.copied'));
    await expect(button).toBeFocused();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical);
  });

  test('and is told when the browser does not let it be copied', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = async () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.goto(path);
    await page.getByRole('button', copy(english('foot.copy'))).click();
    await expect(page.locator('.page-foot').getByRole('status')).toHaveText(english('foot.notCopied'));
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('by mail: there is no button that would do nothing', async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('link', { name: english('foot.mail') })).toBeVisible();
      await expect(page.getByRole('button', copy(english('foot.copy')))).toBeHidden();
    });
  });
});
