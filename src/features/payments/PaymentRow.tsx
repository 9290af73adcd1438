import { Link } from 'wouter';
import type { Day } from '../../domain/day.ts';
import { formatDay, formatMoney } from '../../i18n/format.ts';
import { useReader } from '../../i18n/react.tsx';
import { DueDate } from '../../ui/DueDate.tsx';
import { ItalianText } from '../../ui/ItalianText.tsx';
import type { Payment } from './model.ts';

/** A payment in a list: what it is, who asks, by when, and the amount at the end of the line. */
export function PaymentRow({ payment, today }: { payment: Payment; today: Day }) {
  const { t, locale } = useReader();
  const { id, reason, ente, amount, dueOn, paidOn, status } = payment;
  return (
    <li className="task">
      <p className="row-title">
        <Link href={`/pagamenti/?id=${id}`}>{reason === null ? t('payments.noReason') : <ItalianText>{reason}</ItalianText>}</Link>
      </p>
      <span className="task-amount amount">{formatMoney(amount.cents, locale)}</span>
      <p className="task-when row-facts">
        <span lang="it">{ente.name}</span>
        {status === 'paid' ? (
          paidOn !== null && <time dateTime={paidOn}>{t('payments.paidOn', { day: formatDay(paidOn, locale, today) })}</time>
        ) : (
          <DueDate day={dueOn} today={today} />
        )}
      </p>
    </li>
  );
}
