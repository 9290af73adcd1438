// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} parts path below the root */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * The file behind a command of an installed package, to be run with this very Node whatever the PATH says.
 * @param {string} packageName
 * @param {string} command
 */
export function commandFile(packageName, command) {
  const manifest = inRoot('node_modules', packageName, 'package.json');
  /** @type {{ bin: Record<string, string> }} */
  const { bin } = createRequire(import.meta.url)(manifest);
  return join(dirname(manifest), bin[command] ?? '');
}

/** What the built site depends on. Tests are left out: changing one changes no page. */
const buildInputs = [
  'src',
  'public',
  'content',
  'mocks',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/lib/sitemap.mjs',
];
const buildVariables = ['PORTAL_ORIGIN'];

/**
 * @param {string} base
 * @param {string} name file or directory below `base`
 * @returns {string[]} names of the files, sorted, with forward slashes
 */
function filesOf(base, name) {
  const info = statSync(join(base, name), { throwIfNoEntry: false });
  if (info === undefined) return [];
  if (!info.isDirectory()) return [name];
  return readdirSync(join(base, name))
    .sort()
    .flatMap((entry) => filesOf(base, `${name}/${entry}`));
}

/**
 * A fingerprint of what a build is made from: the same fingerprint, the same build.
 * @param {string} variant kept apart from other variants of the build
 * @param {string} [base] the project's directory
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} hexadecimal SHA-256
 */
export function buildFingerprint(variant, base = root, env = process.env) {
  const hash = createHash('sha256').update(variant);
  for (const name of buildVariables) hash.update(`\0${name}=${env[name] ?? ''}`);
  for (const file of buildInputs.flatMap((name) => filesOf(base, name))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const content = readFileSync(join(base, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The two builds: the portal with its server, and the one for a plain file server. */
export const builds = /** @type {const} */ ({
  portal: { variant: 'portal', directory: 'dist', script: [] },
  staticDemo: { variant: 'static-demo', directory: 'dist-static-demo', script: ['--static-demo'] },
});

/** @typedef {typeof builds[keyof typeof builds]} Build */

/** @param {Build} build */
export const stampFile = (build) => inRoot(build.directory, '.build-stamp');

/**
 * True when the build on disk was made from what is on disk now.
 * @param {Build} build
 */
export function isBuilt(build) {
  const stamp = stampFile(build);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildFingerprint(build.variant);
}
