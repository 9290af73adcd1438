import { describe, expect, it } from 'vitest';
import { alert as alertSchema } from '../../content-model/schemas.ts';
import { alertsInForce, stageOf } from './rules.ts';

const now = '2026-11-23T09:42:00.000Z';

/** An alert as its file is read: instants with any offset. */
const alert = (slug: string, severity: 'info' | 'warning' | 'danger', validFrom: string, validUntil: string) => ({
  slug,
  facts: alertSchema.parse({
    title: 'Titolo',
    summary: 'Che cosa fare, in una frase che basta.',
    severity,
    ente: 'r_piemon',
    validFrom,
    validUntil,
    sample: true,
    updated: '2026-11-20',
  }),
});
const inForce = (...alerts: ReturnType<typeof alert>[]) => alertsInForce(alerts, now).map(({ slug }) => slug);

describe('alerts in force', () => {
  it('are those that have begun and are not over, to the second, whatever the offset they are written with', () => {
    const later = '2026-12-01T00:00:00+01:00';
    const sooner = '2026-11-01T00:00:00+01:00';
    expect(inForce(alert('begins now', 'info', '2026-11-23T10:42:00+01:00', later))).toEqual(['begins now']);
    expect(inForce(alert('begins next', 'info', '2026-11-23T10:42:01+01:00', later))).toEqual([]);
    expect(inForce(alert('ends now', 'info', sooner, '2026-11-23T10:42:00+01:00'))).toEqual([]);
    expect(inForce(alert('ends next', 'info', sooner, '2026-11-23T11:42:01+02:00'))).toEqual(['ends next']);
  });

  it('come with the gravest first, and of equal ones that which ends first', () => {
    const from = '2026-11-20T00:00:00+01:00';
    const found = inForce(
      alert('info', 'info', from, '2026-11-24T00:00:00+01:00'),
      alert('warning, long', 'warning', from, '2026-11-30T00:00:00+01:00'),
      alert('danger', 'danger', from, '2026-12-24T00:00:00+01:00'),
      alert('warning, short', 'warning', from, '2026-11-25T00:00:00+01:00'),
    );
    expect(found).toEqual(['danger', 'warning, short', 'warning, long', 'info']);
  });

  it('may be none', () => {
    expect(inForce()).toEqual([]);
  });
});

it('a consultation is open from its first day to its last, both included', () => {
  const days = { opensOn: '2026-11-10', closesOn: '2026-11-23' };
  const stages = ['2026-11-09', '2026-11-10', '2026-11-23', '2026-11-24'].map((day) => stageOf(days, day));
  expect(stages).toEqual(['planned', 'open', 'open', 'closed']);
});
