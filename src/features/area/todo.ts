import { daysBetween, type Day } from '../../domain/day.ts';
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

/** For how many days after its date a notice that has been read is still a thing to do. */
const READ_AND_PAST_DAYS = 30;

/** What there is to do, over all sources: the most overdue first, what has no date last. */
export function tasksOf(payments: readonly Payment[], notices: readonly Notice[], today: Day): Task[] {
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
  // A notice that announces a payment of the list says the same thing twice; one whose payment no ente gives stays.
  const isAnnouncement = ({ dueOn, amountCents }: Notice) =>
    payments.some(({ amount, dueOn: payBy }) => amount.cents === amountCents && payBy === dueOn);
  const isForgotten = ({ read, dueOn }: Notice) => read && dueOn !== null && daysBetween(dueOn, today) > READ_AND_PAST_DAYS;
  const fromNotices = notices
    .filter((one) => one.dueOn !== null && !isAnnouncement(one) && !isForgotten(one))
    .map(({ id, title, sender, dueOn, amountCents }): Task => ({
      key: `notice-${id}`,
      title,
      from: sender,
      dueOn,
      amountCents,
      kind: 'notice',
      href: `/notifiche/?id=${id}`,
    }));
  const last = '9999-12-31';
  return [...fromPayments, ...fromNotices].sort((a, b) => (a.dueOn ?? last).localeCompare(b.dueOn ?? last));
}
