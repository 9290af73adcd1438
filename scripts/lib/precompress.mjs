// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(?:html|css|m?js|json|jsonld|svg|xml|txt|ics|csv|ttl|webmanifest|map|wasm|pagefind|pf_meta|pf_index|pf_fragment|pf_filter)$/;

/**
 * The best compression of a big site would take longer than making it: above so many bytes a lower quality, which is
 * many times as fast and gives a few percent more.
 * @param {number} bytes of all files together
 */
const qualityFor = (bytes) => (bytes < 10e6 ? 11 : bytes < 250e6 ? 9 : 5);

const parallel = 8;

/**
 * @param {Buffer} content
 * @param {number} quality 0 to 11
 * @returns {Promise<Buffer>}
 */
const brotli = (content, quality) =>
  promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });

/**
 * The number of bytes that a visitor receives: budgets count brotli at its best.
 * @param {Buffer} content
 */
export const brotliBytes = async (content) => (await brotli(content, 11)).length;

/**
 * Puts `.br` and `.gz` beside every text file, where they are smaller.
 * @param {string} directory
 * @returns {Promise<number>} how many files were compressed
 */
export async function precompress(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const quality = qualityFor(files.reduce((sum, file) => sum + statSync(file).size, 0));
  const queue = files.values();
  const worker = async () => {
    for (const file of queue) {
      const content = await readFile(file);
      // Scripts, and what every search fetches, are worth the best.
      const best = /^\/(?:_astro\/|pagefind\/[^/]+$)/.test(file.slice(directory.length)) ? 11 : quality;
      const [br, gz] = await Promise.all([brotli(content, best), promisify(gzip)(content, { level: quality === 5 ? 6 : 9 })]);
      if (br.length < content.length) await writeFile(`${file}.br`, br);
      if (gz.length < content.length) await writeFile(`${file}.gz`, gz);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return files.length;
}
