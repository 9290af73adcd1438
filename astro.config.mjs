import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import node from '@astrojs/node';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import purgecss from '@fullhuman/postcss-purgecss';
import { defineConfig } from 'astro/config';
import postcss from 'postcss';
import rtlcss from 'rtlcss';
import { staticDemo } from './mocks/static-demo/integration.ts';
import { siteMap } from './scripts/lib/sitemap.mjs';
import { fullTextSearch } from './src/features/search/pagefind-integration.ts';

const { colours, languages } = JSON.parse(readFileSync(new URL('./content/portal.json', import.meta.url), 'utf8'));

/** The whole portal for a plain file server, the back ends imitated in the browser (`npm run build:static-demo`). */
const isStaticDemo = process.env.STATIC_DEMO === '1';

/** The integration's own pairing of languages looks through all pages for each of them; ours knows where they are. */
const listedPages = sitemap(
  siteMap({ languages: languages.map(({ code }) => code), content: fileURLToPath(new URL('content', import.meta.url)) }),
);

/** The routes that a server answers on demand: the files of a folder that Astro by itself passes over. */
const onDemandRoutes = {
  name: 'on-demand-routes',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      const folder = 'src/pages/_on-demand';
      for (const file of globSync('**/*.{astro,ts}', { cwd: new URL(folder, import.meta.url) })) {
        const path = file.replaceAll('\\', '/');
        injectRoute({ pattern: `/${path.replace(/(\/index)?\.\w+$/, '')}`, entrypoint: `./${folder}/${path}` });
      }
    },
  },
};

/** Mirrors `*.rtl.scss`, which only the right-to-left languages load; Bootstrap Italia ships no such style sheet. */
const mirrorRightToLeft = {
  postcssPlugin: 'mirror-right-to-left',
  OnceExit(root) {
    if (!root.source?.input.file?.includes('.rtl.scss')) return;
    const mirrored = postcss.parse(rtlcss.process(root.toString()), { from: root.source.input.file });
    root.removeAll();
    root.append(mirrored.nodes);
  },
};

/** Drops the rules of Bootstrap Italia that no page uses: most of them. Not in dev, where a class may come at any time. */
const keepOnlyWhatIsUsed = purgecss({
  content: ['./src/**/*.{astro,tsx,ts}'],
  defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  safelist: { standard: ['table', 'ol', 'ul', 'li', 'strong', 'em', 'code', 'blockquote', 'h3'] },
});

export default defineConfig({
  site: process.env.PORTAL_ORIGIN ?? 'http://localhost:4321',
  outDir: isStaticDemo ? 'dist-static-demo' : 'dist',
  output: 'static',
  trailingSlash: 'ignore',
  ...(isStaticDemo ? {} : { adapter: node({ mode: 'middleware' }) }),
  integrations: [react(), isStaticDemo ? staticDemo() : onDemandRoutes, listedPages, fullTextSearch({ compressed: !isStaticDemo, languages: languages.length })],
  // The back end for front end checks where requests come from by itself, behind any proxy.
  security: {
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "object-src 'none'",
        "worker-src 'self'",
      ],
    },
  },
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    define: { 'import.meta.env.HAS_SERVER': String(!isStaticDemo) },
    css: {
      postcss: { plugins: process.argv.includes('dev') ? [mirrorRightToLeft] : [keepOnlyWhatIsUsed, mirrorRightToLeft] },
      preprocessorOptions: {
        scss: {
          additionalData: `$portal-accent: ${colours.accent}; $portal-accent-dark: ${colours.accentDark};\n`,
          loadPaths: ['node_modules/bootstrap-italia/src/scss'],
          quietDeps: true,
          silenceDeprecations: ['import'],
        },
      },
    },
  },
});
