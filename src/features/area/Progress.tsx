import { isPending, type PanelState } from '../../domain/panel-state.ts';
import { useReader } from '../../i18n/react.tsx';

/** Tells in words, politely, how far the loading is and how it ended: what others see by looking. */
export function Progress({ states }: { states: readonly PanelState<unknown>[] }) {
  const { t } = useReader();
  const asked = states.reduce((sum, state) => sum + state.asked, 0);
  const answered = states.reduce((sum, state) => sum + state.answered, 0);
  const failures = states.reduce((sum, state) => sum + ('failures' in state ? state.failures.length : 0), 0);
  const loading = states.some(isPending);
  const text = () => {
    if (loading) return t('progress.loading', { asked, answered });
    return failures > 0 ? t('progress.doneWithFailures', { count: failures }) : t('progress.done', { count: answered });
  };
  return (
    <p className="visually-hidden" role="status">
      {text()}
    </p>
  );
}
