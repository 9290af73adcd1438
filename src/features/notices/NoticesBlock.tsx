import { Link } from 'wouter';
import { dayInItaly } from '../../domain/day.ts';
import { useReader } from '../../i18n/react.tsx';
import { usePerson } from '../../platform/browser/person.tsx';
import type { LoadedList } from '../../platform/browser/sources.ts';
import { Panel, sectionClass } from '../../ui/Panel.tsx';
import { newestFirst, unread, type Notice } from './model.ts';
import { NoticeRow } from './NoticeRow.tsx';

/** How many notices the overview shows. */
const SHOWN = 3;

/** The notices on the overview: the unread ones, or the latest when all have been read. */
export function NoticesBlock({ list }: { list: LoadedList<Notice> }) {
  const { t } = useReader();
  const { stepUpHref, links } = usePerson();
  const today = dayInItaly(new Date());
  const toRead = unread(list.state.items).length;
  const known = list.state.items.length > 0;
  return (
    <section className={sectionClass(list.state, 'panel-3')} aria-labelledby="notices-heading">
      <h2 id="notices-heading">
        {toRead > 0 ? t('notices.unread', { count: toRead }) : known ? t('notices.allRead') : t('notices.loading')}
      </h2>
      <Panel
        {...list}
        stepUpHref={stepUpHref}
        assistanceHref={links.assistance}
        rows={SHOWN}
        empty={<p>{t('notices.empty')}</p>}
        otherWay={t('notices.otherWay')}
      >
        {(notices) => {
          const first = toRead > 0 ? unread(notices) : notices;
          return (
            <>
              <ul className="it-list">
                {newestFirst(first)
                  .slice(0, SHOWN)
                  .map((one) => (
                    <NoticeRow key={one.id} notice={one} today={today} />
                  ))}
              </ul>
              <p className="panel-foot">
                <Link href="/notifiche/">{t('notices.more', { count: notices.length })}</Link>
              </p>
            </>
          );
        }}
      </Panel>
    </section>
  );
}
