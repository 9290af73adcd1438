import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildFingerprint } from './project.mjs';

let base = '';
const fingerprint = (env = {}) => buildFingerprint('portal', base, env);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'project-'));
  mkdirSync(join(base, 'src', 'pages'), { recursive: true });
  writeFileSync(join(base, 'src', 'pages', 'index.astro'), '<h1>Home</h1>');
});

afterEach(() => rmSync(base, { recursive: true }));

test('the same sources have the same fingerprint, whenever they were written', () => {
  const before = fingerprint();
  writeFileSync(join(base, 'src', 'pages', 'index.astro'), '<h1>Home</h1>');
  expect(fingerprint()).toBe(before);
});

test('a change, a new file, a new name and a new origin each make another build necessary', () => {
  const seen = new Set([fingerprint()]);
  writeFileSync(join(base, 'src', 'pages', 'index.astro'), '<h1>Casa</h1>');
  seen.add(fingerprint());
  writeFileSync(join(base, 'src', 'pages', 'a.astro'), '');
  seen.add(fingerprint());
  rmSync(join(base, 'src', 'pages', 'a.astro'));
  writeFileSync(join(base, 'src', 'pages', 'b.astro'), '');
  seen.add(fingerprint());
  seen.add(fingerprint({ PORTAL_ORIGIN: 'https://portale.example.it' }));
  seen.add(buildFingerprint('static-demo', base, {}));
  expect(seen.size).toBe(6);
});

test('tests and files elsewhere do not', () => {
  const before = fingerprint();
  writeFileSync(join(base, 'src', 'pages', 'a.test.ts'), '');
  writeFileSync(join(base, 'README.md'), '');
  expect(fingerprint()).toBe(before);
});
