import jsonld from 'jsonld';
import { Parser } from 'n3';
import * as z from 'zod';
import portal from '../../content/portal.json' with { type: 'json' };
import { FOLDER, resources } from '../../src/features/catalogue/open-data/resources.ts';
import { expect, test } from '../fixtures.ts';
import { attributes, builtPages, publicPages } from './built-pages.ts';

const codes = portal.languages.map(({ code }) => code);

/** A page's own guide to the open data. */
const guideIn = (code: string) => {
  const address = code === 'it' ? '/sviluppatori/' : `/${code}/sviluppatori/`;
  const page = builtPages.find((one) => one.address === address);
  if (!page) throw new Error(`${address} is not built.`);
  return page.html;
};

/** The fields of a value and of what is inside it; of lists, those of the first entry. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return fieldsOf(value[0], `${path}[]`);
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, `${path}.${name}`))];
}

test('every address that the guide names answers as it says, in every language', async ({ request }) => {
  const asked = new Set<string>();
  for (const code of codes) {
    const html = guideIn(code);
    const addresses = [...html.matchAll(/<a href="([^"]+)" data-operation="([^"]+)"/g)];
    expect(addresses.map(([, , operation]) => operation)).toEqual(resources.map(({ operationId }) => operationId));
    for (const [, address = '', operation] of addresses) {
      if (asked.has(address)) continue;
      asked.add(address);
      const response = await request.get(address);
      expect(response.status(), address).toBe(200);
      const { mediaType, ...resource } = resources.find(({ operationId }) => operationId === operation) ?? { mediaType: '?' };
      expect(response.headers()['content-type']?.split(';')[0], address).toBe(mediaType);
      if (!('schema' in resource)) continue;
      const body: unknown = await response.json();
      // The answer has the fields of its schema and no other, in whatever order.
      expect(resource.schema.parse(body), address).toEqual(body);
    }
  }
  expect(asked.size).toBeGreaterThan(6 * 6);
});

test('the examples of the guide have the fields of the real answers', async ({ request }) => {
  for (const code of codes) {
    const html = guideIn(code);
    const examples = [...html.matchAll(/<pre [^>]*data-example="([^"]+)"[^>]*><code>([\s\S]*?)<\/code>/g)];
    expect(examples.length).toBeGreaterThanOrEqual(6);
    for (const [, operation = '', text = ''] of examples) {
      const address = new RegExp(`<a href="([^"]+)" data-operation="${operation}"`).exec(html)?.[1] ?? '';
      const example: unknown = JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
      const fields = fieldsOf(example).filter((field) => !field.endsWith('[]'));
      expect(fieldsOf(await (await request.get(address)).json()), `${code} ${operation}`).toEqual(expect.arrayContaining(fields));
    }
  }
});

test('any site may read it, it is kept shortly, and asked for again it is not sent twice', async ({ request }) => {
  const address = `${FOLDER}/it/servizi.json`;
  const response = await request.get(address, { headers: { origin: 'https://www.comune.example.it' } });
  const headers = response.headers();
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300',
  });
  const again = await request.get(address, { headers: { 'if-none-match': headers['etag'] ?? '' } });
  expect(again.status()).toBe(304);
  const missing = await request.get(`${FOLDER}/xx/servizi.json`);
  expect([missing.status(), missing.headers()['content-type']]).toEqual([404, 'application/problem+json']);
  expect(await missing.json()).toMatchObject({ status: 404, title: 'Not found' });
});

test('every sheet has its own file in every language', async ({ request }) => {
  for (const code of codes) {
    const list: unknown = await (await request.get(`${FOLDER}/${code}/servizi.json`)).json();
    const { services } = resources[0].schema.parse(list);
    expect(services.length).toBeGreaterThan(50);
    for (const { id } of services.slice(0, 5)) expect((await request.get(`${FOLDER}/${code}/servizi/${id}.json`)).status(), id).toBe(200);
  }
});

test('the catalogues for harvesters are read by independent parsers and say the same twice', async ({ request }) => {
  for (const name of ['catalogo', 'dcat']) {
    const turtle = new Parser().parse(await (await request.get(`${FOLDER}/${name}.ttl`)).text());
    const document = z.record(z.string(), z.json()).parse(await (await request.get(`${FOLDER}/${name}.jsonld`)).json());
    const statements = await jsonld.toRDF(document, {
      documentLoader: async (address) => Promise.reject(new Error(`asked for ${address}`)),
    });
    expect(Array.isArray(statements) ? statements.length : 0, name).toBe(turtle.length);
    expect(turtle.length, name).toBeGreaterThan(100);
  }
});

test('the table begins as spreadsheets want it, and has a row for each service', async ({ request }) => {
  const text = await (await request.get(`${FOLDER}/servizi.csv`)).text();
  expect(text.startsWith('\uFEFFidentificativo,')).toBe(true);
  expect(text.split('\r\n').length).toBeGreaterThan(50);
});

test('every language has its feed, which names itself and its items', async ({ request }) => {
  for (const code of codes) {
    const address = code === 'it' ? '/novita/feed.xml' : `/${code}/novita/feed.xml`;
    const response = await request.get(address);
    expect(response.headers()['content-type'], address).toBe('application/atom+xml; charset=utf-8');
    const feed = await response.text();
    expect(feed).toContain(`<feed xml:lang="${code}" xmlns="http://www.w3.org/2005/Atom">`);
    const ids = [...feed.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id = '']) => new URL(id).pathname);
    expect(new Set(ids).size, address).toBe(ids.length);
    const pages = new Set(builtPages.map((page) => page.address));
    for (const id of ids) expect(pages.has(id), id).toBe(true);
  }
});

test('the site map has the pages that search engines may list, no other, each with its sisters', async ({ request }) => {
  const index = await (await request.get('/sitemap-index.xml')).text();
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
  const listed: string[] = [];
  for (const file of files) {
    const map = await (await request.get(file)).text();
    for (const [entry] of map.matchAll(/<url>[\s\S]*?<\/url>/g)) {
      listed.push(decodeURI(new URL(/<loc>([^<]+)</.exec(entry)?.[1] ?? '').pathname));
      expect(attributes(entry, 'xhtml:link', 'hreflang').sort(), entry).toEqual([...codes, 'x-default'].sort());
    }
  }
  expect(listed.sort()).toEqual(publicPages.map(({ address }) => address).sort());
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/^Sitemap: https?:\/\/.+\/sitemap-index\.xml$/m);
});

test('it is said where weaknesses are reported', async ({ request }) => {
  const response = await request.get('/.well-known/security.txt');
  expect(response.headers()['content-type']).toMatch(/^text\/plain/);
  const text = await response.text();
  expect(text).toContain(`Contact: ${portal.security.contact}`);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
});
