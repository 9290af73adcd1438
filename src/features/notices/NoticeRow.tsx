import { Link } from 'wouter';
import { dayInItaly, type Day } from '../../domain/day.ts';
import { formatDistance } from '../../i18n/format.ts';
import { useReader } from '../../i18n/react.tsx';
import { DueDate } from '../../ui/DueDate.tsx';
import { ItalianText } from '../../ui/ItalianText.tsx';
import type { Notice } from './model.ts';

/** A notice in a list: unread by weight and by a word, its sender and date beneath. */
export function NoticeRow({ notice, today }: { notice: Notice; today: Day }) {
  const { t, locale } = useReader();
  const sentOn = dayInItaly(new Date(notice.sentAt));
  return (
    <li className={`list-item-row ${notice.read ? 'is-read' : 'is-unread'}`}>
      <p className="row-title">
        <Link href={`/notifiche/?id=${notice.id}`}>{notice.title === null ? t('notices.untitled') : <ItalianText>{notice.title}</ItalianText>}</Link>
      </p>
      <p className="row-facts">
        {!notice.read && <span>{t('notices.isUnread')}</span>}
        <span lang={notice.sender === null ? undefined : 'it'}>{notice.sender ?? t('notices.unknownSender')}</span>
        <time dateTime={notice.sentAt}>{formatDistance(sentOn, locale, today)}</time>
        {notice.dueOn !== null && <DueDate day={notice.dueOn} today={today} />}
      </p>
    </li>
  );
}
