/** What the build for a plain file server adds to the pages: the portal's API and its back ends, inside the browser. */
import { copyFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** The module that starts the demo in a page. The portal and the imitations meet here: neither imports the other. */
const startModule = 'virtual:static-demo';
const startCode = `
import { createBackEnds } from '/mocks/browser.ts';
import { startStaticDemo } from '/src/pages/_static-demo/start.ts';
// Without the worker the area still appears, and says that it can not be reached.
await startStaticDemo(createBackEnds()).catch((error) => console.error(error));
`;

/** Pages that call the API from a script of their own, and not from an island, must wait for the demo as islands do. */
const callers = /\/src\/features\/identity\/access-page\.ts$/;

const startsInThePage: Plugin = {
  name: 'static-demo',
  resolveId: (id) => (id === startModule ? `\0${startModule}` : null),
  load(id) {
    // Astro builds this for its prerendering too, where there is no page to start in.
    return id === `\0${startModule}` ? (this.environment.name === 'client' ? startCode : '') : null;
  },
  transform: (code, id) => (callers.test(id) ? `import '${startModule}';\n${code}` : null),
};

/** Takes the place of the routes that a server answers on demand. */
export function staticDemo(): AstroIntegration {
  return {
    name: 'static-demo',
    hooks: {
      'astro:config:setup': ({ injectRoute, injectScript, updateConfig }) => {
        injectRoute({ pattern: '/auth/login', entrypoint: './mocks/static-demo/sign-in.astro' });
        injectRoute({ pattern: '/salute/[service]', entrypoint: './mocks/static-demo/health-service.astro' });
        injectRoute({ pattern: '/static-demo/[locale]/servizi.json', entrypoint: './src/pages/_static-demo/servizi.json.ts' });
        injectScript('before-hydration', `import '${startModule}';`);
        updateConfig({ vite: { plugins: [startsInThePage] } });
      },
      'astro:build:done': ({ dir }) =>
        copyFile(new URL(import.meta.resolve('msw/mockServiceWorker.js')), new URL('mockServiceWorker.js', dir)),
    },
  };
}
