// @ts-check
// npm run bench:search [-- --sheets 10000]: what the first suggestion and the first results weigh and how long they take,
// in Chromium, with the real content and with a generated catalogue. Bytes are those of Brotli at its best, besides what
// every page fetches.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { prepare } from './lib/prepare.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { commandFile } from './lib/project.mjs';
import { main, PlainError, say, step, table } from './lib/terminal.mjs';

/** @typedef {{ what: string, bytes: number, milliseconds: number, ceiling: number, aim: number }} Measure */

/** How often each is measured, every time by a browser that has fetched nothing yet; the median counts. */
const times = 5;

/** @type {Record<string, string>} */
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** What suggestions may weigh, in bytes. */
const suggestions = { ceiling: 25_000, aim: 15_000 };

/** What is not the search's: documents, fonts and pictures. */
const notCounted = new Set(['.html', '.svg', '.woff2', '.png', '.webp', '.avif']);

/** A page like all others: what it fetches is weighed by the budgets of every page, and not counted here again. */
const anyPage = '/privacy/';

/**
 * Serves a built site, and counts what is fetched of it that not every page fetches.
 * @param {string} client directory of the built files
 */
async function serve(client) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  /** @type {Set<string>} */
  const ofEveryPage = new Set();
  let learning = true;
  let bytes = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(client, normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)));
    try {
      const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      compressed.set(file, body);
      if (learning) ofEveryPage.add(file);
      else if (!notCounted.has(extname(file)) && !ofEveryPage.has(file)) bytes += body.length;
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {
    origin: `http://localhost:${typeof address === 'object' ? address?.port : ''}`,
    learned: () => void (learning = false),
    counted: () => bytes,
    reset: () => void (bytes = 0),
    close: () => void server.close(),
  };
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * @param {import('playwright').Browser} browser
 * @param {Awaited<ReturnType<typeof serve>>} server
 * @param {string} address of the page to begin with
 * @param {(page: import('playwright').Page) => Promise<number>} act answers how long it took, in milliseconds
 */
async function repeat(browser, server, address, act) {
  const taken = [];
  for (let time = 0; time <= times; time += 1) {
    server.reset();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.origin + address);
    const milliseconds = await act(page);
    await page.waitForLoadState('networkidle');
    taken.push({ bytes: server.counted(), milliseconds });
    await context.close();
  }
  // The first one also waited for the server to compress.
  taken.shift();
  return { bytes: median(taken.map(({ bytes }) => bytes)), milliseconds: median(taken.map(({ milliseconds }) => milliseconds)) };
}

/**
 * @param {string} client
 * @param {{ ceiling: number, aim: number }} search what a first search may weigh, in bytes
 * @returns {Promise<Measure[]>}
 */
async function measure(client, search) {
  const { chromium } = await import('playwright');
  const { chromiumFlags, requireChromium } = await import('./lib/chromium.mjs');
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumFlags });
  const server = await serve(client);
  try {
    const page = await browser.newPage();
    await page.goto(server.origin + anyPage, { waitUntil: 'networkidle' });
    await page.close();
    server.learned();
    const suggestion = await repeat(browser, server, '/', async (page) => {
      const started = performance.now();
      await page.locator('main input[name="q"]').pressSequentially('bol');
      await page.locator('[role="option"]').first().waitFor();
      return performance.now() - started;
    });
    /** @type {Measure[]} */
    const measures = [{ what: 'the first suggestion', ...suggestion, ...suggestions }];
    for (const query of ['bollo', 'bollo auto']) {
      const results = await repeat(browser, server, `/cerca/#${new URLSearchParams({ q: query })}`, async (page) => {
        await page.locator('.search-results > li').first().waitFor();
        return page.evaluate(() => performance.now());
      });
      measures.push({ what: `the first results for “${query}”`, ...results, ...search });
    }
    // A typing error is corrected by the words of the suggestions, which came while it was typed.
    const corrected = await repeat(browser, server, '/', async (page) => {
      await page.locator('main input[name="q"]').pressSequentially('medcio');
      await page.locator('[role="option"]').first().waitFor();
      const started = performance.now();
      await page.keyboard.press('Enter');
      await page.locator('.search-results > li').first().waitFor();
      return performance.now() - started;
    });
    const both = { ceiling: suggestions.ceiling + search.ceiling, aim: suggestions.aim + search.aim };
    return [...measures, { what: 'typing “medcio”, and its results', ...corrected, ...both }];
  } finally {
    server.close();
    await browser.close();
  }
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

await main(async () => {
  await prepare(import.meta.url);
  stopOnSignals();
  const { values } = parseArgs({ options: { sheets: { type: 'string', default: '10000' } } });
  const { generateSite } = await import('./lib/generated-site.mjs');
  const sizes = [
    { name: 'the real content', services: 0, search: { ceiling: 95_000, aim: 60_000 } },
    { name: `${values.sheets} sheets`, services: Number(values.sheets), search: { ceiling: 150_000, aim: 100_000 } },
  ];
  const rows = [];
  let over = 0;
  for (const { name, services, search } of sizes) {
    // A language has an index of its own, whatever the number of languages.
    const directory = generateSite({ services, languages: ['it'] });
    try {
      await step(`Building ${name}`, async () => {
        const args = ['--max-old-space-size=8000', commandFile('astro', 'astro'), 'build', '--root', directory];
        const { code, tail } = await run('The build', args, { env: { ASTRO_TELEMETRY_DISABLED: '1' }, log: join(directory, 'build.log') });
        if (code !== 0) throw new PlainError('The build failed.', tail);
      });
      for (const { what, bytes, milliseconds, ceiling, aim } of await measure(join(directory, 'dist', 'client'), search)) {
        if (bytes > ceiling) over += 1;
        const verdict = bytes > ceiling ? 'OVER' : bytes > aim ? 'within the ceiling' : 'within the aim';
        rows.push([name, what, kilobytes(bytes), kilobytes(ceiling), kilobytes(aim), `${Math.round(milliseconds)} ms`, verdict]);
      }
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
  say(`\n${table([['site', 'until', 'fetched', 'ceiling', 'aim', 'time', ''], ...rows], [2, 3, 4, 5])}`);
  if (over > 0) throw new PlainError('The search weighs more than allowed.');
});
