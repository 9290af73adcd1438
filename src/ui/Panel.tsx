import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { FailureKind, Need } from '../domain/outcome.ts';
import { isPending, type Failure, type PanelState } from '../domain/panel-state.ts';
import { formatNames, formatTime } from '../i18n/format.ts';
import { useReader } from '../i18n/react.tsx';

interface PanelProps<Item> {
  state: PanelState<Item>;
  retry: () => void;
  retrying: boolean;
  /** Where to sign in again with a higher level. */
  stepUpHref: string;
  assistanceHref: string;
  /** How many rows of content to keep room for while loading. */
  rows: number;
  /** What an empty list teaches: what will appear here. */
  empty: ReactNode;
  /** Another way to what a failed source would have given. */
  otherWay: ReactNode;
  children: (items: Item[]) => ReactNode;
}

/** The six states of a block that comes from sources: each has one look and one way forward, everywhere. */
export function Panel<Item>({ state, retry, retrying, stepUpHref, assistanceHref, rows, empty, otherWay, children }: PanelProps<Item>) {
  switch (state.kind) {
    case 'loading':
      return <Skeleton rows={rows} />;
    case 'ready':
      return (
        <>
          {children(state.items)}
          <Provenance state={state} />
        </>
      );
    case 'empty':
      return (
        <>
          {empty}
          <Provenance state={state} />
        </>
      );
    case 'partial':
      return (
        <>
          <Troubles failures={state.failures} retry={retry} retrying={retrying} />
          {state.items.length > 0 ? children(state.items) : <NotKnown otherWay={otherWay} />}
          <Provenance state={state} />
        </>
      );
    case 'failed':
      return (
        <>
          <Troubles failures={state.failures} retry={retry} retrying={retrying} />
          <NotKnown otherWay={otherWay} />
        </>
      );
    case 'needs-you':
      return <NeedsYou need={state.need} stepUpHref={stepUpHref} assistanceHref={assistanceHref} />;
  }
}

/** The classes of a block on a page of several: while sources are still to answer it keeps `room` for its rows. */
export function sectionClass(state: PanelState<unknown>, room: 'panel-1' | 'panel-3' | 'panel-4'): string {
  return isPending(state) ? `section ${room}` : 'section';
}

/** Room for content on its way, as high as the content will be. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton-row" key={row} />
      ))}
    </div>
  );
}

/** What is not known is not nothing, and there is another way to it. */
function NotKnown({ otherWay }: { otherWay: ReactNode }) {
  const { t } = useReader();
  return (
    <>
      <p>{t('source.notNothing')}</p>
      <p>{otherWay}</p>
    </>
  );
}

/** One sober line for each source that gave nothing, with one button that asks all of them again. */
export function Troubles({ failures, retry, retrying }: { failures: readonly Failure[]; retry: () => void; retrying: boolean }) {
  const { t } = useReader();
  const button = useRef<HTMLButtonElement>(null);
  const [tried, setTried] = useState(false);
  const [only] = failures;

  // When the trouble is over its button goes: whoever was on it is taken to the heading of the block, not lost.
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (element === null || document.activeElement !== element) return;
      const heading = element.closest('section, main')?.querySelector<HTMLElement>('h1, h2');
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus();
    };
  }, []);

  const tryAgain = () => {
    if (retrying) return;
    setTried(true);
    retry();
  };

  return (
    <div className="panel-trouble">
      <ul className="it-list">
        {failures.map(({ source, kind }) => (
          <li key={source.id}>{t(sentenceOf(kind), { name: source.name })}</li>
        ))}
      </ul>
      <button ref={button} type="button" className="btn-link" onClick={tryAgain} aria-disabled={retrying}>
        {failures.length === 1 && only ? t('source.retryName', { name: only.source.name }) : t('source.retry')}
      </button>
      <span role="status">{tried && t(retrying ? 'source.retrying' : 'source.stillMissing')}</span>
    </div>
  );
}

function sentenceOf(kind: FailureKind) {
  switch (kind) {
    case 'unavailable':
      return 'source.unavailable';
    case 'timeout':
      return 'source.timeout';
    case 'unreadable':
      return 'source.unreadable';
    case 'refused':
      return 'source.refused';
    case 'interrupted':
      return 'source.interrupted';
  }
}

function NeedsYou({ need, stepUpHref, assistanceHref }: { need: Need; stepUpHref: string; assistanceHref: string }) {
  const { t } = useReader();
  switch (need.kind) {
    case 'level':
      return (
        <>
          <p>{t('needs.level')}</p>
          <p>
            <a className="btn" href={stepUpHref}>
              {t('needs.levelAction')}
            </a>
          </p>
        </>
      );
    case 'italian-fiscal-code':
      return (
        <>
          <p>
            {t('needs.fiscalCode')} <a href={assistanceHref}>{t('assistance')}</a>
          </p>
        </>
      );
  }
}

/** Where the data come from, when they were read, and who is still silent. */
function Provenance({ state }: { state: PanelState<unknown> }) {
  const { t, locale } = useReader();
  const { asOf, from, asked, answered, pending } = state;
  const names = (list: readonly string[]) => formatNames(list, locale);
  return (
    <p className="panel-foot">
      {pending.length > 0 && `${t('source.waiting', { names: names(pending.map(({ name }) => name)) })} `}
      {asOf !== null &&
        (asked > 2
          ? t('source.readSome', { answered: from.length, asked: Math.max(asked, answered), time: formatTime(asOf, locale) })
          : t('source.readAt', { time: formatTime(asOf, locale), names: names(from) }))}
    </p>
  );
}
