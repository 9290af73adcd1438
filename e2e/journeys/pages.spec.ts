import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import german from '../../src/i18n/messages/de/site.json' with { type: 'json' };
import portal from '../../content/portal.json' with { type: 'json' };
import { alertsDocument, lifeEventsDocument, servicesDocument } from '../../src/features/catalogue/open-data/schemas.ts';
import { localizedPath } from '../../src/i18n/paths.ts';
import { areaRead, block, expect, signIn, test } from '../fixtures.ts';
import { words } from '../words.ts';
import { addresses, attributes, publicPages } from './built-pages.ts';

const t = words('it', 'site');
const codes = portal.languages.map(({ code }) => code);
const pageAt = new Map(publicPages.map((page) => [page.address, page.html]));

function builtAt(address: string): string {
  const html = pageAt.get(address);
  if (html === undefined) throw new Error(`${address} is not built.`);
  return html;
}

/** An open data file as it was built. */
const openData = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'dist', 'client', 'api', 'catalogo', 'v1', name), 'utf8'));

/** An example of every kind of page that is made ahead, and whether it says when it was last changed. */
const kinds: readonly { path: string; dated?: true }[] = [
  { path: '/' },
  { path: '/servizi/' },
  { path: '/servizi/bollo-auto/', dated: true },
  { path: '/argomenti/' },
  { path: '/argomenti/salute/', dated: true },
  { path: '/eventi-della-vita/' },
  { path: '/eventi-della-vita/nasce-un-figlio/', dated: true },
  { path: '/novita/' },
  { path: '/novita/influenza-chi-chiamare/', dated: true },
  { path: '/enti/' },
  { path: '/enti/r_piemon/', dated: true },
  { path: '/documenti/' },
  { path: '/consultazioni/' },
  { path: '/consultazioni/piano-trasporti/', dated: true },
  { path: '/cerca/' },
  { path: '/assistenza/', dated: true },
  { path: '/domande-frequenti/', dated: true },
  { path: '/paga/' },
  { path: '/accedi/' },
  { path: '/sviluppatori/' },
  { path: '/statistiche/', dated: true },
  { path: '/accessibilita/', dated: true },
  { path: '/privacy/', dated: true },
  { path: '/note-legali/', dated: true },
  { path: '/mappa/' },
];

test('every kind of page is there in every language, with one heading, the way back, and the day where it has one', () => {
  for (const code of codes) {
    for (const { path, dated = false } of kinds) {
      const address = localizedPath(code, path);
      const html = builtAt(address);
      expect(html.match(/<h1[\s>]/g), address).toHaveLength(1);
      expect(attributes(html, 'html', 'lang'), address).toEqual([code]);
      expect(html.includes('<ol class="breadcrumb"'), address).toBe(path !== '/');
      const foot = /<aside [^>]*page-foot[\s\S]*?<\/aside>/.exec(html)?.[0] ?? '';
      expect(/<time datetime="\d{4}-\d{2}-\d{2}"/.test(foot), address).toBe(dated);
      expect(attributes(html, 'section', 'data-element'), address).toContain('feedback');
    }
  }
});

// --- What machines read ---------------------------------------------------------------------------------------------

const jsonLd = z.looseObject({ '@context': z.literal('https://schema.org'), '@type': z.string() });
const breadcrumb = z.object({ itemListElement: z.array(z.object({ position: z.int(), name: z.string().min(1), item: z.url().optional() })) });
const pathOf = (address: string) => new URL(address).pathname;

const dataIn = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => jsonLd.parse(JSON.parse(text)));

/** Addresses without their language, and what the page says to be; the first that fits. */
const types: readonly [RegExp, string | null][] = [
  [/^\/$/, 'GovernmentOrganization'],
  [/^\/servizi\/[^/]+\/$/, 'GovernmentService'],
  [/^\/enti\/[^/]+\/$/, 'GovernmentOrganization'],
  [/^\/novita\/[^/]+\/$/, 'NewsArticle'],
  [/^\/eventi-della-vita\/[^/]+\/$/, 'HowTo'],
  [/^\/argomenti\/[^/]+\/$/, 'CollectionPage'],
  [/^\/domande-frequenti\/$/, 'FAQPage'],
  [/^/, null],
];

