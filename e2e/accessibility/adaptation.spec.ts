import type { Page } from '@playwright/test';
import { areaRead, expect, expectAccessible, signIn, test } from '../fixtures.ts';
import { expectFits, publicPages } from './look.ts';

const sections = ['/area/', '/area/notifiche/', '/area/pagamenti/', '/area/salute/'];

async function everyPage(page: Page, paths: readonly string[], check: () => Promise<void>) {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.goto(path);
      if (path.includes('/area/')) await areaRead(page, path.startsWith('/ar/') ? 'ar' : 'it');
      await check();
    });
  }
}

test('at 400 % zoom nothing has to be scrolled sideways, and nothing covers the text', async ({ page }) => {
  test.setTimeout(60_000);
  // A screen of 1280 x 1024 at four times its size.
  await page.setViewportSize({ width: 320, height: 256 });
  const check = async () => {
    await expectFits(page);
    const stuck = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(stuck).toEqual([]);
  };
  await everyPage(page, publicPages, check);
  await everyPage(page, ['/de/', '/de/servizi/', '/de/servizi/bollo-auto/', '/ar/servizi/bollo-auto/'], check);
  await signIn(page, 'Giulia');
  await areaRead(page);
  await everyPage(page, [...sections, '/ar/area/', '/ar/area/pagamenti/'], check);
});

test.describe('with the reader’s own spacing', () => {
  // The reader's style sheet comes from outside the page, and no policy of the page's concerns it.
  test.use({ bypassCSP: true });

  /** Texts that a box cuts off: it hides what overflows, and something does. */
  const cutTexts = () =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.checkVisibility() && one.textContent !== '' && !one.closest('.visually-hidden, .skiplinks'))
      .filter((one) => {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
        const cutsX = (overflowX !== 'visible' || textOverflow === 'ellipsis') && one.scrollWidth > one.clientWidth + 1;
        const cutsY = ['hidden', 'clip'].includes(overflowY) && one.scrollHeight > one.clientHeight + 1;
        return cutsX || cutsY;
      })
      .map((one) => one.outerHTML.slice(0, 120));

  for (const width of [320, 1280]) {
    test(`no text is cut or pushed off the screen, ${width} pixels wide`, async ({ page }) => {
      test.setTimeout(60_000);
      await page.setViewportSize({ width, height: 800 });
      const check = async () => {
        await page.addStyleTag({
          content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
            p { margin-bottom: 2em !important }`,
        });
        await expectFits(page);
        expect(await page.evaluate(cutTexts)).toEqual([]);
      };
      await everyPage(page, publicPages, check);
      await signIn(page, 'Giulia');
      await areaRead(page);
      await everyPage(page, sections, check);
    });
  }
});

test.describe('for who does not want motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves', async ({ page }) => {
    const check = async () => {
      const moving = await page.evaluate(() => ({
        animations: document.getAnimations().length,
        transitions: [...document.querySelectorAll('*')]
          .map((one) => getComputedStyle(one).transitionDuration)
          .filter((duration) => !/^0s(?:, 0s)*$/.test(duration)).length,
        smooth: getComputedStyle(document.documentElement).scrollBehavior,
      }));
      expect(moving).toEqual({ animations: 0, transitions: 0, smooth: 'auto' });
    };
    await everyPage(page, ['/', '/servizi/', '/servizi/bollo-auto/'], check);
    await signIn(page, 'Giulia');
    await areaRead(page);
    await everyPage(page, ['/area/'], check);
  });
});

test.describe('with the system’s own colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('states and actions keep a shape when colours are taken away', async ({ page }) => {
    await signIn(page, 'Giulia');
    await areaRead(page);
    const late = page.locator('.chip-late').first();
    await expect(late).toHaveCSS('border-top-style', 'solid');
    await expectAccessible(page);
    await page.goto('/accedi/');
    await expect(page.locator('.btn-primary').first()).toHaveCSS('border-top-style', 'solid');
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid');
  });
});

test('what is to be pressed is large enough, and the main actions are as high as a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  /** Anything smaller than 24 pixels that is not a word in a sentence. */
  const small = () =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')]
      .filter((one) => one.checkVisibility() && !one.closest('.skiplinks'))
      .filter((one) => getComputedStyle(one).display !== 'inline' || one.parentElement?.textContent === one.textContent)
      .flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        const isMain = one.matches('.btn, .btn-link, .form-control, nav a, summary') && one.closest('.breadcrumb') === null;
        const isLarge = width >= 24 && height >= (isMain ? 44 : 24) - 0.5;
        return isLarge ? [] : [`${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 100)}`];
      });
  const check = async () => expect(await page.evaluate(small)).toEqual([]);
  await everyPage(page, publicPages, check);
  await signIn(page, 'Giulia');
  await areaRead(page);
  await everyPage(page, sections, check);
});
