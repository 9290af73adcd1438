import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { siteMap } from './sitemap.mjs';

const content = mkdtempSync(join(tmpdir(), 'content-'));
for (const [file, day] of [['services/it/bollo.md', '2026-10-19'], ['pages/it/privacy.md', '2026-09-01']]) {
  mkdirSync(dirname(join(content, file ?? '')), { recursive: true });
  writeFileSync(join(content, file ?? ''), `---\ntitle: Una\nupdated: ${day}\n---\n`);
}
afterAll(() => rmSync(content, { recursive: true }));

const { filter, serialize } = siteMap({ languages: ['it', 'en', 'ar'], content });
const at = (path: string) => `https://portale.example.it${path}`;

test.each(['/', '/en/', '/servizi/', '/ar/servizi/bollo/', '/enti/r_piemon/', '/areali/', '/accedi/'])('%s is listed', (path) => {
  expect(filter(at(path))).toBe(true);
});

test.each(['/area/', '/en/area/notifiche/', '/404/', '/ar/404/', '/semplice/', '/stato/', '/en/valutazione/', '/auth/problem/', '/novita/feed.xml'])(
  '%s is not',
  (path) => {
    expect(filter(at(path))).toBe(false);
  },
);

test('a page names its sister in every language, and all of them name the same', () => {
  const links = [
    { lang: 'it', url: at('/servizi/bollo/') },
    { lang: 'en', url: at('/en/servizi/bollo/') },
    { lang: 'ar', url: at('/ar/servizi/bollo/') },
    { lang: 'x-default', url: at('/servizi/bollo/') },
  ];
  for (const { url } of links) expect(serialize({ url })).toEqual({ url, links, lastmod: '2026-10-19' });
  expect(serialize({ url: at('/en/') }).links).toContainEqual({ lang: 'ar', url: at('/ar/') });
});

test('the day is that of the content where one file is all of the page', () => {
  expect(serialize({ url: at('/en/privacy/') })).toMatchObject({ lastmod: '2026-09-01' });
  for (const path of ['/', '/servizi/', '/servizi/nuovo/', '/servizi/argomento/salute/']) expect(serialize({ url: at(path) })).not.toHaveProperty('lastmod');
});
