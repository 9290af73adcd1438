import type { Page } from '@playwright/test';
import { areaRead, expect, expectAccessible, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';
import { expectFits, publicPages } from './look.ts';

const results = ['/cerca/#q=bollo', `/ar/cerca/#${new URLSearchParams({ q: 'الطبيب' })}`];

/** The kinds of public pages that differ in what they are made of. */
const kinds = [
  '/',
  '/servizi/argomento/salute/',
  '/servizi/bollo-auto/',
  '/eventi-della-vita/nasce-un-figlio/',
  '/novita/',
  '/novita/influenza-chi-chiamare/',
  '/enti/r_piemon/',
  '/domande-frequenti/',
  '/statistiche/',
  '/paga/',
  '/stato/',
  '/sviluppatori/',
  '/cerca/#q=bollo',
];

const sections = ['/area/', '/area/notifiche/', '/area/pagamenti/', '/area/salute/'];

async function everyPage(page: Page, paths: readonly string[], check: () => Promise<void>) {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.goto(path);
      if (path.includes('#q=')) await expect(page.locator('.search-results > li')).not.toHaveCount(0);
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
  await everyPage(page, [...publicPages, ...results], check);
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
      await everyPage(page, [...publicPages, ...results], check);
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
    await everyPage(page, kinds, check);
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

  test('public pages keep their boxes, their charts and what is chosen', async ({ page }) => {
    test.setTimeout(120_000);
    /** What has a shape only because of its colour: boxes without an edge, drawings in the page's own colours. */
    const shapeless = () => {
      const system = new Set<string>();
      const probe = document.body.appendChild(document.createElement('span'));
      for (const colour of ['CanvasText', 'Canvas', 'Highlight', 'HighlightText', 'LinkText', 'GrayText', 'ButtonText']) {
        probe.style.color = colour;
        system.add(getComputedStyle(probe).color);
      }
      probe.remove();
      const shown = [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility());
      const boxes = shown
        .filter((one) => one.matches('.alert, .callout, .chip, .btn, .form-control, .card'))
        .filter((one) => ['Top', 'Right', 'Bottom', 'Left'].some((side) => getComputedStyle(one).getPropertyValue(`border-${side.toLowerCase()}-style`) === 'none'));
      const drawings = shown
        .filter((one) => one.matches('svg path, svg rect, svg line, svg circle, svg text'))
        .filter((one) => {
          const { fill, stroke } = getComputedStyle(one);
          return [fill, stroke].some((colour) => colour !== 'none' && !system.has(colour));
        });
      return [...boxes, ...drawings].map((one) => one.outerHTML.slice(0, 120));
    };
    await everyPage(page, kinds, async () => {
      expect(await page.evaluate(shapeless)).toEqual([]);
      await expectAccessible(page);
    });
    await page.goto('/servizi/argomento/salute/');
    const order = page.locator('.catalogue-order');
    await order.getByRole('link').nth(1).click();
    await expect(order.locator('[aria-current]')).toHaveCSS('text-decoration-line', 'none');
    await expect(order.getByRole('link').first()).toHaveCSS('text-decoration-line', 'underline');
  });
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  for (const prefix of ['', '/ar']) {
    test(`every kind of public page is accessible: ${prefix}/`, async ({ page }) => {
      test.setTimeout(120_000);
      const paths = kinds.filter((path) => !path.includes('#')).map((path) => prefix + path);
      await everyPage(page, [...paths, ...results.filter((path) => path.startsWith(`${prefix}/cerca/`))], async () => {
        const [red = 255] = await page.evaluate(() => (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number));
        expect(red).toBeLessThan(60);
        await expectAccessible(page);
      });
    });
  }
});

