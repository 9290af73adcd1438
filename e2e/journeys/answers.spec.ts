import portal from '../../content/portal.json' with { type: 'json' };
import { portalOrigin } from '../addresses.ts';
import { expect, signIn, test } from '../fixtures.ts';

const pages = [
  '/',
  '/servizi/',
  '/servizi/bollo-auto/',
  '/accedi/',
  '/area/',
  '/ar/area/pagamenti/',
  '/semplice/',
  '/non-esiste/',
  '/auth/login?provider=no',
];
const kinds = [...pages, '/api/v1/session', '/favicon.svg'];

test('every kind of answer carries the security headers', async ({ request }) => {
  for (const path of kinds) {
    const response = await request.get(path);
    const headers = response.headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers['permissions-policy'], path).toContain('geolocation=()');
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy'], path).toContain("object-src 'none'");
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
});

test('every page has a policy that lets in only its own scripts and styles', async ({ page, announce }) => {
  announce(/^404 .*\/non-esiste\//, /^400 .*\/auth\/login/);
  for (const path of pages) {
    const response = await page.goto(path);
    const meta = await page
      .locator('meta[http-equiv="content-security-policy"]')
      .evaluateAll((tags) => tags.map((tag) => tag.getAttribute('content') ?? ''));
    const policies = [...meta, response?.headers()['content-security-policy'] ?? ''].join('; ');
    expect(policies, path).toMatch(/script-src [^;]*'sha256-/);
    expect(policies, path).toMatch(/style-src [^;]*'sha256-/);
    expect(policies, path).not.toMatch(/unsafe-(?:inline|eval)|\*|https?:\/\/(?!localhost:442[12])/);
  }
});

test('what belongs to a person is listed and kept by nobody', async ({ page, context }) => {
  await signIn(page, 'Giulia');
  for (const path of ['/area/', '/en/area/salute/', '/semplice/', '/ar/semplice/', '/api/v1/session', '/api/v1/notices']) {
    const response = await context.request.get(path);
    expect(response.headers()['x-robots-tag'], path).toContain('noindex');
    if (!path.includes('/area/')) expect(response.headers()['cache-control'], path).toBe('no-store');
  }
});

test('cookies cannot be read by scripts nor sent from other sites, and public pages set none', async ({ page, context }) => {
  await page.goto('/');
  await page.goto('/servizi/bollo-auto/');
  await page.goto('/accedi/');
  expect(await context.cookies(portalOrigin)).toEqual([]);

  const set: string[] = [];
  context.on('response', (response) => {
    if (!response.url().startsWith(`${portalOrigin}/auth/`)) return;
    void response.headersArray().then((headers) => {
      set.push(...headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value));
    });
  });
  await signIn(page, 'Giulia');
  await expect.poll(() => set.length).toBeGreaterThanOrEqual(2);
  for (const cookie of set) expect(cookie).toMatch(/^fdc_\w+=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('personal data are refused to who is not signed in, with a problem document', async ({ request }) => {
  for (const path of ['/api/v1/notices', '/api/v1/payments', '/api/v1/health', '/api/v1/suggestions']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(401);
    expect(response.headers()['content-type'], path).toContain('application/problem+json');
    expect(await response.json(), path).toMatchObject({ status: 401, title: expect.any(String) });
  }
});

test('a change asked by another site is refused', async ({ page, context }) => {
  await signIn(page, 'Luca');
  for (const path of ['/auth/logout', '/api/v1/notices/00000000-0000-4000-8000-000000000000/read']) {
    const response = await context.request.post(path, { headers: { origin: 'https://example.org' }, maxRedirects: 0 });
    expect(response.status(), path).toBe(403);
  }
  expect(await (await context.request.get('/api/v1/session')).json()).toMatchObject({ signedIn: true });
});

test('unknown operations and wrong methods are problems, not pages', async ({ request }) => {
  const unknown = await request.get('/api/v1/no-such-thing');
  expect(unknown.status()).toBe(404);
  expect(unknown.headers()['content-type']).toContain('application/problem+json');
  const wrong = await request.delete('/api/v1/session', { headers: { origin: portalOrigin } });
  expect(wrong.status()).toBe(405);
  expect(wrong.headers()['allow']).toContain('GET');
  const logout = await request.get('/auth/logout', { maxRedirects: 0 });
  expect(logout.status()).toBe(405);
});

test('the API describes itself', async ({ request }) => {
  const response = await request.get('/api/v1/openapi.json');
  expect(response.status()).toBe(200);
  const document: unknown = await response.json();
  expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), info: { title: portal.name } });
  for (const path of ['/session', '/notices', '/notices/{id}/read', '/payments', '/health', '/suggestions']) {
    expect(document).toHaveProperty(['paths', path]);
  }
});

test('the process says that it lives and that it is ready', async ({ request }) => {
  for (const path of ['/healthz', '/readyz']) expect((await request.get(path)).status(), path).toBe(200);
});
