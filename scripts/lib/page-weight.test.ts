import { expect, test } from 'vitest';
import { followImports, pathOf, readFirstLoad, readImports } from './page-weight.mjs';

test('a page names its styles, scripts, islands and fonts', () => {
  const html = `<!doctype html><html><head>
    <!-- <link rel="stylesheet" href="/commented.css"> -->
    <link rel="stylesheet" href="/_astro/a.css"><LINK href='/_astro/b.css' REL=stylesheet media="print">
    <link rel="preload" as="font" type="font/woff2" href="/fonts/t.woff2" crossorigin>
    <link rel="preload" as="image" href="/logo.svg"><link rel="modulepreload" href="/_astro/pre.js">
    <link rel="canonical" href="https://example.it/">
    <style>h1 { color: red }</style><style media="print">a{}</style>
    <script type="application/ld+json">{"@type":"Thing"}</script>
    <script type="module" src="/_astro/m.js?x=1&amp;y=2"></script><script>run()</script>
    </head><body>
    <astro-island uid="1" component-url="/_astro/Area.js" renderer-url="/_astro/client.js"
      before-hydration-url="/_astro/before.js"
      props="{&quot;a&quot;:&quot;>&quot;}" data-x="a>b" client="load"></astro-island>
    <astro-island component-url='/_astro/Other.js' renderer-url="" client="load"></astro-island></body></html>`;
  expect(readFirstLoad(html)).toEqual({
    styles: ['/_astro/a.css', '/_astro/b.css'],
    scripts: [
      '/_astro/pre.js',
      '/_astro/m.js?x=1&y=2',
      '/_astro/Area.js',
      '/_astro/client.js',
      '/_astro/before.js',
      '/_astro/Other.js',
    ],
    fonts: ['/fonts/t.woff2'],
    inlineStyle: 'h1 { color: red }a{}',
    inlineScript: 'run()',
  });
});

test.each([
  ['import"./a.js";', ['./a.js']],
  ['import{a as b}from"./a.js";import c from"./b.js"', ['./a.js', './b.js']],
  ["import * as n from './a.js'\nimport d, { e } from './b.js'", ['./a.js', './b.js']],
  ['export*from"./a.js";export{x}from"./b.js";export*as y from"./c.js"', ['./a.js', './b.js', './c.js']],
  ['/*! licence */import{a}from"./a.js"', ['./a.js']],
  ['import{\n  a,\n  b,\n} from "./a.js";', ['./a.js']],
])('%s imports at once', (code, expected) => {
  expect(readImports(code)).toEqual({ now: expected, later: [] });
});

test.each([
  'const a="x";export{a as b};var c="from";',
  'export default function f(){}',
  'important("./a.js")',
  'reimport"./a.js"',
  'console.log(import.meta.url,"./a.js")',
])('%s imports nothing', (code) => {
  expect(readImports(code)).toEqual({ now: [], later: [] });
});

test('what is imported on demand is kept apart', () => {
  expect(readImports('const f=()=>import("./a.js"),g=()=>import(`./b.js`),h=()=>import(/* why */ "./c.js")')).toEqual({
    now: [],
    later: ['./a.js', './b.js', './c.js'],
  });
});

test('imports are followed once, through folders, and only within the site', () => {
  const files: Record<string, string> = {
    '/_astro/a.js': 'import"./b.js";import"../c.js";import"//cdn.example/x.js";import"react";a(import("./later.js"))',
    '/_astro/b.js': 'import"./a.js";import("./b2.js")',
    '/_astro/b2.js': '',
    '/c.js': 'import"/_astro/b2.js"',
    '/_astro/later.js': 'import"./never.js"',
  };
  const { loaded, later } = followImports(['/_astro/a.js', '/missing.js'], (path) => files[path]);
  expect([...loaded]).toEqual(['/_astro/a.js', '/_astro/b.js', '/c.js', '/_astro/b2.js']);
  expect([...later]).toEqual(['/_astro/later.js']);
});

test.each([
  ['/a.css?v=1', '/servizi/', '/a.css'],
  ['./b.js', '/_astro/a.js', '/_astro/b.js'],
  ['//cdn.example/a.js', '/', undefined],
  ['https://cdn.example/a.js', '/', undefined],
  ['data:text/css,a{}', '/', undefined],
])('%s written in %s is %s', (address, from, expected) => {
  expect(pathOf(address, from)).toBe(expected);
});
