import { describe, expect, it } from 'vitest';
import { hostCookie, readCookie, sessionCookieName, signInCookieName } from './cookies.ts';

const https = 'https://portale.example.it';
const http = 'http://localhost:4321';

describe('cookies of the portal', () => {
  it('are bound to this host and to https', () => {
    for (const name of [sessionCookieName(https), signInCookieName(https)]) {
      expect(name).toMatch(/^__Host-fdc_/);
      expect(hostCookie(name, 'value', https)).toBe(`${name}=value; Path=/; HttpOnly; SameSite=Lax; Secure`);
    }
  });

  it('are plain on a developer’s machine, under names that are theirs alone', () => {
    expect(hostCookie(sessionCookieName(http), 'value', http)).toBe('fdc_session=value; Path=/; HttpOnly; SameSite=Lax');
    expect(signInCookieName(http)).toBe('fdc_sign_in');
  });

  it('end with the browser, and at once when they are empty', () => {
    expect(hostCookie('a', 'value', https)).not.toMatch(/max-age|expires/i);
    expect(hostCookie('a', '', https)).toContain('; Max-Age=0');
  });
});

describe('reading a cookie', () => {
  const read = (cookie: string) => readCookie(new Request(http, { headers: { cookie } }), 'fdc_session');

  it.each([
    ['fdc_session=abc', 'abc'],
    ['a=1;fdc_session=abc;b=2', 'abc'],
    [' fdc_session = abc ', 'abc'],
    ['fdc_session=a=b==', 'a=b=='],
    ['fdc_session=', ''],
    ['fdc_session=first; fdc_session=second', 'first'],
  ])('finds it in %j', (header, value) => {
    expect(read(header)).toBe(value);
  });

  it.each(['', 'fdc_session', 'xfdc_session=abc', '__Host-fdc_session=abc', 'a=fdc_session=abc'])('does not find it in %j', (header) => {
    expect(read(header) || null).toBeNull();
  });

  it('finds none in a request without cookies', () => {
    expect(readCookie(new Request(http), 'fdc_session')).toBeNull();
  });
});
