/** An amount of money in integer cents, so that sums are exact. */
export interface Money {
  cents: number;
  currency: 'EUR';
}

/** Largest amount taken as true, in cents: ten billion euro. Anything above is an upstream's mistake. */
const LARGEST_CENTS = 1_000_000_000_000;

/**
 * Turns a JSON decimal of euro into cents, exactly.
 * The shortest decimal text of the number is read digit by digit: multiplying by 100 would turn 1.005 or 8.2 into
 * neighbours. Returns null for what is not a sum of money: negative, not finite, too large, or finer than a cent.
 */
export function moneyFromEuroDecimal(euro: number): Money | null {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(euro));
  if (!match) return null;
  const cents = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= LARGEST_CENTS ? { cents, currency: 'EUR' } : null;
}

/** Adds amounts; nothing at all is zero euro. */
export function sumMoney(amounts: readonly Money[]): Money {
  return { cents: amounts.reduce((total, amount) => total + amount.cents, 0), currency: 'EUR' };
}
