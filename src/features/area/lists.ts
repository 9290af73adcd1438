import { useReader } from '../../i18n/react.tsx';
import { useSourceList, type LoadedList } from '../../platform/browser/sources.ts';
import type { Suggestion } from '../catalogue/model.ts';
import { suggestionsList } from '../catalogue/catalogue.queries.ts';
import type { HealthAccess } from '../health/model.ts';
import { healthList } from '../health/health.queries.ts';
import type { Notice } from '../notices/model.ts';
import { noticesList } from '../notices/notices.queries.ts';
import type { Payment } from '../payments/model.ts';
import { paymentsList } from '../payments/payments.queries.ts';

/** Everything the area shows, loaded once and shared by its sections. */
export interface AreaLists {
  notices: LoadedList<Notice>;
  payments: LoadedList<Payment>;
  health: LoadedList<HealthAccess>;
  suggestions: LoadedList<Suggestion>;
}

/** Loads all lists of the area, each by itself. */
export function useAreaLists(): AreaLists {
  const { t, locale } = useReader();
  return {
    notices: useSourceList(noticesList, t('navigation.notices')),
    payments: useSourceList(paymentsList, t('navigation.payments')),
    health: useSourceList(healthList, t('navigation.health')),
    suggestions: useSourceList(suggestionsList(locale), t('suggestions.title')),
  };
}
