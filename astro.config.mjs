import { readFileSync } from 'node:fs';
import node from '@astrojs/node';
import react from '@astrojs/react';
import purgecss from '@fullhuman/postcss-purgecss';
import { defineConfig } from 'astro/config';
import postcss from 'postcss';
import rtlcss from 'rtlcss';

const { colours } = JSON.parse(readFileSync(new URL('./content/portal.json', import.meta.url), 'utf8'));

/** The whole portal for a plain file server, the back ends imitated in the browser (`npm run build:static-demo`). */
const staticDemo = process.env.STATIC_DEMO === '1';

/** Mirrors `*.rtl.scss`, which only the right-to-left languages load; Bootstrap Italia ships no such style sheet. */
const mirrorRightToLeft = {
  postcssPlugin: 'mirror-right-to-left',
  OnceExit(root) {
    if (!root.source?.input.file?.includes('.rtl.scss')) return;
    const mirrored = postcss.parse(rtlcss.process(root.toString()));
    root.removeAll();
    root.append(mirrored.nodes);
  },
};

/** Drops the rules of Bootstrap Italia that no page uses: most of them. */
const keepOnlyWhatIsUsed = purgecss({
  content: ['./src/**/*.{astro,tsx,ts}'],
  defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  safelist: { standard: ['table', 'ol', 'ul', 'li', 'strong', 'em', 'code', 'blockquote', 'h3'] },
});

export default defineConfig({
  site: process.env.PORTAL_ORIGIN ?? 'http://localhost:4321',
  outDir: staticDemo ? 'dist-static-demo' : 'dist',
  output: 'static',
  trailingSlash: 'ignore',
  ...(staticDemo ? {} : { adapter: node({ mode: 'middleware' }) }),
  integrations: [react()],
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
    define: { 'import.meta.env.STATIC_DEMO': JSON.stringify(staticDemo) },
    css: {
      postcss: { plugins: [keepOnlyWhatIsUsed, mirrorRightToLeft] },
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
