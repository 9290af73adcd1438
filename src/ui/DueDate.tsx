import { daysBetween, type Day } from '../domain/day.ts';
import { formatDay, formatDistance } from '../i18n/format.ts';
import { useReader } from '../i18n/react.tsx';

/** Days ahead within which a date is near enough to be marked. */
const SOON_DAYS = 7;

/** By when something is to be done: the day, how far it is in words, and a mark when it is late or near. */
export function DueDate({ day, today }: { day: Day | null; today: Day }) {
  const { t, locale } = useReader();
  if (day === null) return <span className="text-quiet">{t('due.none')}</span>;
  const left = daysBetween(today, day);
  const words = { day: formatDay(day, locale, today), distance: formatDistance(day, locale, today) };
  if (left < 0) {
    return (
      <span>
        <span className="chip chip-late">{t('due.late')}</span> <time dateTime={day}>{t('due.was', words)}</time>
      </span>
    );
  }
  return (
    <span className={left <= SOON_DAYS ? 'chip chip-soon' : 'text-quiet'}>
      <time dateTime={day}>{t('due.by', words)}</time>
    </span>
  );
}
