import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchAttributes, type Filed } from '../../ui/search-attributes.ts';
import { indexPages, repack } from './pagefind-integration.ts';

const directory = mkdtempSync(join(tmpdir(), 'pagefind-'));
const folder = join(directory, 'pagefind');
const attributesOf = (filed: Filed) => Object.entries(searchAttributes(filed)).map(([name, value]) => `${name}="${value}"`).join(' ');
const page = (main: string) => `<!doctype html><html lang="it"><head><title>x</title></head><body><main ${main}</main></body></html>`;
const bollo: Filed = { kind: 'service', topics: ['Mobilità', 'Tasse'], ente: 'Regione, Piemonte', online: true, date: '2026-10-19', words: ['tassa auto', 'targa'] };

let count = 0;
beforeAll(async () => {
  const pages = {
    bollo: page(`${attributesOf(bollo)}><h1>Pagare il bollo</h1><p class="text-quiet">quieto</p><p id="come">Paga con la targa.</p>`),
    area: page('><h1>Il tuo fascicolo</h1>'),
  };
  for (const [name, html] of Object.entries(pages)) {
    mkdirSync(join(directory, name));
    writeFileSync(join(directory, name, 'index.html'), html);
  }
  count = await indexPages(pathToFileURL(`${directory}/`), 1);
  await repack(pathToFileURL(`${folder}/`));
});
afterAll(() => rmSync(directory, { recursive: true }));

it('indexes the pages that are filed, and no other', () => {
  expect(count).toBe(1);
  expect(readdirSync(join(folder, 'fragment'))).toEqual([expect.stringMatching(/^it_\w{4}-0\.pf_fragment$/)]);
  expect(readdirSync(join(folder, 'index'))).toContainEqual(expect.stringMatching(/^it_\w{4}-0\.pf_index$/));
});

it('files a page under what its attributes say', () => {
  const [name = ''] = readdirSync(join(folder, 'fragment'));
  const text = readFileSync(join(folder, 'fragment', name), 'utf8');
  const extract: unknown = JSON.parse(text.slice(text.indexOf('{')));
  expect(extract).toMatchObject({
    url: '/bollo/',
    content: 'Pagare il bollo. Paga con la targa.',
    filters: { kind: ['service'], topic: ['Mobilità', 'Tasse'], ente: ['Regione, Piemonte'], online: ['yes'] },
    meta: { title: 'Pagare il bollo', date: '2026-10-19', words: 'tassa auto, targa' },
    anchors: [],
  });
});

it('leaves what a page fetches, without gzip, and a worker that tells of failures', () => {
  const names = readdirSync(folder);
  expect(names.filter((name) => /ui|highlight|playground|\.css|^pagefind\.js/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['pagefind-entry.json', 'pagefind-worker.js', 'wasm.it.pagefind']));
  for (const name of names.filter((one) => /pf_meta|\.pagefind$/.test(one))) {
    expect(readFileSync(join(folder, name)).subarray(0, 12).toString('latin1'), name).toBe('pagefind_dcd');
  }
  expect(readFileSync(join(folder, 'pagefind-worker.js'), 'utf8')).toContain('failed');
});
