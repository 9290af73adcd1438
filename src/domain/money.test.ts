import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyFromEuroDecimal, sumMoney } from './money.ts';

describe('money from a decimal of euro', () => {
  it('is exact for every amount that has two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        expect(moneyFromEuroDecimal(cents / 100)).toEqual({ cents, currency: 'EUR' });
      }),
    );
  });

  it('reads amounts without decimals and with one', () => {
    expect(moneyFromEuroDecimal(86)?.cents).toBe(8600);
    expect(moneyFromEuroDecimal(127.5)?.cents).toBe(12750);
    expect(moneyFromEuroDecimal(0)?.cents).toBe(0);
  });

  it.each([-1, 0.001, 10.005, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 99_999_999_999_999])(
    'refuses %d, which is not a sum of money',
    (euro) => {
      expect(moneyFromEuroDecimal(euro)).toBeNull();
    },
  );
});

it('a sum of nothing is zero euro', () => {
  expect(sumMoney([])).toEqual({ cents: 0, currency: 'EUR' });
});

it('a sum adds cents', () => {
  expect(sumMoney([{ cents: 10, currency: 'EUR' }, { cents: 20, currency: 'EUR' }]).cents).toBe(30);
});
