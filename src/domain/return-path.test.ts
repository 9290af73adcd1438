import { expect, it } from 'vitest';
import { safeReturnPath } from './return-path.ts';

it('keeps a path of the portal with its query', () => {
  expect(safeReturnPath('/ar/area/notifiche/?id=abc', '/area/')).toBe('/ar/area/notifiche/?id=abc');
});

it.each([
  null, undefined, '', 'area', 'https://evil.example/', '//evil.example/', '/\\evil.example/', '/\t/evil.example',
  '\\\\evil.example', 'javascript:alert(1)', '/./\\evil', '/..//evil.example', '/%0d%0a/../..//evil', '/auth/login', '/auth/../auth/logout',
  '/api/v1/session', '/%09/x', '/%5C/x', '/a%7F', `/${'a'.repeat(600)}`, '/\u0000', ' /area/',
])('falls back for %j', (value) => {
  expect(safeReturnPath(value, '/area/')).toBe('/area/');
});
