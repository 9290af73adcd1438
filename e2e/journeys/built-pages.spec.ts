import { HtmlValidate } from 'html-validate';
import portal from '../../content/portal.json' with { type: 'json' };
import { expect, test } from '../fixtures.ts';
import { addresses, attributes, builtPages, publicPages } from './built-pages.ts';

const base = 'https://portal.invalid';

/** Addresses with no file behind them: the application answers, and its own tests ask it. */
const onDemand = /^\/(?:(?:auth|api\/v1)\/|(?:[a-z]{2}\/)?(?:semplice|stato|valutazione)\/$)/;

test('there are pages to look at, and as many in every language', () => {
  expect(publicPages.length).toBeGreaterThanOrEqual(6 * 18);
  const perLanguage = portal.languages.map(
    ({ code }) => builtPages.filter(({ html }) => attributes(html, 'html', 'lang')[0] === code).length,
  );
  expect(new Set(perLanguage).size).toBe(1);
});

test('no link from one page of the portal to another is broken, nor any part it points to', () => {
  const ids = new Map(builtPages.map(({ address, html }) => [address, new Set(attributes(html, '[a-z][a-z0-9]*', 'id'))]));
  const broken: string[] = [];
  for (const { address, html } of builtPages) {
    const links = [...attributes(html, 'a', 'href'), ...attributes(html, 'link', 'href'), ...attributes(html, 'img', 'src')];
    links.push(...attributes(html, 'script', 'src'), ...attributes(html, 'form', 'action'));
    for (const link of links) {
      const target = new URL(link, base + address);
      if (target.origin !== base || onDemand.test(target.pathname)) continue;
      const path = decodeURI(target.pathname);
      const fragment = decodeURIComponent(target.hash.slice(1));
      if (!addresses.has(path) || (fragment !== '' && !ids.get(path)?.has(fragment))) broken.push(`${address} -> ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

test('every public page names its own address, and its sister in every language, which names it back', () => {
  const canonicalOf = (html: string) => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  const sistersOf = (html: string) =>
    new Map(
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
        ([, language = '', href = '']) => [language, href],
      ),
    );
  const byAddress = new Map(publicPages.map((page) => [page.address, page]));
  for (const { address, html } of publicPages) {
    const canonical = canonicalOf(html);
    expect(canonical, address).toBeDefined();
    expect(new URL(canonical ?? base).pathname, address).toBe(address);
    const sisters = sistersOf(html);
    expect([...sisters.keys()].sort(), address).toEqual([...portal.languages.map(({ code }) => code), 'x-default'].sort());
    expect(sisters.get('x-default'), address).toBe(sisters.get('it'));
    expect(sisters.get(attributes(html, 'html', 'lang')[0] ?? ''), address).toBe(canonical);
    for (const [language, href] of sisters) {
      const sister = byAddress.get(new URL(href).pathname);
      expect(sister, `${address} -> ${language}`).toBeDefined();
      expect(sistersOf(sister?.html ?? ''), `${address} -> ${language}`).toEqual(sisters);
    }
  }
});

test('no two public pages of a language have the same title or say the same of themselves', () => {
  const titles = publicPages.map(({ html }) => {
    const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
    return `${attributes(html, 'html', 'lang')[0] ?? ''}: ${title}`;
  });
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  for (const { address, html } of publicPages) expect(/<meta name="description" content="[^"]{20,}/.test(html), address).toBe(true);
});

test('no page has an inline event handler, an inline style or a script from elsewhere', () => {
  for (const { address, html } of builtPages) {
    expect(html.match(/<[^>]*\son[a-z]+="/g), address).toBeNull();
    expect(html.match(/<[^>]*\sstyle="/g), address).toBeNull();
    for (const source of attributes(html, 'script', 'src')) expect(source, address).toMatch(/^\/_astro\//);
    const elsewhere = html.match(/<(?:script|link|img)[^>]+(?:src|href)="https?:/g) ?? [];
    expect(elsewhere.filter((tag) => !/rel="(?:canonical|alternate)"/.test(tag)), address).toEqual([]);
  }
});

test('the area and the pages without an address are kept from search engines', () => {
  for (const { address, html } of builtPages) {
    const personal = /^\/(?:[a-z]{2}\/)?area\//.test(address) || address.includes('404');
    expect(html.includes('<meta name="robots" content="noindex"'), address).toBe(personal);
  }
});

/** The languages whose pages are all looked at: the others are the same markup around other words. */
const validated = ['it', 'ar'];

test('every page is valid HTML', async () => {
  test.setTimeout(180_000);
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    elements: ['html5', { 'astro-island': { flow: true, phrasing: true }, 'service-list': { flow: true } }],
    rules: {
      // How the text is written, not whether it is valid: the build takes away what browsers do not need.
      'doctype-style': 'off',
      'attr-quotes': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      // How a page is best found or a number broken over lines is a matter of taste; services have the names they have.
      'long-title': 'off',
      'tel-non-breaking': 'off',
      // Ids made of the words of a heading are in the alphabet of its language.
      'valid-id': ['error', { relaxed: true }],
    },
  });
  // Astro writes this into the body beside an application; browsers take it there, and nothing can move it.
  const ofAstro = '<style>astro-island,astro-slot,astro-static-slot{display:contents}</style>';
  const faults: string[] = [];
  for (const { address, html } of builtPages) {
    if (!validated.includes(attributes(html, 'html', 'lang')[0] ?? '')) continue;
    const report = await validator.validateString(html.replace(ofAstro, ''), address);
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ ruleId, message, selector }) => `${address} ${ruleId}: ${message} (${selector ?? ''})`));
    }
  }
  expect([...new Set(faults)].slice(0, 40)).toEqual([]);
});
