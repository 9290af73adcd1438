import { describe, expect, it } from 'vitest';
import { paymentsDue, paymentsPaid, paymentsUnknown, totalOf, type Payment } from './model.ts';

const one = (id: string, changes: Partial<Payment> = {}): Payment => ({
  id,
  ente: { ipa: 'c_a859', name: 'Comune di Biella', fiscalCode: '00221900020' },
  reason: 'TARI',
  noticeNumber: '301000000000012345',
  amount: { cents: 12750, currency: 'EUR' },
  dueOn: null,
  paidOn: null,
  status: 'due',
  ...changes,
});
const ids = (payments: readonly Payment[]) => payments.map(({ id }) => id);

const payments = [
  one('no date'),
  one('next month', { dueOn: '2026-12-20' }),
  one('paid long ago', { status: 'paid', paidOn: '2025-01-10', dueOn: '2025-01-01' }),
  one('next year', { dueOn: '2027-01-02' }),
  one('overdue', { dueOn: '2026-11-01' }),
  one('not clear', { status: 'unknown', dueOn: '2026-01-01' }),
  one('paid yesterday', { status: 'paid', paidOn: '2026-11-22' }),
  one('paid on a day nobody says', { status: 'paid' }),
];

describe('lists of payments', () => {
  it('to pay: the most overdue first, what has no date last', () => {
    expect(ids(paymentsDue(payments))).toEqual(['overdue', 'next month', 'next year', 'no date']);
  });

  it('paid: the newest first, what has no date last', () => {
    expect(ids(paymentsPaid(payments))).toEqual(['paid yesterday', 'paid long ago', 'paid on a day nobody says']);
  });

  it('not clear: neither to pay nor paid', () => {
    expect(ids(paymentsUnknown(payments))).toEqual(['not clear']);
  });

  it('together hold every payment once, and leave what they are given as it was', () => {
    const before = ids(payments);
    const together = [paymentsDue, paymentsPaid, paymentsUnknown].flatMap((list) => ids(list(payments)));
    expect(together.toSorted()).toEqual(before.toSorted());
    expect(ids(payments)).toEqual(before);
  });

  it('keep the order of what is due on the same day', () => {
    const sameDay = ['c', 'a', 'b'].map((id) => one(id, { dueOn: '2026-12-01' }));
    expect(ids(paymentsDue(sameDay))).toEqual(['c', 'a', 'b']);
  });
});

it('adds up to the cent, and nothing is zero', () => {
  const cents = [10, 20, 12750, 101999].map((each) => one('a', { amount: { cents: each, currency: 'EUR' } }));
  expect(totalOf(cents)).toEqual({ cents: 114779, currency: 'EUR' });
  expect(totalOf([])).toEqual({ cents: 0, currency: 'EUR' });
});
