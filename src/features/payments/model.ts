import * as z from 'zod/mini';
import { sumMoney, type Money } from '../../domain/money.ts';

/** A payment that an ente asks of the person, or that the person has made. */
export const payment = z.object({
  /** Opaque: says nothing of the notice. */
  id: z.string(),
  ente: z.object({ ipa: z.string(), name: z.string(), fiscalCode: z.string() }),
  /** What is paid, in the ente's own words (Italian); null when it says nothing. */
  reason: z.nullable(z.string()),
  /** The 18 digits that identify the avviso at every pagoPA counter. */
  noticeNumber: z.string(),
  amount: z.object({ cents: z.number(), currency: z.literal('EUR') }),
  dueOn: z.nullable(z.string()),
  paidOn: z.nullable(z.string()),
  /** "unknown" when the ente's state is not one we know: never taken for paid, nor for due. */
  status: z.enum(['due', 'paid', 'unknown']),
});
export type Payment = z.infer<typeof payment>;

const NEVER = '9999-12-31';

/** What is to be paid: the most overdue first, what has no date last. */
export function paymentsDue(payments: readonly Payment[]): Payment[] {
  return payments
    .filter((one) => one.status === 'due')
    .sort((a, b) => (a.dueOn ?? NEVER).localeCompare(b.dueOn ?? NEVER));
}

/** What has been paid, newest first. */
export function paymentsPaid(payments: readonly Payment[]): Payment[] {
  return payments
    .filter((one) => one.status === 'paid')
    .sort((a, b) => (b.paidOn ?? '').localeCompare(a.paidOn ?? ''));
}

export function paymentsUnknown(payments: readonly Payment[]): Payment[] {
  return payments.filter((one) => one.status === 'unknown');
}

export function totalOf(payments: readonly Payment[]): Money {
  return sumMoney(payments.map(({ amount }) => amount));
}
