import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import { dayInItaly } from '../../domain/day.ts';
import { isPending, type Failure, type PanelState } from '../../domain/panel-state.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useReader } from '../../i18n/react.tsx';
import { usePerson } from '../../platform/browser/person.tsx';
import type { LoadedList } from '../../platform/browser/sources.ts';
import { DueDate } from '../../ui/DueDate.tsx';
import { ItalianText } from '../../ui/ItalianText.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Skeleton, Troubles } from '../../ui/Panel.tsx';
import type { Notice } from '../notices/model.ts';
import type { Payment } from '../payments/model.ts';
import { tasksOf, type Task } from './todo.ts';

/** How many things to do the overview shows. */
const SHOWN = 3;

const failuresOf = (state: PanelState<unknown>): Failure[] => ('failures' in state ? state.failures : []);

/** Whether nothing more can come and nothing is missing. */
const isWhole = (state: PanelState<unknown>) => (state.kind === 'ready' || state.kind === 'empty') && !isPending(state);

/** What there is to do, first of all: every dated thing of every source, in order, and what is missing from it. */
export function Todo({ payments, notices }: { payments: LoadedList<Payment>; notices: LoadedList<Notice> }) {
  const { t } = useReader();
  const { hasFiscalCode, links } = usePerson();
  const [all, setAll] = useState(false);
  const rows = useRef<HTMLUListElement>(null);
  const states = [payments.state, notices.state];
  const tasks = tasksOf(payments.state.items, notices.state.items, dayInItaly(new Date()));
  const count = tasks.length;
  const whole = states.every(isWhole);
  const loading = states.some(isPending);
  const failures = states.flatMap(failuresOf);

  const title = () => {
    if (whole) return count > 0 ? t('overview.todo', { count }) : t('overview.todoNone');
    if (count > 0) return t('overview.todoSoFar', { count });
    return loading ? t('overview.todoLoading') : t('overview.todoUnknown');
  };
  const showAll = () => {
    // Drawn at once, so that focus goes on with the first of the new rows: the button is gone.
    flushSync(() => setAll(true));
    Array.from(rows.current?.querySelectorAll('a') ?? [])[SHOWN]?.focus();
  };
  const retry = () => {
    for (const list of [payments, notices]) if (failuresOf(list.state).length > 0) list.retry();
  };

  if (!hasFiscalCode) {
    return (
      <section>
        <PageHeading>{t('needs.fiscalCodeTitle')}</PageHeading>
        <p className="prose">
          {t('needs.fiscalCode')} {t('needs.fiscalCodeHelp')}
        </p>
        <p>
          <a className="btn" href={links.assistance}>
            {t('assistance')}
          </a>
        </p>
      </section>
    );
  }
  return (
    <section className={loading ? 'todo' : undefined}>
      <PageHeading>{title()}</PageHeading>
      {failures.length > 0 && <Troubles failures={failures} retry={retry} retrying={payments.retrying || notices.retrying} />}
      {count > 1 && <p className="text-quiet">{t('overview.sorted')}</p>}
      <ul className="it-list" ref={rows}>
        {(all ? tasks : tasks.slice(0, SHOWN)).map((task) => (
          <TaskRow key={task.key} task={task} />
        ))}
      </ul>
      {count > SHOWN && !all && (
        <p className="panel-foot">
          <button type="button" className="btn-link" onClick={showAll}>
            {t('overview.more', { count: count - SHOWN })}
          </button>
        </p>
      )}
      {loading && count < SHOWN && <Skeleton rows={SHOWN - count} />}
      {whole && count === 0 && <p>{t('overview.todoNoneText')}</p>}
    </section>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { t, locale } = useReader();
  const { title, from, dueOn, amountCents, kind, href } = task;
  const heading = title ?? t(kind === 'payment' ? 'payments.noReason' : 'notices.untitled');
  return (
    <li className="task">
      <p className="row-title">
        <Link href={href}>{title === null ? heading : <ItalianText>{title}</ItalianText>}</Link>
      </p>
      {amountCents !== null && <span className="task-amount amount">{formatMoney(amountCents, locale)}</span>}
      <p className="task-when row-facts">
        {from !== null && <span lang="it">{from}</span>}
        <DueDate day={dueOn} today={dayInItaly(new Date())} />
      </p>
    </li>
  );
}
