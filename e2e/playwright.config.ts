import { defineConfig, devices } from '@playwright/test';
import { demoEnvironment } from '../mocks/credentials.ts';
import { chromiumFlags } from '../scripts/lib/chromium.mjs';
import {
  demoOrigin,
  demoPort,
  portalOrigin,
  portalPort,
  staticOrigin,
  staticPort,
  today,
  upstreamTimeoutMs,
} from './addresses.ts';

const environment = {
  ...demoEnvironment({ demoOrigin, portalOrigin }),
  DEMO_TODAY: today,
  UPSTREAM_TIMEOUT_MS: String(upstreamTimeoutMs),
  STORE_FILE: ':memory:',
};

const executablePath = process.env['CHROMIUM_PATH'];
const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: { args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) },
};

/** Each project keeps its own traces and pictures: running one does not remove those of another. */
const project = (name: string, testDir: string, use: object) => ({
  name,
  testDir,
  use,
  outputDir: `../test-results/${name}`,
});

const folders = ['journeys', 'accessibility', 'resilience'];
const otherBrowsers = process.env['PLAYWRIGHT_ALL_BROWSERS']
  ? [
      { name: 'firefox', use: devices['Desktop Firefox'] },
      { name: 'webkit', use: devices['Desktop Safari'] },
    ]
  : [];

export default defineConfig({
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: process.env['E2E_REPORT'] ?? '../test-results/report.json' }]],
  use: {
    baseURL: portalOrigin,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    ...folders.map((name) => project(name, name, chromium)),
    project('static-demo', 'static-demo', { ...chromium, baseURL: staticOrigin }),
    ...otherBrowsers.map(({ name, use }) => project(name, 'journeys', use)),
  ],
  webServer: [
    {
      command: 'node mocks/server.ts',
      cwd: '..',
      url: `${demoOrigin}/healthz`,
      env: { ...environment, DEMO_PORT: String(demoPort) },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
      stderr: 'pipe',
    },
    {
      command: 'node scripts/serve.mjs',
      cwd: '..',
      url: `${portalOrigin}/healthz`,
      env: { ...environment, PORT: String(portalPort) },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
      stderr: 'pipe',
    },
    {
      command: 'node e2e/serve-static.ts',
      cwd: '..',
      port: staticPort,
      env: { STATIC_PORT: String(staticPort) },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
  ],
});
