// @ts-check
// npm run content:check [-- --errors-only] [-- --json] [-- --links] [-- paths]: what editors should know of the contents,
// in their language. Ends with code 1 when there are errors; warnings alone are no failure.
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { checkProject } from './lib/content.mjs';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/project.mjs';
import { main, PlainError, say } from './lib/terminal.mjs';

/** Milliseconds that another site has to answer, and how many are asked at once. */
const patience = { timeout: 10_000, atOnce: 8 };

/**
 * @param {string} path as typed
 * @returns {string} from the project's folder, with forward slashes
 */
const fromRoot = (path) => relative(root, resolve(path)).replaceAll(sep, '/');

await main(async () => {
  await prepare(import.meta.url);
  const { values: options, positionals } = parseArgs({
    options: {
      'errors-only': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      links: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const limits = positionals.map(fromRoot);
  /** @param {string} file */
  const isAsked = (file) =>
    limits.length === 0 || limits.some((limit) => file === limit || file.startsWith(`${limit}/`));

  const { inOneLine, inOrder, totals } = await import('../src/content-model/check/finding.ts');
  // What a file says of another can be judged only with all of them at hand, whatever is asked for.
  const report = await checkProject();
  const files = report.files.filter(isAsked);
  if (files.length === 0) throw new PlainError(`Nessun file di content/ è in ${positionals.join(', ')}.`);
  const found = report.findings.filter(({ file }) => isAsked(file));

  let network = '';
  if (options.links && !options['errors-only']) {
    const { askLinks } = await import('../src/content-model/check/live-links.ts');
    const asked = await askLinks(
      report.externalLinks.filter(({ place }) => isAsked(place.file)),
      { fetch, ...patience },
    );
    found.push(...asked.findings);
    network = asked.withoutNetwork
      ? 'La rete non risponde: i collegamenti ad altri siti non sono stati aperti.'
      : `Collegamenti ad altri siti aperti: ${asked.asked}.`;
  }

  const errors = found.filter(({ severity }) => severity === 'error');
  const findings = inOrder(options['errors-only'] ? errors : found);
  if (options.json) {
    say(JSON.stringify({ files: files.length, findings }, null, 2));
  } else {
    for (const [title, severity] of /** @type {const} */ ([
      ['Errori: il sito non si può costruire', 'error'],
      ['Avvisi', 'warning'],
    ])) {
      const listed = findings.filter((finding) => finding.severity === severity);
      if (listed.length > 0) say([`${title}`, ...listed.map(inOneLine), ''].join('\n'));
    }
    if (network !== '') say(network);
    say(totals(files.length, found));
  }
  return errors.length > 0 ? 1 : 0;
});
