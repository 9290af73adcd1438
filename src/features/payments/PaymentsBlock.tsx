import { Link } from 'wouter';
import { isPending } from '../../domain/panel-state.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useReader } from '../../i18n/react.tsx';
import { usePerson } from '../../platform/browser/person.tsx';
import type { LoadedList } from '../../platform/browser/sources.ts';
import { Panel, sectionClass } from '../../ui/Panel.tsx';
import { paymentsDue, paymentsUnknown, totalOf, type Payment } from './model.ts';

/** Payments on the overview: how much in all. What is due, one by one, stands among the things to do. */
export function PaymentsBlock({ list }: { list: LoadedList<Payment> }) {
  const { t, locale } = useReader();
  const { stepUpHref, links } = usePerson();
  const { state } = list;
  const due = paymentsDue(state.items);
  const amount = formatMoney(totalOf(due).cents, locale);
  const answered = (state.kind === 'ready' || state.kind === 'empty') && !isPending(state);
  const whole = answered && paymentsUnknown(state.items).length === 0;
  return (
    <section className={sectionClass(list.state, 'panel-1')} aria-labelledby="payments-heading">
      <h2 id="payments-heading" className="amount">
        {due.length > 0
          ? t(whole ? 'payments.dueTotal' : 'payments.dueTotalSoFar', { amount })
          : whole
            ? t('payments.nothingDue')
            : t('payments.loading')}
      </h2>
      <Panel
        {...list}
        stepUpHref={stepUpHref}
        assistanceHref={links.assistance}
        rows={1}
        empty={<p>{t('payments.empty')}</p>}
        otherWay={<a href={links.pay}>{t('payments.otherWay')}</a>}
      >
        {() => (
          <p>
            {due.length > 0 && `${t('payments.count', { count: due.length })}. `}
            <Link href="/pagamenti/">{t('payments.more')}</Link>
          </p>
        )}
      </Panel>
    </section>
  );
}
