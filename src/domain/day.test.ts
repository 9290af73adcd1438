import { describe, expect, it } from 'vitest';
import { ageOn, dayFromDateTime, dayInItaly, daysBetween, isDay } from './day.ts';

describe('a day', () => {
  it('exists or does not', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-2-9')).toBe(false);
  });

  it('is the Italian one, also when it is still yesterday in Greenwich', () => {
    expect(dayInItaly(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23');
    expect(dayInItaly(new Date('2026-07-01T21:59:00Z'))).toBe('2026-07-01');
  });

  it('is read from a date, a local date-time and an instant', () => {
    expect(dayFromDateTime('2026-11-30')).toBe('2026-11-30');
    expect(dayFromDateTime('2026-11-30T00:00:00')).toBe('2026-11-30');
    expect(dayFromDateTime('2026-11-29T23:00:00Z')).toBe('2026-11-30');
    expect(dayFromDateTime('2026-11-30T00:00:00.000+0100')).toBe('2026-11-30');
  });

  it.each(['', 'domani', '30/11/2026', '2026-13-01', '2026-13-01T00:00:00Z', '2026'])('is not read from "%s"', (text) => {
    expect(dayFromDateTime(text)).toBeNull();
  });

  it('is so many days from another, across the change of hour', () => {
    expect(daysBetween('2026-11-23', '2026-11-30')).toBe(7);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-11-23', '2026-11-22')).toBe(-1);
  });

  it('counts completed years of age', () => {
    expect(ageOn('1988-04-12', '2026-04-11')).toBe(37);
    expect(ageOn('1988-04-12', '2026-04-12')).toBe(38);
  });
});
