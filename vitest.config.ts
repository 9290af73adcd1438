import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/lib/chromium.mjs';

const components = 'src/**/*.component.test.tsx';
const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,mocks,scripts}/**/*.test.{ts,tsx}'],
          exclude: [components],
        },
      },
      {
        // What components import from packages, prepared before the first test: found later, it would make the browser
        // reload in the middle of a test.
        optimizeDeps: {
          include: [
            '@tanstack/react-query',
            'axe-core',
            'i18next',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'vitest-browser-react',
            'wouter',
            'zod/mini',
          ],
        },
        test: {
          name: 'components',
          include: [components],
          setupFiles: ['./e2e/component-setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: { args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) },
            }),
            instances: [{ browser: 'chromium' }],
            viewport: { width: 360, height: 640 },
            screenshotDirectory: 'test-results/components',
          },
        },
      },
    ],
  },
});
