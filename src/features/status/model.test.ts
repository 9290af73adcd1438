import { describe, expect, it } from 'vitest';
import { barsOf } from './bars.ts';
import { dayKind, daysShown, sourceStatus, type CheckedHour } from './model.ts';

const now = new Date('2026-11-23T10:42:00+01:00');
const source = { id: 'notices', name: 'NOTIFY' };

/** An hour with these checks, the last of which was answered or not. */
function hourAt(at: string, answered: number, checks = 1, lastAnswered = answered > 0, milliseconds = 100): CheckedHour {
  return { hour: `${at.slice(0, 13)}:00:00.000Z`, checks, answered, last: { at, answered: lastAnswered, milliseconds } };
}

const stateOf = (...hours: CheckedHour[]) => sourceStatus(source, hours, now);

describe('now', () => {
  it('a source works, since it last began to', () => {
    const status = stateOf(
      hourAt('2026-11-23T06:05:00.000Z', 1),
      hourAt('2026-11-23T07:05:00.000Z', 0),
      hourAt('2026-11-23T08:05:00.000Z', 1),
      hourAt('2026-11-23T09:05:00.000Z', 1),
    );
    expect(status).toMatchObject({ state: 'works', since: '2026-11-23T08:05:00.000Z', checkedAt: '2026-11-23T09:05:00.000Z', share: 0.75 });
  });

  it('a source that came back within the hour works since that hour', () => {
    const status = stateOf(hourAt('2026-11-23T08:50:00.000Z', 0, 10), hourAt('2026-11-23T09:30:00.000Z', 1, 6, true));
    expect(status).toMatchObject({ state: 'works', since: '2026-11-23T09:00:00.000Z' });
  });

  it('a source does not answer, since it last did', () => {
    const status = stateOf(hourAt('2026-11-23T07:05:00.000Z', 1), hourAt('2026-11-23T08:30:00.000Z', 1, 3, false), hourAt('2026-11-23T09:40:00.000Z', 0, 9));
    expect(status).toMatchObject({ state: 'silent', since: '2026-11-23T08:00:00.000Z' });
  });

  it('a source may be slow', () => {
    expect(stateOf(hourAt('2026-11-23T09:05:00.000Z', 1, 1, true, 3_001)).state).toBe('slow');
  });

  it('nothing is said of a source that was not checked, or not of late', () => {
    expect(stateOf()).toMatchObject({ state: 'unknown', since: null, checkedAt: null, share: null });
    expect(stateOf(hourAt('2026-11-23T07:05:00.000Z', 1))).toMatchObject({ state: 'unknown', since: null, checkedAt: '2026-11-23T07:05:00.000Z' });
  });
});

describe('day by day', () => {
  it('there are ninety days in Italy, the last of which is today', () => {
    const days = daysShown(now);
    expect(days).toHaveLength(90);
    expect(new Set(days).size).toBe(90);
    expect([days[0], days.at(-1)]).toEqual(['2026-08-26', '2026-11-23']);
    expect(daysShown(new Date('2026-11-23T23:30:00Z')).at(-1)).toBe('2026-11-24');
  });

  it('each hour of a day counts as much as the others, and a day without checks is not known', () => {
    const { days } = stateOf(
      hourAt('2026-11-21T22:30:00.000Z', 1),
      hourAt('2026-11-21T23:30:00.000Z', 0, 12, false),
      hourAt('2026-11-22T08:00:00.000Z', 1),
      hourAt('2026-11-23T09:00:00.000Z', 0),
    );
    expect(days.slice(-4)).toEqual([
      { day: '2026-11-20', share: null },
      { day: '2026-11-21', share: 1 },
      { day: '2026-11-22', share: 0.5 },
      { day: '2026-11-23', share: 0 },
    ]);
    expect(days.slice(-4).map(({ share }) => dayKind(share))).toEqual(['unknown', 'whole', 'partly', 'silent']);
  });

  it('the chart has a bar for each, in the direction of reading', () => {
    const days = [
      { day: '2026-11-22', share: 1 },
      { day: '2026-11-23', share: 0 },
    ];
    expect(barsOf(days, 'ltr')).toEqual({ whole: 'M0 0h3v24h-3z', partly: '', silent: 'M4 16h3v8h-3z', unknown: '' });
    expect(barsOf(days, 'rtl')).toMatchObject({ whole: 'M4 0h3v24h-3z', silent: 'M0 16h3v8h-3z' });
  });
});
