/** What every test in a browser shares: a frozen clock, a watch over everything that goes wrong, signing in, faults. */
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Locator, type Page, type Request } from '@playwright/test';
import { demoCitizens } from '../mocks/citizens/index.ts';
import type { FaultKind } from '../mocks/faults.ts';
import { demoOrigin, now, portalOrigin, today } from './addresses.ts';
import { words, type Locale } from './words.ts';

export { expect };

/** Declares what a test provokes on purpose: a trouble that matches is not a failure. */
type Announce = (...troubles: RegExp[]) => void;

/** Faults of one citizen's sources; the others do not notice. Taken back when the test ends. */
interface Control {
  /** @param ms only for `slow`: how late, in milliseconds */
  set(citizen: string, source: string, kind: FaultKind, ms?: number): Promise<void>;
  clear(citizen: string, source: string): Promise<void>;
}

interface Fixtures {
  announce: Announce;
  /**
   * Within a project a test file that sets faults has citizens of its own, and runs its tests one after the other. All
   * projects share the citizens: `npm test` runs one project at a time.
   */
  control: Control;
}

const citizens = demoCitizens(today);

function citizenNamed(name: string) {
  const found = citizens.find(({ givenName, fullName }) => givenName === name || fullName === name);
  if (found === undefined) throw new Error(`There is no demo citizen called ${name}.`);
  return found;
}

/** Chromium says of a stream that was read to its end that it was given up. */
const isStream = (url: string) => /\/api\/v1\/(?:notices|payments|health|suggestions)(?:\?|$)/.test(url);

/** Notes down everything that no reader would see and nobody should leave behind. */
function watch(context: BrowserContext, troubles: string[]): void {
  // What a page was still asking for when it was left is given up, and nobody misses it. Until the next page has come
  // it is still the last one that asks.
  let pages = 0;
  let leaving = false;
  const askedByPage = new WeakMap<Request, number>();
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) leaving = false;
    });
  });
  context.on('console', (message) => {
    // What the browser says of failed requests is noted below, with more in it.
    if (message.text().startsWith('Failed to load resource')) return;
    if (['error', 'warning', 'assert'].includes(message.type())) troubles.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => troubles.push(`page error: ${error.error().message}`));
  context.on('request', (request) => {
    if (request.isNavigationRequest()) {
      pages += 1;
      leaving = true;
    } else {
      askedByPage.set(request, leaving ? pages - 1 : pages);
    }
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== portalOrigin && origin !== demoOrigin) troubles.push(`left for ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    const left = (askedByPage.get(request) ?? pages) < pages;
    // The browser itself asks for the icon, when it likes.
    const icon = request.url().endsWith('/favicon.svg');
    if (reason === 'net::ERR_ABORTED' && (left || icon || isStream(request.url()))) return;
    troubles.push(`${reason} ${request.url()}`);
  });
}

export const test = base.extend<Fixtures>({
  announce: [
    async ({ context }, use) => {
      await context.clock.setFixedTime(now);
      const announced: RegExp[] = [];
      const troubles: string[] = [];
      watch(context, troubles);
      await use((...patterns) => void announced.push(...patterns));
      expect(
        troubles.filter((trouble) => !announced.some((pattern) => pattern.test(trouble))),
        'what went wrong without being announced',
      ).toEqual([]);
    },
    { auto: true },
  ],

  control: async ({ playwright }, use) => {
    const request = await playwright.request.newContext({ baseURL: demoOrigin });
    const post = async (change: { source: string; kind: string; citizen: string; ms?: number }) => {
      const response = await request.post('/control/faults', { data: change });
      expect(response.status(), `${change.source} ${change.kind}`).toBe(204);
    };
    const touched = new Map<string, { id: string; source: string }>();
    const touch = (name: string, source: string) => {
      const { id } = citizenNamed(name);
      touched.set(`${id} ${source}`, { id, source });
      return id;
    };
    await use({
      set: async (citizen, source, kind, ms) =>
        post({ citizen: touch(citizen, source), source, kind, ...(ms === undefined ? {} : { ms }) }),
      clear: async (citizen, source) => post({ citizen: touch(citizen, source), source, kind: 'none' }),
    });
    for (const { id, source } of touched.values()) {
      const own = citizens.find((one) => one.id === id)?.faults.find((fault) => fault.source === source);
      const { kind, ms } = own ?? { kind: 'none' };
      await post({ citizen: id, source, kind, ...(ms === undefined ? {} : { ms }) });
    }
    await request.dispose();
  },
});

/**
 * Signs a demo citizen in, from the portal's own address for it to the page asked for.
 * @param citizen given name, or the whole
 * @param provider as in `portal.json`; by default the one the citizen uses
 */
export async function signIn(page: Page, citizen: string, returnTo = '/area/', provider?: string): Promise<void> {
  const { wayIn, fullName } = citizenNamed(citizen);
  const query = new URLSearchParams({ provider: provider ?? wayIn, return_to: returnTo });
  await page.goto(`/auth/login?${query}`);
  await chooseCitizen(page, fullName);
  await page.waitForURL(portalOrigin + returnTo);
}

/** Chooses who signs in, on the page of the demo's identity provider. */
export async function chooseCitizen(page: Page, citizen: string): Promise<void> {
  await page.getByRole('button', { name: citizenNamed(citizen).fullName }).click();
}

/** Waits until the section that is open has all that it will have, or knows what is missing. */
export async function areaRead(page: Page, locale: Locale = 'it'): Promise<void> {
  const t = words(locale, 'area');
  const [waiting = ''] = t('source.waiting', { names: '|' }).split('|');
  const patience = { timeout: 15_000 };
  await expect(page.getByRole('button', { name: t('account.signOut') })).toBeVisible();
  await expect(page.locator('.skeleton-row')).toHaveCount(0, patience);
  await expect(page.getByRole('main').getByText(waiting)).toHaveCount(0, patience);
}

/** The block of the overview with this heading. */
export function block(page: Page, heading: string): Locator {
  return page.locator('main section').filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });
}

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * No rule of axe-core is broken on the page as it stands.
 * @param part selector of the part to look at, by default the whole page
 */
export async function expectAccessible(page: Page, part = ':root'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(axeTags).analyze();
  expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html.slice(0, 200)) }))).toEqual([]);
}