test('every page tells search engines what it is, and the way to it', () => {
  test.setTimeout(60_000);
  for (const { address, html } of publicPages) {
    const own = address.replace(/^\/[a-z]{2}(?=\/)/, '');
    const expected = types.find(([pattern]) => pattern.test(own))?.[1] ?? null;
    const data = dataIn(html);
    const crumbs = data.filter((one) => one['@type'] === 'BreadcrumbList');
    expect(crumbs, address).toHaveLength(own === '/' ? 0 : 1);
    expect(data.filter((one) => one['@type'] !== 'BreadcrumbList').map((one) => one['@type']), address).toEqual(expected === null ? [] : [expected]);
    // The national checker finds it by this name.
    expect(attributes(html, 'script', 'data-element'), address).toEqual(expected === null ? [] : ['metatag']);
    for (const one of crumbs) {
      const { itemListElement } = breadcrumb.parse(one);
      expect(itemListElement.map(({ position }) => position), address).toEqual(itemListElement.map((_, index) => index + 1));
      for (const { item } of itemListElement.slice(0, -1)) expect(addresses.has(decodeURI(pathOf(item ?? 'x:'))), `${address} ${item ?? ''}`).toBe(true);
      expect(itemListElement.at(-1)?.item, address).toBeUndefined();
    }
    // Editors write Markdown, which nobody else reads.
    expect(JSON.stringify(data), address).not.toMatch(/\*\*|\]\(/);
  }
});

test('the questions that search engines show are those of the page, in its language', () => {
  const page = z.object({ mainEntity: z.array(z.object({ '@type': z.literal('Question'), name: z.string(), acceptedAnswer: z.object({ '@type': z.literal('Answer'), text: z.string().min(20) }) })) });
  for (const code of codes) {
    const html = builtAt(localizedPath(code, '/domande-frequenti/'));
    const { mainEntity } = page.parse(dataIn(html).find((one) => one['@type'] === 'FAQPage'));
    const asked = [...html.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, question = '']) => question);
    expect(mainEntity.map(({ name }) => name.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')), code).toEqual(asked);
    expect(asked.length, code).toBeGreaterThanOrEqual(code === 'it' ? 30 : 1);
  }
});

test('every page has a card for those who share it, with its own title, words, picture and address', () => {
  for (const { address, html } of publicPages) {
    const card = new Map([...html.matchAll(/<meta property="og:([^"]+)" content="([^"]*)"/g)].map(([, name = '', content = '']) => [name, content]));
    const of = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '?';
    expect(card.get('url'), address).toBe(of(/<link rel="canonical" href="([^"]+)"/));
    expect(card.get('description'), address).toBe(of(/<meta name="description" content="([^"]*)"/));
    expect(card.get('title'), address).toBeTruthy();
    expect(addresses.has(pathOf(card.get('image') ?? 'x:')), address).toBe(true);
    expect(card.get('type'), address).toBe(/\/(?:novita|consultazioni)\/[^/]+\/$/.test(address) ? 'article' : 'website');
  }
});

// --- What the national checker looks for ----------------------------------------------------------------------------

/** The values of `data-element` in a part of a page, in order. */
const elementsIn = (html: string) => [...html.matchAll(/\sdata-element="([^"]+)"/g)].map(([, name = '']) => name);

