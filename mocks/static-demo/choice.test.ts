import { expect, it } from 'vitest';
import { choiceCookie, readChoice } from './choice.ts';

it('comes back from the cookie as it was written', () => {
  const cookie = choiceCookie({ citizen: 'nour-el-amrani', level: 2 }, 'https://demo.example');
  expect(cookie).toBe('fdc_demo_citizen=nour-el-amrani.2; Path=/; SameSite=Lax; Secure');
  expect(readChoice(`other=1; ${cookie.split(';')[0] ?? ''}`)).toEqual({ citizen: 'nour-el-amrani', level: 2 });
});

it('is forgotten with an empty cookie, which plain http can keep too', () => {
  expect(choiceCookie(null, 'http://localhost:4423')).toBe('fdc_demo_citizen=; Max-Age=0; Path=/; SameSite=Lax');
  expect(readChoice('fdc_demo_citizen=')).toBeNull();
});

it('is none when the cookie is missing or is not one of ours', () => {
  for (const cookies of ['', 'session=giulia-ferraris.2', 'fdc_demo_citizen=giulia-ferraris', 'fdc_demo_citizen=../x.2']) {
    expect(readChoice(cookies)).toBeNull();
  }
});
