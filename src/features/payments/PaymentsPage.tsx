import { Link, useSearch } from 'wouter';
import { dayInItaly } from '../../domain/day.ts';
import { isPending } from '../../domain/panel-state.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useReader } from '../../i18n/react.tsx';
import { usePerson } from '../../platform/browser/person.tsx';
import type { LoadedList } from '../../platform/browser/sources.ts';
import { DueDate } from '../../ui/DueDate.tsx';
import { ItalianText } from '../../ui/ItalianText.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { paymentsDue, paymentsPaid, paymentsUnknown, totalOf, type Payment } from './model.ts';
import { PaymentRow } from './PaymentRow.tsx';

/** Payments due, unclear and made; with `?id=` the one that was opened, at its own address. */
export function PaymentsPage({ list }: { list: LoadedList<Payment> }) {
  const { t, locale } = useReader();
  const { stepUpHref, links } = usePerson();
  const { state } = list;
  const id = new URLSearchParams(useSearch()).get('id');
  const open = id === null ? null : state.items.find((one) => one.id === id);
  const whole = (state.kind === 'ready' || state.kind === 'empty') && !isPending(state);

  if (open) return <PaymentDetail payment={open} />;
  if (id !== null && whole) {
    return (
      <>
        <PageHeading>{t('payments.notFoundTitle')}</PageHeading>
        <p>{t('payments.notFoundText')}</p>
        <p>
          <Link href="/pagamenti/">{t('payments.back')}</Link>
        </p>
      </>
    );
  }
  const due = paymentsDue(state.items);
  const amount = formatMoney(totalOf(due).cents, locale);
  return (
    <>
      <PageHeading>
        {due.length === 0 ? t('payments.title') : t(whole ? 'payments.dueTotal' : 'payments.dueTotalSoFar', { amount })}
      </PageHeading>
      <Panel
        {...list}
        stepUpHref={stepUpHref}
        assistanceHref={links.assistance}
        rows={8}
        empty={<p>{t('payments.empty')}</p>}
        otherWay={<a href={links.pay}>{t('payments.otherWay')}</a>}
      >
        {(payments) => <PaymentLists payments={payments} known={whole} />}
      </Panel>
    </>
  );
}

function PaymentLists({ payments, known }: { payments: readonly Payment[]; known: boolean }) {
  const { t } = useReader();
  const due = paymentsDue(payments);
  const unknown = paymentsUnknown(payments);
  return (
    <>
      <PaymentList
        title={due.length > 0 ? t('payments.count', { count: due.length }) : t('payments.toPay')}
        note={t('payments.toPaySorted')}
        none={known ? t('payments.toPayNone') : t('source.notNothing')}
        payments={due}
      />
      {unknown.length > 0 && <PaymentList title={t('payments.unknown')} note={t('payments.unknownText')} none="" payments={unknown} />}
      <PaymentList
        title={t('payments.paid')}
        note={t('payments.paidSorted')}
        none={known ? t('payments.paidNone') : t('source.notNothing')}
        payments={paymentsPaid(payments)}
      />
    </>
  );
}

function PaymentList({ title, note, none, payments }: { title: string; note: string; none: string; payments: readonly Payment[] }) {
  const today = dayInItaly(new Date());
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="text-quiet">{payments.length > 0 ? note : none}</p>
      <ul className="it-list">
        {payments.map((one) => (
          <PaymentRow key={one.id} payment={one} today={today} />
        ))}
      </ul>
    </section>
  );
}

function PaymentDetail({ payment }: { payment: Payment }) {
  const { t, locale } = useReader();
  const { links, portalName } = usePerson();
  const today = dayInItaly(new Date());
  const { reason, ente, amount, dueOn, noticeNumber, status } = payment;
  const sum = formatMoney(amount.cents, locale);
  return (
    <article>
      <p>
        <Link href="/pagamenti/">{t('payments.back')}</Link>
      </p>
      <PageHeading pageTitle={`${reason ?? t('payments.noReason')} · ${portalName}`}>
        {reason === null ? t('payments.noReason') : <ItalianText>{reason}</ItalianText>}
      </PageHeading>
      {status === 'due' && (
        <p>
          <DueDate day={dueOn} today={today} />
        </p>
      )}
      {status === 'unknown' && <p className="callout">{t('payments.unknownText')}</p>}
      <dl className="codes">
        <dt>{t('payments.amount')}</dt>
        <dd className="amount">{sum}</dd>
        <dt>{t('payments.ente')}</dt>
        <dd lang="it">{ente.name}</dd>
        <dt>{t('payments.noticeNumber')}</dt>
        <dd dir="ltr">{noticeNumber.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}</dd>
        <dt>{t('payments.enteCode')}</dt>
        <dd dir="ltr">{ente.fiscalCode}</dd>
      </dl>
      {status === 'due' && (
        <>
          <h2>{t('payments.howTitle')}</h2>
          <p className="prose">{t('payments.howText')}</p>
          <p>
            <a className="btn btn-primary btn-wide" href={links.pay}>
              {t('payments.payOn', { amount: sum })}
            </a>
          </p>
        </>
      )}
    </article>
  );
}
