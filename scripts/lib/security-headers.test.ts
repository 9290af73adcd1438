import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listenAnywhere } from './listen.ts';
import { isPersonal, keepPolicy, securityHeaders } from './security-headers.mjs';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

test('forms may go to the portal and to the identity provider, and nowhere else', () => {
  const policy = securityHeaders({ OIDC_ISSUER: 'https://id.example.it/realms/a' })['content-security-policy'];
  expect(policy).toBe(
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self' https://id.example.it; object-src 'none'",
  );
});

test.each([undefined, '', 'no address'])('without a readable issuer (%s) forms stay within the portal', (issuer) => {
  expect(securityHeaders({ OIDC_ISSUER: issuer })['content-security-policy']).toContain("form-action 'self';");
});

test('the other headers are there, with the camera for the portal alone', () => {
  const headers = securityHeaders({});
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['permissions-policy']).toMatch(/^camera=\(self\), /);
  expect(headers['permissions-policy']).toContain('geolocation=()');
});

test.each([
  ['https://portale.example.it', 'max-age=63072000'],
  ['http://localhost:4321', undefined],
  [undefined, undefined],
])('strict transport security for %s is %s', (origin, expected) => {
  expect(securityHeaders({ PORTAL_ORIGIN: origin })['strict-transport-security']).toBe(expected);
});

test.each(['/area/', '/area', '/de/area/pagamenti/', '/auth/login', '/api/v1/session', '/semplice/', '/ar/semplice/x'])(
  '%s belongs to one person',
  (path) => expect(isPersonal(path)).toBe(true),
);

test.each(['/', '/servizi/', '/areale/', '/api/catalogo/v1/it/servizi.json', '/servizi/area/', '/authors/'])(
  '%s is for everybody',
  (path) => expect(isPersonal(path)).toBe(false),
);

test.each([
  ["default-src 'none'", "default-src 'none', object-src 'none'"],
  [undefined, "object-src 'none'"],
])('a policy of the application (%s) is added to, never put in place of ours', async (own, expected) => {
  const server = createServer((_request, response) => {
    response.setHeader('content-security-policy', "object-src 'none'");
    keepPolicy(response, "object-src 'none'");
    response.writeHead(200, own === undefined ? {} : { 'Content-Security-Policy': own });
    response.end();
  });
  stops.push(() => server.close());
  const port = await listenAnywhere(server);
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(response.headers.get('content-security-policy')).toBe(expected);
});

test('lets signing out pass through the origins that the operator names', () => {
  const policy = securityHeaders({
    OIDC_ISSUER: 'https://login.example/realm',
    SIGN_OUT_ORIGINS: 'https://idp.example https://login.example not-an-address',
  })['content-security-policy'];
  expect(policy).toContain("form-action 'self' https://login.example https://idp.example;");
});
