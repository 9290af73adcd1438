import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Link, Router, useLocation, useSearch } from 'wouter';
import { isPending } from '../../domain/panel-state.ts';
import { localizedPath } from '../../i18n/paths.ts';
import { ReaderProvider, useReader, type Reader } from '../../i18n/react.tsx';
import { createTranslator, type Messages } from '../../i18n/translate.ts';
import { bindToSession, getJson } from '../../platform/browser/api-client.ts';
import { PersonProvider, type AreaLinks, type Person } from '../../platform/browser/person.tsx';
import { createQueryClient } from '../../platform/browser/query-client.ts';
import { forgetPerson, SESSION_KEY } from '../../platform/browser/session.ts';
import { useTogether } from '../../platform/browser/together.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Skeleton } from '../../ui/Panel.tsx';
import { HealthPage } from '../health/HealthViews.tsx';
import { sessionView, type SessionView } from '../identity/model.ts';
import { NoticesPage } from '../notices/NoticesPage.tsx';
import { PaymentsPage } from '../payments/PaymentsPage.tsx';
import { useAreaLists, type AreaLists } from './lists.ts';
import { Overview } from './Overview.tsx';
import { Progress } from './Progress.tsx';
import { SECTION_NAMES, SECTIONS, sectionOfPath, type Section } from './sections.ts';

interface AreaAppProps {
  locale: string;
  /** The section of the prerendered page; afterwards the address decides. */
  section: Section;
  /** The `area` messages of the reader's language. */
  messages: Messages;
  links: AreaLinks;
  portalName: string;
}

/** The personal area: one application, hydrated into each of its prerendered pages. */
export function AreaApp({ locale, section, messages, links, portalName }: AreaAppProps) {
  const [client] = useState(createQueryClient);
  const reader = useMemo((): Reader => ({ locale, t: createTranslator(locale, 'area', messages) }), [locale, messages]);
  const base = localizedPath(locale, '/area');
  return (
    <QueryClientProvider client={client}>
      <ReaderProvider reader={reader}>
        <Router base={base} ssrPath={base + SECTIONS[section]} ssrSearch="">
          <Frame links={links} portalName={portalName} />
        </Router>
      </ReaderProvider>
    </QueryClientProvider>
  );
}

/** What the page knows of the session: also that it ended while the page was open. */
type SessionInMemory = SessionView | { signedIn: false; ended: true };

function Frame({ links, portalName }: { links: AreaLinks; portalName: string }) {
  const { t, locale } = useReader();
  const [path] = useLocation();
  const search = useSearch();
  const section = sectionOfPath(path);
  const session = useQuery({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }): Promise<SessionInMemory> => {
      const view = await getJson('/session', sessionView, signal);
      if (view.signedIn) bindToSession(view.tag);
      return view;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const here = localizedPath(locale, `/area${SECTIONS[section]}`) + (search && `?${search}`);

  useEffect(() => {
    // A detail gives the page its own title.
    if (!new URLSearchParams(search).has('id')) document.title = `${t(`navigation.${section}`)} · ${portalName}`;
    // The language switch stands outside the application, and leads to the page that is open in it.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.it-header-slim-right-zone a[hreflang]')) {
      link.href = localizedPath(link.hreflang, `/area${SECTIONS[section]}`) + (search && `?${search}`);
    }
  }, [section, search, t, portalName]);

  useEffect(() => {
    // "Back" after signing out, or a page kept from before: what it shows may belong to nobody here any more.
    const reloadWhenRestored = ({ persisted }: PageTransitionEvent) => {
      if (persisted) location.reload();
    };
    window.addEventListener('pageshow', reloadWhenRestored);
    return () => window.removeEventListener('pageshow', reloadWhenRestored);
  }, []);

  if (session.isError) {
    return (
      <>
        <div className="area-account" />
        <SectionNavigation section={section} />
        <PageHeading>{t('signedOut.failedTitle')}</PageHeading>
        <p className="lead">{t('signedOut.failedText')}</p>
        <button type="button" className="btn btn-primary" onClick={() => void session.refetch()}>
          {t('signedOut.retry')}
        </button>
      </>
    );
  }
  if (!session.data) {
    return (
      <>
        <div className="area-account" />
        <SectionNavigation section={section} />
        <SectionOnItsWay section={section} />
      </>
    );
  }
  if (!session.data.signedIn) return <SignedOut ended={'ended' in session.data} returnTo={here} />;

  const { givenName, familyName, hasFiscalCode, provider } = session.data;
  const stepUp = new URLSearchParams({ provider, level: '2', return_to: here });
  const person: Person = { givenName, familyName, hasFiscalCode, links, portalName, stepUpHref: `/auth/login?${stepUp}` };
  return (
    <PersonProvider person={person}>
      <Account name={`${givenName} ${familyName}`} />
      <SectionNavigation section={section} />
      <SignedIn section={section} />
    </PersonProvider>
  );
}

function SignedIn({ section }: { section: Section }) {
  const lists = useAreaLists();
  const states = [lists.notices.state, lists.payments.state, lists.health.state, lists.suggestions.state];
  const show = useTogether(
    states.some(({ answered }) => answered > 0),
    !states.some(isPending),
  );
  return (
    <>
      <Progress states={states} />
      {show ? <SectionView section={section} lists={lists} /> : <SectionOnItsWay section={section} />}
    </>
  );
}

/** A section before anything has come. */
function SectionOnItsWay({ section }: { section: Section }) {
  const { t } = useReader();
  return (
    <>
      <PageHeading>{t(section === 'overview' ? 'overview.todoLoading' : `navigation.${section}`)}</PageHeading>
      <Skeleton rows={8} />
    </>
  );
}

function SectionView({ section, lists }: { section: Section; lists: AreaLists }) {
  // Coming to another address is coming to another page: its heading is new and takes the focus.
  const address = useSearch();
  switch (section) {
    case 'overview':
      return <Overview lists={lists} />;
    case 'notices':
      return <NoticesPage list={lists.notices} key={address} />;
    case 'payments':
      return <PaymentsPage list={lists.payments} key={address} />;
    case 'health':
      return <HealthPage list={lists.health} />;
  }
}

function SectionNavigation({ section }: { section: Section }) {
  const { t } = useReader();
  return (
    <nav className="area-nav" aria-label={t('navigation.label')}>
      <ul className="navbar-nav">
        {SECTION_NAMES.map((one) => (
          <li className="nav-item" key={one}>
            <Link className="nav-link" href={SECTIONS[one]} aria-current={one === section ? 'page' : undefined}>
              {t(`navigation.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ name }: { name: string }) {
  const { t } = useReader();
  return (
    <form className="area-account" method="post" action="/auth/logout">
      <span>{t('account.signedInAs', { name })}</span>
      <button type="submit" className="btn-link">
        {t('account.signOut')}
      </button>
    </form>
  );
}

function SignedOut({ ended, returnTo }: { ended: boolean; returnTo: string }) {
  const { t, locale } = useReader();
  const client = useQueryClient();
  useEffect(() => forgetPerson(client), [client]);
  return (
    <>
      <PageHeading>{t(ended ? 'signedOut.endedTitle' : 'signedOut.title')}</PageHeading>
      <p className="lead">{t(ended ? 'signedOut.endedText' : 'signedOut.text')}</p>
      <p>
        <a className="btn btn-primary btn-wide" href={`${localizedPath(locale, '/accedi/')}?${new URLSearchParams({ return_to: returnTo })}`}>
          {t('signedOut.action')}
        </a>
      </p>
    </>
  );
}
