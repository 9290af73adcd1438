import type { Notice } from '../notices/model.ts';
import { paymentsDue, type Payment } from '../payments/model.ts';

/** Something that has a date, wherever it comes from. */
export interface Task {
  /** Unique over all sources. */
  key: string;
  title: string | null;
  /** Who asks. */
  from: string | null;
  dueOn: string | null;
  amountCents: number | null;
  kind: 'payment' | 'notice';
  /** Address inside the area. */
  href: string;
}

/** What there is to do, over all sources: the most overdue first, what has no date last. */
export function tasksOf(payments: readonly Payment[], notices: readonly Notice[]): Task[] {
  const fromPayments = paymentsDue(payments).map(
    ({ id, reason, ente, dueOn, amount }): Task => ({
      key: `payment-${id}`,
      title: reason,
      from: ente.name,
      dueOn,
      amountCents: amount.cents,
      kind: 'payment',
      href: `/pagamenti/?id=${id}`,
    }),
  );
  // A notice that asks for money announces a payment, which stands in the list by itself once its ente is read.
  const fromNotices = notices
    .filter(({ dueOn, amountCents }) => dueOn !== null && amountCents === null)
    .map(({ id, title, sender, dueOn }): Task => ({
      key: `notice-${id}`,
      title,
      from: sender,
      dueOn,
      amountCents: null,
      kind: 'notice',
      href: `/notifiche/?id=${id}`,
    }));
  const last = '9999-12-31';
  return [...fromPayments, ...fromNotices].sort((a, b) => (a.dueOn ?? last).localeCompare(b.dueOn ?? last));
}
