import { expect, test } from 'vitest';
import { isOpenData, openDataHeaders, openDataProblem } from './open-data-headers.mjs';

test.each([
  ['/api/catalogo/v1/it/servizi.json', 'application/json'],
  ['/api/catalogo/v1/openapi.json', 'application/json'],
  ['/api/catalogo/v1/servizi.csv', 'text/csv; charset=utf-8'],
  ['/api/catalogo/v1/catalogo.jsonld', 'application/ld+json'],
  ['/api/catalogo/v1/dcat.ttl', 'text/turtle; charset=utf-8'],
  ['/api/catalogo/v1/status', 'application/problem+json'],
  ['/novita/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/ar/novita/feed.xml', 'application/atom+xml; charset=utf-8'],
])('%s may be read from any site, as %s', (pathname, type) => {
  expect(openDataHeaders(pathname)).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': type,
  });
});

test('they are kept shortly, and the state of the service not at all', () => {
  expect(openDataHeaders('/api/catalogo/v1/it/avvisi.json')['cache-control']).toBe('public, max-age=300');
  expect(openDataHeaders('/api/catalogo/v1/status')['cache-control']).toBe('no-cache');
});

test.each(['/', '/servizi/', '/api/v1/session', '/api/catalogo', '/area/x.json', '/novita/', '/x/api/catalogo/v1/it/servizi.json'])(
  '%s has the usual headers',
  (pathname) => {
    expect(openDataHeaders(pathname)).toEqual({});
    expect(isOpenData(pathname)).toBe(false);
  },
);

test('what is not there is a problem that programs can read', () => {
  expect(JSON.parse(openDataProblem(404))).toMatchObject({ status: 404, title: 'Not found' });
  expect(JSON.parse(openDataProblem(405))).toMatchObject({ status: 405 });
});