test('on paper there is the whole content and nothing to press: no menus, no forms that narrow, nothing closed', async ({ page }) => {
  test.setTimeout(60_000);
  await page.emulateMedia({ media: 'print' });
  /** Where grounds are not printed, text must stand out from white paper; and what is closed can not be opened. */
  const faults = () => {
    const shown = (one: Element) => one.checkVisibility();
    const navigation = [...document.querySelectorAll('nav, header, footer, search, button, select, .page-foot a, [data-element="feedback"]')].filter(shown);
    const closed = [...document.querySelectorAll('main details > :not(summary)')].filter((one) => one.closest('details')?.checkVisibility() && !shown(one));
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const faint = [...document.querySelectorAll('main *')].filter(
      (one) =>
        shown(one) &&
        [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() !== '') &&
        1.05 / (light(getComputedStyle(one)[one.matches('svg text') ? 'fill' : 'color']) + 0.05) < 4.5,
    );
    const words = (list: Element[]) => list.map((one) => one.outerHTML.slice(0, 120));
    return { navigation: words(navigation), closed: words(closed), faint: words(faint) };
  };
  await everyPage(page, [...kinds, '/servizi/', '/servizi/contributi-imprese/', '/ar/domande-frequenti/'], async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(faults)).toEqual({ navigation: [], closed: [], faint: [] });
  });
  await page.goto('/domande-frequenti/');
  for (const answer of await page.locator('.question .prose').all()) await expect(answer).toBeVisible();
  await expect(page.locator('.page-foot time')).toBeVisible();
  // Printed for real, with its fonts and breaks: a file of some pages.
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});

test('the list of services is narrowed with the keyboard alone, and focus stays on what was chosen', async ({ page }) => {
  const t = words('it', 'site');
  const focused = page.locator(':focus');
  await page.goto('/servizi/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: t('skip.content') })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: t('services.filterLabel') })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText(t('header.searchButton'));
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText(t('facet.title.argomento'));

  // Two values of the first facet, which is open.
  const count = page.locator('.catalogue-count');
  const chosen: string[] = [];
  for (let index = 0; index < 2; index += 1) {
    const before = (await count.textContent()) ?? '';
    await page.keyboard.press('Tab');
    chosen.push(await focused.inputValue());
    await page.keyboard.press('Space');
    await expect(count).not.toHaveText(before);
    await expect(focused).toHaveValue(chosen.at(-1) ?? '');
    await expect(focused).toBeChecked();
    await expect(focused).toHaveCSS('outline-style', 'solid');
  }
  await expect(page).toHaveURL(`/servizi/?${chosen.map((value) => `argomento=${value}`).join('&')}`);

  // Another facet is opened, and one of its values chosen.
  const online = page.locator('summary').filter({ hasText: t('facet.title.online') });
  for (let presses = 0; presses < 30 && !(await online.evaluate((one) => one === document.activeElement)); presses += 1) await page.keyboard.press('Tab');
  await expect(online).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/&online=tutto$/);
  await expect(focused).toHaveValue('tutto');
  await page.keyboard.press('Shift+Tab');
  await expect(online).toBeFocused();

  // The order is chosen, and the first row follows.
  const order = page.getByRole('link', { name: t('services.order.aggiornati') });
  for (let presses = 0; presses < 30 && !(await order.evaluate((one) => one === document.activeElement)); presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(order).toHaveAttribute('aria-current', 'true');
  await expect(order).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAttribute('data-element', 'service-link');
});

test('what is to be pressed is large enough, and the main actions are as high as a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  /** Anything smaller than 24 pixels that is not a word in a sentence. */
  const small = () =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')]
      .filter((one) => one.checkVisibility() && !one.closest('.skiplinks'))
      .filter((one) => getComputedStyle(one).display !== 'inline' || one.parentElement?.textContent === one.textContent)
      .flatMap((one) => {
        // A box, a star or a file is chosen wherever its label is.
        const label = one instanceof HTMLInputElement && one.matches('[type="checkbox"], [type="radio"], [type="file"]') ? one.labels?.[0] : null;
        const { width, height } = (label ?? one).getBoundingClientRect();
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
