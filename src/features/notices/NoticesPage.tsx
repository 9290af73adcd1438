import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useSearch } from 'wouter';
import { dayInItaly } from '../../domain/day.ts';
import { isPending } from '../../domain/panel-state.ts';
import { formatDay, formatMoney, formatNames } from '../../i18n/format.ts';
import { useReader } from '../../i18n/react.tsx';
import { usePerson } from '../../platform/browser/person.tsx';
import type { LoadedList } from '../../platform/browser/sources.ts';
import { DueDate } from '../../ui/DueDate.tsx';
import { ItalianText } from '../../ui/ItalianText.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { newestFirst, unread, type Notice } from './model.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { useMarkRead } from './notices.queries.ts';

/** How many notices are added at a time. */
const PAGE = 50;

/** All notices; with `?id=` the one that was opened, at its own address. */
export function NoticesPage({ list }: { list: LoadedList<Notice> }) {
  const { t } = useReader();
  const { stepUpHref, links } = usePerson();
  const id = new URLSearchParams(useSearch()).get('id');
  const toRead = unread(list.state.items).length;
  const open = id === null ? null : list.state.items.find((one) => one.id === id);
  // Only a source that has answered in full can say that a notice is not there.
  const known = (list.state.kind === 'ready' || list.state.kind === 'empty') && !isPending(list.state);

  if (open) return <NoticeDetail notice={open} from={list.state.from} />;
  if (id !== null && known) {
    return (
      <>
        <PageHeading>{t('notices.notFoundTitle')}</PageHeading>
        <p>{t('notices.notFoundText')}</p>
        <p>
          <Link href="/notifiche/">{t('notices.back')}</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeading>{toRead > 0 ? t('notices.unread', { count: toRead }) : t('notices.title')}</PageHeading>
      <Panel
        {...list}
        stepUpHref={stepUpHref}
        assistanceHref={links.assistance}
        rows={8}
        empty={<p>{t('notices.empty')}</p>}
        otherWay={t('notices.otherWay')}
      >
        {(notices) => <NoticeRows notices={newestFirst(notices)} />}
      </Panel>
    </>
  );
}

/** Where the person was in the list when a notice was opened, to come back to the same row. */
const place: { shown: number; opened: string | null } = { shown: PAGE, opened: null };

function NoticeRows({ notices }: { notices: readonly Notice[] }) {
  const { t } = useReader();
  const [shown, setShown] = useState(place.shown);
  const rows = useRef<HTMLUListElement>(null);
  const today = dayInItaly(new Date());

  useEffect(() => {
    place.shown = shown;
  }, [shown]);
  useEffect(() => {
    const { opened } = place;
    place.opened = null;
    if (opened !== null) rows.current?.querySelector<HTMLElement>(`a[href$="${CSS.escape(opened)}"]`)?.focus();
  }, []);
  const showMore = () => {
    // Drawn at once, so that focus can go on with the first of the new rows: the button may be gone.
    flushSync(() => setShown(shown + PAGE));
    Array.from(rows.current?.querySelectorAll('a') ?? [])[shown]?.focus();
  };

  return (
    <>
      <p className="text-quiet">{t('notices.sorted')}</p>
      <ul className="it-list" ref={rows}>
        {notices.slice(0, shown).map((one) => (
          <NoticeRow key={one.id} notice={one} today={today} />
        ))}
      </ul>
      {shown < notices.length && (
        <p className="panel-foot">
          {t('notices.shown', { shown, total: notices.length })}{' '}
          <button type="button" className="btn" onClick={showMore}>
            {t('notices.showMore')}
          </button>
        </p>
      )}
    </>
  );
}

function NoticeDetail({ notice, from }: { notice: Notice; from: readonly string[] }) {
  const { t, locale } = useReader();
  const { portalName } = usePerson();
  const markRead = useMarkRead();
  const asked = useRef<string | null>(null);
  const today = dayInItaly(new Date());
  const { mutate } = markRead;

  useEffect(() => {
    if (notice.read || asked.current === notice.id) return;
    asked.current = notice.id;
    mutate(notice.id);
  }, [notice.id, notice.read, mutate]);
  useEffect(() => {
    place.opened = notice.id;
  }, [notice.id]);

  return (
    <article>
      <p>
        <Link href="/notifiche/">{t('notices.back')}</Link>
      </p>
      <PageHeading pageTitle={`${notice.title ?? t('notices.untitled')} · ${portalName}`}>
        {notice.title === null ? t('notices.untitled') : <ItalianText>{notice.title}</ItalianText>}
      </PageHeading>
      <p className="row-facts">
        <span lang={notice.sender === null ? undefined : 'it'}>{notice.sender ?? t('notices.unknownSender')}</span>
        <time dateTime={notice.sentAt}>{formatDay(dayInItaly(new Date(notice.sentAt)), locale, today)}</time>
        {notice.dueOn !== null && <DueDate day={notice.dueOn} today={today} />}
      </p>
      {notice.amountCents !== null && (
        <p className="amount">
          {t('notices.amount', { amount: formatMoney(notice.amountCents, locale) })}. <Link href="/pagamenti/">{t('notices.pay')}</Link>
        </p>
      )}
      {notice.text === null ? (
        <p>{t('notices.noText')}</p>
      ) : (
        <p className="notice-text" lang="it" dir="ltr">
          {notice.text}
        </p>
      )}
      {markRead.isError && <p role="alert">{t('notices.readFailed')}</p>}
      <p className="panel-foot">{t('notices.source', { name: formatNames(from, locale) })}</p>
    </article>
  );
}
