import { useEffect, useRef, useState } from 'react';
import { isPending, type PanelState } from '../../domain/panel-state.ts';
import { useReader } from '../../i18n/react.tsx';

/** Shortest time between two announcements, in milliseconds: ten sources that answer at once are one sentence. */
const BETWEEN_MS = 2_000;

/** The latest of a text that changes often, at most once every two seconds. */
function useUnhurried(latest: string): string {
  const [said, setSaid] = useState(latest);
  const saidAt = useRef(0);
  useEffect(() => {
    if (latest === said) return;
    const timer = setTimeout(
      () => {
        saidAt.current = Date.now();
        setSaid(latest);
      },
      Math.max(0, saidAt.current + BETWEEN_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [latest, said]);
  return said;
}

/** Tells in words, politely, how far the loading is and how it ended: what others see by looking. */
export function Progress({ states }: { states: readonly PanelState<unknown>[] }) {
  const { t } = useReader();
  const asked = states.reduce((sum, state) => sum + state.asked, 0);
  const answered = states.reduce((sum, state) => sum + state.answered, 0);
  const failures = states.reduce((sum, state) => sum + ('failures' in state ? state.failures.length : 0), 0);
  const loading = states.some(isPending);
  const text = () => {
    if (asked === 0) return '';
    if (loading) return t('progress.loading', { asked, answered });
    return failures > 0 ? t('progress.doneWithFailures', { count: failures }) : t('progress.done', { count: answered });
  };
  return (
    <p className="visually-hidden" role="status">
      {useUnhurried(text())}
    </p>
  );
}
