// @ts-check
// npm run build [-- --if-needed] [-- --no-budgets]; npm run build:static-demo
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentErrors } from './lib/content.mjs';
import { missingMessages } from './lib/messages.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { buildFingerprint, builds, commandFile, inRoot, isBuilt, stampFile } from './lib/project.mjs';
import { main, PlainError, say, step } from './lib/terminal.mjs';

/** @returns {string[]} codes of the languages in content/portal.json, which has been checked before */
function configuredLanguages() {
  const { languages } = JSON.parse(readFileSync(inRoot('content', 'portal.json'), 'utf8'));
  return languages.map((/** @type {{ code: string }} */ { code }) => code);
}

await main(async () => {
  await prepare(import.meta.url);
  stopOnSignals();
  const { values } = parseArgs({
    options: {
      'static-demo': { type: 'boolean', default: false },
      'if-needed': { type: 'boolean', default: false },
      'no-budgets': { type: 'boolean', default: false },
    },
  });
  const build = values['static-demo'] ? builds.staticDemo : builds.portal;
  const { precompress } = await import('./lib/precompress.mjs');

  if (values['if-needed'] && isBuilt(build)) {
    say(`${build.directory} is up to date.`);
  } else {
    // Read before building: what is changed meanwhile must make the next build necessary.
    const fingerprint = buildFingerprint(build.variant);
    // Before Astro, whose sentences name neither lines nor relations.
    const contentFaults = await contentErrors();
    const faults = contentFaults.length > 0 ? contentFaults : missingMessages(configuredLanguages());
    if (faults.length > 0) {
      throw new PlainError('The contents or the messages have errors, named above: the site was not built.', faults.join('\n'));
    }
    rmSync(stampFile(build), { force: true });
    const { code } = await run('The build', [commandFile('astro', 'astro'), 'build'], {
      env: { ASTRO_TELEMETRY_DISABLED: '1', ...(build === builds.staticDemo ? { STATIC_DEMO: '1' } : {}) },
    });
    if (code !== 0) throw new PlainError('The build failed: what is wrong is said above.');
    if (build === builds.portal) {
      await step('Compressing the pages', () => precompress(inRoot(build.directory, 'client')));
    }
    writeFileSync(stampFile(build), fingerprint);
  }
  if (build === builds.portal && !values['no-budgets']) {
    const { checkBudgets } = await import('./budgets.mjs');
    await checkBudgets();
  }
});
