import { expect, test } from 'vitest';
import { formatDay, formatDistance } from '../i18n/format.ts';
import { DueDate } from './DueDate.tsx';
import { expectAccessible, renderFor, testedLocales, wordsOf } from './testing.tsx';

const today = '2026-11-23';

for (const locale of testedLocales) {
  const t = wordsOf(locale);
  const words = (day: string) => ({ day: formatDay(day, locale, today), distance: formatDistance(day, locale, today) });

  test(`what is late says so in a word, not by its colour alone, ${locale}`, async () => {
    const day = '2026-11-22';
    const { container } = await renderFor(locale, <DueDate day={day} today={today} />);
    expect(container.textContent).toContain(t('due.late'));
    expect(container.textContent).toContain(t('due.was', words(day)));
    expect(container.querySelector('time')?.dateTime).toBe(day);
    await expectAccessible(container);
  });

  for (const [day, near] of [
    ['2026-11-23', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
    ['2027-01-15', false],
  ] as const) {
    test(`${day} is ${near ? '' : 'not '}marked as near, ${locale}`, async () => {
      const { container } = await renderFor(locale, <DueDate day={day} today={today} />);
      expect(container.textContent).toBe(t('due.by', words(day)));
      expect(container.querySelector('.chip-soon') !== null).toBe(near);
      expect(container.textContent.includes('2027')).toBe(day.startsWith('2027'));
      expect(container.textContent).not.toContain(t('due.late'));
      await expectAccessible(container);
    });
  }

  test(`what has no date says so, ${locale}`, async () => {
    const { container } = await renderFor(locale, <DueDate day={null} today={today} />);
    expect(container.textContent).toBe(t('due.none'));
    expect(container.querySelector('time')).toBeNull();
  });
}