test('the footer leads where the national checker looks, in every language', () => {
  for (const code of codes) {
    for (const { path } of kinds) {
      const html = builtAt(localizedPath(code, path));
      const footer = /<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? '';
      const links = new Map(
        (footer.match(/<a [^>]*data-element="[^"]+"[^>]*>/g) ?? []).map((tag) => [attributes(tag, 'a', 'data-element')[0], attributes(tag, 'a', 'href')[0]]),
      );
      expect(Object.fromEntries(links), `${code} ${path}`).toEqual({
        faq: localizedPath(code, '/domande-frequenti/'),
        'appointment-booking': localizedPath(code, '/assistenza/#appuntamento'),
        'report-inefficiency': localizedPath(code, '/assistenza/#disservizio'),
        'privacy-policy-link': localizedPath(code, '/privacy/'),
        'legal-notes': localizedPath(code, '/note-legali/'),
        'accessibility-link': portal.legalLinks.accessibilityStatement,
      });
    }
    const notes = elementsIn(builtAt(localizedPath(code, '/note-legali/')));
    expect(notes.indexOf('legal-notes-body'), code).toBeGreaterThan(notes.indexOf('legal-notes-section'));
    expect(notes.indexOf('legal-notes-section'), code).toBeGreaterThan(-1);
  }
});

/** The compulsory parts of a sheet in the order of the national model, as far as they have a name. */
const sheetElements = [
  'service-title',
  'service-status',
  'service-description',
  'page-index',
  'service-addressed',
  'service-how-to',
  'service-needed',
  'service-achieved',
  'service-calendar-text',
  'service-cost',
  'service-generic-access',
  'service-area',
  'service-topic',
];
const sheets = publicPages.filter(({ address }) => /^(?:\/[a-z]{2})?\/servizi\/[^/]+\/$/.test(address));

test('every sheet has the parts of the national model, in its order, and an index of them', () => {
  expect(sheets.length).toBeGreaterThanOrEqual(60 * codes.length);
  for (const { address, html } of sheets) {
    const article = /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '';
    const found = elementsIn(article);
    expect([...new Set(found.filter((name) => sheetElements.includes(name)))], address).toEqual(sheetElements);
    const parts = attributes(article, 'section', 'id');
    const index = /data-element="page-index"[\s\S]*?<\/ul>/.exec(article)?.[0] ?? '';
    expect(attributes(index, 'a', 'href'), address).toEqual(parts.map((id) => `#${id}`));
    for (const id of ['condizioni', 'contatti']) expect(parts, address).toContain(id);
    expect(parts.indexOf('accesso'), address).toBeLessThan(parts.indexOf('condizioni'));
    // "Services > a topic > this one".
    const way = z.array(z.looseObject({})).parse(dataIn(html).find((one) => one['@type'] === 'BreadcrumbList')?.['itemListElement']);
    expect(way, address).toHaveLength(4);
  }
});

test('a service that is not active says why, and offers no button', async ({ page }) => {
  await page.goto('/servizi/contributi-imprese/');
  await expect(page.locator('[data-element="service-status"]')).toHaveText(t('sheet.inactive'));
  await expect(page.locator('.sheet-head .callout').first()).toBeVisible();
  await expect(page.locator('[data-element="service-online-access"]')).toHaveCount(0);
});

test('lists carry the names by which the national checker finds their entries', () => {
  for (const code of codes) {
    const list = elementsIn(builtAt(localizedPath(code, '/servizi/')));
    for (const name of ['service-link', 'service-category-link', 'load-other-cards']) expect(list, code).toContain(name);
    const topics = elementsIn(builtAt(localizedPath(code, '/argomenti/')));
    expect(topics.filter((name) => name === 'all-topics'), code).toHaveLength(1);
    expect(topics.filter((name) => name === 'topic-element').length, code).toBeGreaterThanOrEqual(12);
  }
});

// --- One content wherever it is looked for --------------------------------------------------------------------------

const services = servicesDocument.parse(openData('it/servizi.json')).services;

test('the page of an administration has its services, its contacts and what it says', async ({ page }) => {
  for (const ipa of ['r_piemon', 'edisu']) {
    const own = services.filter(({ ente }) => ente.ipa === ipa).map(({ id }) => `/servizi/${id}/`);
    expect(own.length).toBeGreaterThan(0);
    await page.goto(`/enti/${ipa}/`);
    await expect(page.getByRole('heading', { level: 2, name: t('enti.services', { count: own.length }) })).toBeVisible();
    const links = await page.getByRole('main').locator('[data-element="service-link"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.sort()).toEqual(own.sort());
    await expect(page.getByRole('heading', { level: 2, name: t('sheet.contacts') })).toBeVisible();
    await expect(page.getByRole('main').getByText(ipa, { exact: true })).toBeVisible();
  }
  await page.goto('/enti/r_piemon/');
  await expect(page.getByRole('heading', { level: 2, name: t('news.title') })).toBeVisible();
});

test('the page of a topic has its services, its guides, its news and its documents', async ({ page }) => {
  const own = services.filter(({ topics }) => topics.includes('salute')).map(({ id }) => `/servizi/${id}/`);
  await page.goto('/argomenti/salute/');
  const main = page.getByRole('main');
  const links = await main.locator('[data-element="service-link"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.sort()).toEqual(own.sort());
  for (const [heading, folder] of [[t('lifeEvents.title'), '/eventi-della-vita/'], [t('news.title'), '/novita/']] as const) {
    const section = main.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });
    await expect(section.locator(`a[href^="${folder}"]`).first()).toBeVisible();
  }
  await expect(main.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: t('documents.title') }) }).getByRole('listitem').first()).toBeVisible();
});

