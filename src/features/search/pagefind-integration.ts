/** Makes the index of the full-text search over the pages just built. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { minify } from 'vite';
import { itemsOf, textOf, writeList, writeText } from './cbor.ts';

/** What a page fetches of Pagefind: its worker, the stemmers and the index. Its user interfaces stay behind. */
const needed = /^(?:pagefind-worker\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.(?!unknown).*\.pagefind|fragment|index|filter)$/;

/** Parts of pages that lead elsewhere or only describe the page: what they say is found where it belongs. */
const notSearched = ['.sheet-facts', '.page-index', '.to-bring-print', '.to-bring-chosen', '.sheet-body .it-list', '.codes', '.text-quiet', '.callout', 'noscript'];

/**
 * Occurrences of words in one part of a language's index, for a number of pages. A search fetches two or three parts for
 * each of its words, and the list of all parts once: the more there are, the larger each should be. Pagefind's own 20,000
 * would make a search in a few hundred pages twice as heavy.
 */
const partSize = (pages: number) => Math.round(32 * Math.sqrt(pages));

/**
 * What Pagefind's worker lacks: it takes a part of the index that can not be fetched for an empty one, and would say that
 * nothing is found. With this before it, whoever asked is told.
 */
const tellFailures = `const fetchPart = self.fetch;
self.fetch = async (...request) => {
  const response = await fetchPart(...request).catch(() => Response.error());
  if (!response.ok) self.postMessage({ failed: true });
  return response;
};
`;

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index the pages: ${errors.join('; ')}`);
}

/** Without the gzip that Pagefind puts in its files: its reader takes both, and a server's Brotli needs a fifth less. */
const unpack = (file: Buffer): Buffer => (file[0] === 0x1f && file[1] === 0x8b ? gunzipSync(file) : file);

/** The extract of a page (a signature, then JSON) without where its headings are, which the results do not use. */
function trimExtract(file: Buffer): Buffer {
  const text = unpack(file).toString('utf8');
  const start = text.indexOf('{');
  const extract: unknown = JSON.parse(text.slice(start));
  return Buffer.from(text.slice(0, start) + JSON.stringify({ ...(typeof extract === 'object' ? extract : {}), anchors: [] }));
}

/** The version whose list of pages is known here: an update must be looked at before it is believed. */
const KNOWN_VERSION = '1.5.2';

const signature = Buffer.from('pagefind_dcd');

/**
 * Numbers the extracts and the parts of a language's index, in place of the hashes in their names: of what the list of all
 * of them weighs, and every search fetches, most is hashes, which nothing compresses. The name of the list itself keeps
 * its hash, and begins theirs: a list of yesterday leads to no file of today.
 */
async function numberFiles(folder: URL, name: string): Promise<void> {
  const file = new URL(name, folder);
  const [version, pages, parts, ...rest] = itemsOf(unpack(await readFile(file)).subarray(signature.length));
  if (version === undefined || pages === undefined || parts === undefined || textOf(version) !== KNOWN_VERSION) {
    throw new Error(`The index is not of Pagefind ${KNOWN_VERSION}: look at how its list of pages is written.`);
  }
  const prefix = /^pagefind\.(\w+_\w{4})/.exec(name)?.[1] ?? '';
  const numbered = (list: Buffer, at: number, directory: string, extension: string) =>
    Promise.all(
      itemsOf(list).map(async (entry, number) => {
        const items = itemsOf(entry);
        const before = textOf(items[at] ?? Buffer.of());
        const after = `${prefix}-${number.toString(36)}`;
        const named = (one: string) => new URL(`${directory}/${one}.${extension}`, folder);
        await rename(named(before), named(after));
        return writeList(items.with(at, writeText(after)));
      }),
    );
  const list = writeList([
    version,
    writeList(await numbered(pages, 0, 'fragment', 'pf_fragment')),
    writeList(await numbered(parts, 2, 'index', 'pf_index')),
    ...rest,
  ]);
  await writeFile(file, Buffer.concat([signature, list]));
}

async function change(file: URL, by: (content: Buffer) => Buffer | string): Promise<void> {
  await writeFile(file, by(await readFile(file)));
}

/** Makes what Pagefind wrote smaller for a server that compresses: see docs/decisions, "Search in the browser". */
export async function repack(folder: URL): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = pathToFileURL(join(entry.parentPath, entry.name));
    if (entry.name.endsWith('.js')) {
      const { code } = await minify(entry.name, await readFile(file, 'utf8'));
      await writeFile(file, code);
    } else if (entry.name.endsWith('.pf_fragment')) await change(file, trimExtract);
    else if (!entry.name.endsWith('.json')) await change(file, unpack);
  }
  for (const name of await readdir(folder)) {
    if (name.endsWith('.pf_meta')) await numberFiles(folder, name);
  }
}

/**
 * Indexes the pages that say `data-pagefind-body`, each in its language, and writes the index beside them.
 * @param directory of the built pages
 * @param languages how many languages share the pages
 * @returns how many pages were indexed
 */
export async function indexPages(directory: URL, languages: number): Promise<number> {
  const files = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.html'));
  // Pagefind has no other way to say it; its service reads it as it starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(partSize(files.length / languages));
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: notSearched });
  failOn(errors);
  if (index === undefined) throw new Error('Pagefind could not begin an index.');
  const added = await index.addDirectory({ path: fileURLToPath(directory) });
  failOn(added.errors);
  const folder = new URL('pagefind/', directory);
  await rm(folder, { recursive: true, force: true });
  const written = await index.writeFiles({ outputPath: fileURLToPath(folder) });
  failOn(written.errors);
  await pagefind.close();
  for (const name of await readdir(folder)) {
    if (!needed.test(name)) await rm(new URL(name, folder), { recursive: true });
    else if (name.endsWith('.js')) await change(new URL(name, folder), (script) => tellFailures + script.toString('utf8'));
  }
  return (await readdir(new URL('fragment/', folder))).length;
}

/**
 * The step of the build that makes `/pagefind/`.
 * @param options.compressed whether a server will compress the files: then they are written in the way that suits it
 * @param options.languages how many languages share the pages
 */
export function fullTextSearch({ compressed, languages }: { compressed: boolean; languages: number }): AstroIntegration {
  return {
    name: 'full-text-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const count = await indexPages(dir, languages);
        if (compressed) await repack(new URL('pagefind/', dir));
        logger.info(`${count} pages can be searched.`);
      },
    },
  };
}
