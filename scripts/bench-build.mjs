// @ts-check
// npm run bench:build [-- --pages 10000,60000]: time and memory of building the portal, against a bare Astro site.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './lib/prepare.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { commandFile } from './lib/project.mjs';
import { duration, main, PlainError, say, table } from './lib/terminal.mjs';

/** @typedef {{ name: string, pages: number, milliseconds: number, bytes: number }} Measure */

/** The heap that 60,000 pages need, in megabytes. */
const heap = 12_000;

/** @param {string} directory */
const countPages = (directory) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).length;

/**
 * Builds a site and measures it; its directory is gone afterwards.
 * @param {string} name
 * @param {string} directory
 * @returns {Promise<Measure>}
 */
async function measure(name, directory) {
  const memory = join(directory, 'peak-memory');
  const started = performance.now();
  const { code, tail } = await run(name, ['--import', new URL('lib/peak-memory.mjs', import.meta.url).href, `--max-old-space-size=${heap}`, commandFile('astro', 'astro'), 'build', '--root', directory], {
    env: { ASTRO_TELEMETRY_DISABLED: '1', PEAK_MEMORY_FILE: memory },
    log: join(directory, 'build.log'),
  });
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new PlainError(`${name}: the build failed.\n${tail}`);
  const client = join(directory, 'dist', 'client');
  const pages = countPages(existsSync(client) ? client : join(directory, 'dist'));
  const bytes = Number(readFileSync(memory, 'utf8'));
  rmSync(directory, { recursive: true });
  const measured = { name, pages, milliseconds, bytes };
  say(describe(measured).join('  '));
  return measured;
}

/** @param {Measure} measured */
const describe = ({ name, pages, milliseconds, bytes }) => [
  name,
  String(pages),
  duration(milliseconds),
  `${(milliseconds / pages).toFixed(1)} ms`,
  `${(bytes / 1e9).toFixed(2)} GB`,
];

await main(async () => {
  await prepare(import.meta.url);
  stopOnSignals();
  const { values } = parseArgs({ options: { pages: { type: 'string', default: '10000,60000' } } });
  const { generateBareSite, generateSite } = await import('./lib/generated-site.mjs');
  const { default: portal } = await import('../content/portal.json', { with: { type: 'json' } });

  const rows = [await measure('the real content', generateSite({ services: 0 }))];
  rows.push(await measure('a bare Astro site', generateBareSite(rows[0]?.pages ?? 0)));
  for (const wanted of values.pages.split(',').map(Number)) {
    const services = Math.round(wanted / portal.languages.length);
    const generated = await measure(`${services} services in ${portal.languages.length} languages`, generateSite({ services }));
    rows.push(generated, await measure('a bare Astro site', generateBareSite(generated.pages)));
  }
  say(`\n${table([['site', 'pages', 'time', 'a page', 'memory'], ...rows.map(describe)], [1, 2, 3, 4])}`);
  for (let index = 0; index + 1 < rows.length; index += 2) {
    const [ours, bare] = rows.slice(index, index + 2);
    if (ours && bare) say(`${ours.pages} pages: ${(ours.milliseconds / bare.milliseconds).toFixed(2)} times a bare site`);
  }
});