test('a guide has all its steps in their order, each with its services', async ({ page }) => {
  const guides = lifeEventsDocument.parse(openData('it/eventi-della-vita.json')).lifeEvents;
  expect(guides.length).toBeGreaterThanOrEqual(12);
  for (const { id, title, steps } of guides) {
    await page.goto(`/eventi-della-vita/${id}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const items = page.locator('ol.guide > li');
    await expect(items.getByRole('heading', { level: 2 })).toHaveText(steps.map((step) => step.title));
    for (const [index, step] of steps.entries()) {
      const links = await items.nth(index).locator('[data-element="service-link"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links, `${id} ${step.title}`).toEqual(step.services.map((service) => `/servizi/${service}/`));
    }
  }
});

test('an alert in force stands on the home page, among the news, and where it belongs', async ({ page }) => {
  const { alerts } = alertsDocument.parse(openData('it/avvisi.json'));
  const alert = alerts.find(({ ente }) => ente.ipa === 'cmto');
  if (alert === undefined) throw new Error('There is no alert of the metropolitan city.');
  await page.goto('/');
  await page.locator('.alerts').getByRole('link', { name: alert.title }).click();
  await expect(page).toHaveURL(`/novita/#avviso-${alert.id}`);
  for (const path of ['/novita/', '/enti/cmto/', ...alert.topics.map((topic) => `/argomenti/${topic}/`)]) {
    await page.goto(path);
    await expect(page.locator('.alert').filter({ hasText: alert.title })).toContainText(alert.summary);
  }
});

test('news that are only in Italian say so in another language, and are read out as Italian', async ({ page }) => {
  await page.goto('/de/novita/');
  const row = page.getByRole('listitem').filter({ has: page.locator('a[href="/de/novita/abbonamenti-studenti/"]') });
  await expect(row).toContainText(german.fallback.inItalian);
  await row.getByRole('link').click();
  await expect(page.getByText(german.fallback.italianOnly)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'it');
  await expect(page.locator('article .prose')).toHaveAttribute('lang', 'it');
  const data = await page.locator('script[data-element="metatag"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'NewsArticle', inLanguage: 'it' });
});

// --- Strange addresses, and the way here from the area ------------------------------------------------------------------

test('what an address asks beyond the page does no harm', async ({ page }) => {
  test.setTimeout(60_000);
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog said ${dialog.message()}`);
  });
  const query = new URLSearchParams({ utm_source: 'x', lang: 'xx', __proto__: '1', constructor: '<script>alert(1)</script>', id: '../../etc/passwd', pagina: '-1', 'a[]': '%00' });
  for (const { path } of kinds) {
    const response = await page.goto(`${path}?${query}&%E0%A4%A#"><script>alert(1)</script>`);
    expect(response?.status(), path).toBe(200);
    await expect(page.locator('script:not([src])').filter({ hasText: /^alert/ })).toHaveCount(0);
    const canonical = (await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '';
    expect([new URL(canonical).pathname, new URL(canonical).search], path).toEqual([path, '']);
    const heading = /<h1[^>]*>([^<]*)</.exec(builtAt(path))?.[1] ?? '';
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(heading.replaceAll('&amp;', '&').replaceAll('&#39;', "'"));
  }
});

test('what the area suggests leads to the sheets, each with its reason', async ({ page }) => {
  const area = words('it', 'area');
  await signIn(page, 'Giulia');
  await areaRead(page);
  const suggested = block(page, area('suggestions.title')).getByRole('listitem');
  expect(await suggested.count()).toBeGreaterThan(0);
  const reasons = [area('suggestions.because.age'), area('suggestions.because.everybody')];
  for (const one of await suggested.all()) {
    expect(reasons).toContain(await one.getByRole('paragraph').textContent());
    expect(addresses.has((await one.getByRole('link').getAttribute('href')) ?? '')).toBe(true);
  }
  const title = (await suggested.first().getByRole('link').textContent()) ?? '';
  await suggested.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});
