import { expect, test } from 'vitest';
import { securityTxt } from './security-txt.ts';

test('it has the fields that RFC 9116 asks for, and expires within a year', () => {
  const text = securityTxt('mailto:sicurezza@example.it', ['it', 'en'], '2026-11-23', new URL('https://portale.example.it'));
  const fields = new Map(text.trim().split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const));
  expect([...fields.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical', 'Policy']);
  expect(fields.get('Contact')).toBe('mailto:sicurezza@example.it');
  expect(fields.get('Expires')).toBe('2027-05-22T00:00:00Z');
  expect(fields.get('Canonical')).toBe('https://portale.example.it/.well-known/security.txt');
  expect(fields.get('Preferred-Languages')).toBe('it, en');
});
