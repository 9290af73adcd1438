import { describe, expect, it } from 'vitest';
import { formatDay, formatDistance, formatMoney, formatNames, formatShare, formatTime } from './format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

describe('what people read follows their language', () => {
  it('parts of a whole, of which what was not whole is not called so', () => {
    expect(formatShare(1, 'it')).toBe('100%');
    expect(formatShare(0.99999, 'it')).toBe('99,9%');
    expect(plain(formatShare(0.5, 'ar'))).toMatch(/50/);
  });

  it('amounts', () => {
    expect(plain(formatMoney(12750, 'it'))).toBe('127,50 €');
    expect(plain(formatMoney(12750, 'en'))).toBe('€127.50');
    expect(plain(formatMoney(1234567, 'de'))).toBe('12.345,67 €');
    expect(plain(formatMoney(12750, 'ar'))).toBe('127.50 €');
  });

  it('days, with the year only when it is another one', () => {
    expect(formatDay('2026-11-30', 'it', '2026-11-23')).toBe('lunedì 30 novembre');
    expect(formatDay('2027-01-02', 'it', '2026-11-23')).toBe('sabato 2 gennaio 2027');
    expect(formatDay('2026-11-30', 'ar', '2026-11-23')).toContain('30');
  });

  it('distances in words', () => {
    expect(formatDistance('2026-11-30', 'it', '2026-11-23')).toBe('tra 7 giorni');
    expect(formatDistance('2026-11-22', 'it', '2026-11-23')).toBe('ieri');
    expect(formatDistance('2026-11-23', 'en', '2026-11-23')).toBe('today');
  });

  it('times are those of Italy wherever the reader is', () => {
    expect(formatTime('2026-11-23T09:42:00.000Z', 'it')).toBe('10:42');
  });

  it('lists of names', () => {
    expect(formatNames(['Biella', 'Torino', 'Cuneo'], 'it')).toBe('Biella, Torino e Cuneo');
  });
});
