// @ts-check
// Copies of the project with a generated catalogue, and a bare Astro site of as many pages: for the benches only.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './project.mjs';

const copied = ['src', 'public', 'content', 'mocks', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** What stands in no page is left out of addresses: the words of generated titles come from real ones. */
const words = /[\p{L}\p{N}]+/gu;

/**
 * A copy of the project whose catalogue has as many services as asked for: the real ones, and others made of them with
 * their words in another order, so that an index of them has the vocabulary of a catalogue.
 * @param {{ services: number, languages?: readonly string[] }} size without languages: those of the configuration
 * @returns {string} its directory
 */
export function generateSite({ services, languages }) {
  const directory = mkdtempSync(join(tmpdir(), 'portal-bench-'));
  for (const name of copied) cpSync(inRoot(name), join(directory, name), { recursive: true });
  symlinkSync(inRoot('node_modules'), join(directory, 'node_modules'), 'dir');
  const configuration = join(directory, 'content', 'portal.json');
  const portal = JSON.parse(readFileSync(configuration, 'utf8'));
  if (languages !== undefined) {
    portal.languages = portal.languages.filter((/** @type {{ code: string }} */ { code }) => languages.includes(code));
    writeFileSync(configuration, JSON.stringify(portal, null, 2));
    for (const kind of readdirSync(join(directory, 'content'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      for (const language of readdirSync(join(directory, 'content', kind.name))) {
        const code = language.replace(/\.\w+$/, '');
        if (!languages.includes(code)) rmSync(join(directory, 'content', kind.name, language), { recursive: true });
      }
    }
  }
  const folder = join(directory, 'content', 'services', 'it');
  const real = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const vocabulary = [...new Set(real.flatMap((text) => text.match(words) ?? []).filter((word) => word.length > 4))];
  for (let number = real.length; number < services; number += 1) {
    const pick = (/** @type {number} */ step) => vocabulary[(number * 7919 + step * 104_729) % vocabulary.length] ?? '';
    const text = (real[number % real.length] ?? '')
      .replace(/^popularity: .*\n/m, '')
      .replace(/^title: .*$/m, `title: "${pick(1)} ${pick(2)} ${pick(3)} ${number}"`)
      .replace(/^summary: >-\n.*$/m, `summary: >-\n  ${Array.from({ length: 14 }, (_, step) => pick(step + 4)).join(' ')}.`);
    writeFileSync(join(folder, `servizio-${number}.md`), text);
  }
  return directory;
}

/**
 * A site of plain Astro with as many pages of 2 KB from a collection: what building as many pages costs at least.
 * @param {number} pages
 * @returns {string} its directory
 */
export function generateBareSite(pages) {
  const directory = mkdtempSync(join(tmpdir(), 'bare-bench-'));
  symlinkSync(inRoot('node_modules'), join(directory, 'node_modules'), 'dir');
  /** @type {Record<string, string>} */
  const files = {
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': 'export default {};',
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { sheets: defineCollection({ loader: glob({ base: './content', pattern: '*.md' }) }) };`,
    'src/pages/[slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('sheets')).map((sheet) => ({ params: { slug: sheet.id }, props: { sheet } }));
}
const { Content } = await render(Astro.props.sheet);
---
<html lang="it"><head><title>{Astro.props.sheet.data.title}</title></head><body><Content /></body></html>`,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  mkdirSync(join(directory, 'content'));
  const paragraph = 'Che cosa fa il servizio, a chi serve, come si ottiene e quanto costa, detto in parole di ogni giorno. ';
  for (let number = 0; number < pages; number += 1) {
    writeFileSync(join(directory, 'content', `s${number}.md`), `---\ntitle: Servizio ${number}\n---\n\n${`${paragraph.repeat(5)}\n\n`.repeat(4)}`);
  }
  return directory;
}
