// The portal's own store, which fails: a second portal of its own over a store that these tests can break.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import portal from '../../content/portal.json' with { type: 'json' };
import { demoEnvironment } from '../../mocks/credentials.ts';
import { untilHealthy } from '../../scripts/lib/ports.mjs';
import { demoOrigin } from '../addresses.ts';
import { expect, test } from '../fixtures.ts';
import { words } from '../words.ts';

const port = 4425;
const origin = `http://localhost:${port}`;
const project = fileURLToPath(new URL('../../', import.meta.url));
const t = words('it', 'feedback');
const status = words('it', 'status');

let folder = '';
let file = '';
let server: ChildProcess;

// One store, broken in one way after the other.
test.describe.configure({ mode: 'serial' });

async function startPortal(): Promise<void> {
  server = spawn(process.execPath, ['scripts/serve.mjs'], {
    cwd: project,
    stdio: 'ignore',
    env: {
      ...process.env,
      ...demoEnvironment({ demoOrigin, portalOrigin: origin }),
      // Nobody is there.
      HEALTH_URL: 'http://localhost:9',
      STORE_FILE: file,
      PORT: String(port),
    },
  });
  await untilHealthy('The second portal', origin);
}

async function stopPortal(): Promise<void> {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-store-'));
  file = join(folder, 'store', 'portal.sqlite');
  // A file stands where the store's directory should be: nothing can be kept.
  writeFileSync(join(folder, 'store'), '');
  await startPortal();
});

test.afterAll(async () => {
  await stopPortal();
  rmSync(folder, { recursive: true });
});

test.beforeEach(({ announce }) => announce(new RegExp(`^left for ${origin}/`), new RegExp(`^503 ${origin}/`)));

async function rate(page: Page): Promise<void> {
  await page.goto(`${origin}/servizi/`);
  await page.getByRole('radio', { name: t('rates.1') }).check({ force: true });
  await page.getByRole('textbox', { name: t('text.label') }).fill('Non si capisce');
  await page.getByRole('button', { name: t('send') }).click();
}

const thanks = (page: Page) => page.getByText(t('thanks.title'));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a store that cannot be opened is said on the page that follows, and nothing typed is lost', async ({ page }) => {
    await rate(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('problem.title'));
    await expect(page.getByText(t('problem.not-stored'))).toBeVisible();
    await expect(page.locator('main input[name="text"]')).toHaveValue('Non si capisce');
    await page.getByRole('main').getByRole('button', { name: t('problem.again') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('problem.title'));
  });
});

test('with a store that cannot be opened the rest of the portal works, and the state of the sources is not made up', async ({ page }) => {
  await rate(page);
  await expect(page.getByRole('alert')).toHaveText(t('problem.not-stored'));
  await expect(page.getByRole('textbox', { name: t('text.label') })).toHaveValue('Non si capisce');

  await page.goto(`${origin}/stato/`);
  await expect(page.getByText(status('unreadable.title'))).toBeVisible();
  await expect(page.getByText(status('summary.works'))).toHaveCount(0);
  for (const path of ['/readyz', '/api/v1/session', '/semplice/']) expect((await page.request.get(origin + path)).status(), path).toBe(200);
});

test('once there is room again the same portal keeps what is sent', async ({ page }) => {
  rmSync(join(folder, 'store'));
  await rate(page);
  await expect(thanks(page)).toBeVisible();
});

test('a store that another program holds is said at once, and kept later', async ({ page }) => {
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  await rate(page);
  await expect(page.getByRole('alert')).toHaveText(t('problem.not-stored'));
  other.exec('ROLLBACK');
  other.close();
  await page.getByRole('button', { name: t('send') }).click();
  await expect(thanks(page)).toBeVisible();
});

test('what was kept is exported as CSV', () => {
  const csv = execFileSync(process.execPath, ['scripts/export-ratings.mjs'], {
    cwd: project,
    env: { ...process.env, STORE_FILE: file },
    encoding: 'utf8',
  });
  const [head, ...rows] = csv.trimEnd().split('\n');
  expect(head).toBe('\ufeffday,path,locale,rating,reasons,text');
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatch(/^\d{4}-\d\d-\d\d,\/servizi\/,it,1,,Non si capisce$/);
});

test('a source that does not answer is said so, and the others are not', async ({ page }) => {
  await stopPortal();
  await startPortal();
  const source = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
  await expect(async () => {
    await page.goto(`${origin}/stato/`);
    await expect(page.getByText(status('summary.silent', { count: 1 }))).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(source(portal.sources.health.name)).toContainText(status('state.silent'));
  await expect(source(portal.sources.notices.name)).not.toContainText(status('state.silent'));
  await expect(source(portal.sources.notices.name)).toContainText(status('state.works'));
});
