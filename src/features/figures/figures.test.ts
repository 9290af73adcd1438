import { expect, it } from 'vitest';
import { compare, countOnline, visitFigures } from './figures.ts';

const months = Array.from({ length: 24 }, (_, index) => ({
  month: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  visits: index < 12 ? 100 : index === 12 ? 1000 : 200,
  uniqueVisitors: 50,
  bounceRate: index < 12 ? 0.4 : index === 12 ? 0.1 : 0.5,
  mobileShare: 0.6,
}));

it('adds counts up', () => {
  expect(compare(months, 'visits').total).toEqual({ before: 1200, now: 3200 });
});

it('weighs shares by the visits', () => {
  const { total } = compare(months, 'bounceRate');
  expect(total.before).toBeCloseTo(0.4);
  expect(total.now).toBeCloseTo((0.1 * 1000 + 0.5 * 200 * 11) / 3200);
});

it('reads the figures of the portal, month after month without a gap', () => {
  const index = ({ month }: { month: string }) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const [first, ...others] = visitFigures.months.map(index);
  expect(others).toEqual(others.map((_, position) => (first ?? 0) + position + 1));
});

it('counts services by how far they are done online, leaving out those not active', () => {
  expect(
    countOnline([
      { status: 'active', online: { concludable: true } },
      { status: 'active', online: { concludable: false } },
      { status: 'active' },
      { status: 'inactive', online: { concludable: true } },
    ]),
  ).toEqual({ whole: 1, part: 1, none: 1 });
});
