import { Link } from 'wouter';
import { useReader } from '../../i18n/react.tsx';
import { usePerson } from '../../platform/browser/person.tsx';
import type { LoadedList } from '../../platform/browser/sources.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Panel, sectionClass } from '../../ui/Panel.tsx';
import type { HealthAccess } from './model.ts';

function useHealthTitle(list: LoadedList<HealthAccess>): string {
  const { t } = useReader();
  const [access] = list.state.items;
  if (!access) return t('health.loading');
  return access.recordOpen ? t('health.open') : t('health.closed');
}

function HealthPanel({ list, all }: { list: LoadedList<HealthAccess>; all: boolean }) {
  const { t } = useReader();
  const { stepUpHref, links } = usePerson();
  return (
    <Panel
      {...list}
      stepUpHref={stepUpHref}
      assistanceHref={links.assistance}
      rows={all ? 5 : 1}
      empty={<p>{t('health.closedText')}</p>}
      otherWay={
        <>
          {t('health.otherWay')} <a href={links.health}>{t('health.otherWayLink')}</a>
        </>
      }
    >
      {([access]) => access && <HealthDetails access={access} all={all} />}
    </Panel>
  );
}

function HealthDetails({ access, all }: { access: HealthAccess; all: boolean }) {
  const { t } = useReader();
  const { recordOpen, consentNeeded, services } = access;
  return (
    <>
      {!recordOpen && <p>{t('health.closedText')}</p>}
      {consentNeeded && <p className="callout">{t('health.consent')}</p>}
      {all ? (
        <>
          <p className="text-quiet">{t('health.privacy')}</p>
          <h2>{t('health.links')}</h2>
          <ul className="it-list">
            {services.map(({ id, url, minimumLevel }) => (
              <li className="list-item-row" key={id}>
                <a href={url}>{t(`health.services.${id}`)}</a>
                {minimumLevel === 2 && <p>{t('health.level2')}</p>}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          <Link href="/salute/">{t('health.more')}</Link>
        </p>
      )}
    </>
  );
}

/** The way into the health record, on the overview. */
export function HealthBlock({ list }: { list: LoadedList<HealthAccess> }) {
  return (
    <section className={sectionClass(list.state, 'panel-1')} aria-labelledby="health-heading">
      <h2 id="health-heading">{useHealthTitle(list)}</h2>
      <HealthPanel list={list} all={false} />
    </section>
  );
}

/** The way into the health record and its services. */
export function HealthPage({ list }: { list: LoadedList<HealthAccess> }) {
  return (
    <>
      <PageHeading>{useHealthTitle(list)}</PageHeading>
      <HealthPanel list={list} all />
    </>
  );
}
