import { daysBetween, type Day } from '../domain/day.ts';

const ITALY = 'Europe/Rome';

/** Tags for Intl: the portal's languages as they are written in Europe; Western digits in Arabic, as on notices. */
function intlTag(locale: string): string {
  switch (locale) {
    case 'ar':
      return 'ar-u-nu-latn';
    case 'en':
      return 'en-GB';
    default:
      return locale;
  }
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A format of dates, made once: thousands of pages ask for the same few, and each is dear to make. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(intlTag(locale), options);
  dateFormats.set(key, format);
  return format;
}

/** An amount of cents in the reader's language: `127,50 €`. */
export function formatMoney(cents: number, locale: string): string {
  return new Intl.NumberFormat(intlTag(locale), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** A day as people say it: `lunedì 30 novembre`; the year only when it is not the year of `today`. */
export function formatDay(day: Day, locale: string, today: Day): string {
  return dateFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`));
}

/** A short date with its year: `23 nov 2026`. */
export function formatDate(day: Day, locale: string): string {
  return dateFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(`${day}T00:00:00Z`));
}

/** The time of an instant in Italy: `10:42`. */
export function formatTime(instant: string, locale: string): string {
  return dateFormat(locale, { timeZone: ITALY, timeStyle: 'short' }).format(new Date(instant));
}

/** How far a day is from today, in words: `tra 7 giorni`, `ieri`, `oggi`. */
export function formatDistance(day: Day, locale: string, today: Day): string {
  return new Intl.RelativeTimeFormat(intlTag(locale), { numeric: 'auto' }).format(daysBetween(today, day), 'day');
}

/** A number of days in words: `30 giorni`. */
export function formatDays(days: number, locale: string): string {
  return new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
}

/** A date and the time in Italy: `23 nov 2026, 10:42`. */
export function formatInstant(instant: string, locale: string): string {
  return dateFormat(locale, { timeZone: ITALY, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** A number: `1.234`, or compact `1,2 Mln`. */
export function formatNumber(value: number, locale: string, notation: 'standard' | 'compact' = 'standard'): string {
  return new Intl.NumberFormat(intlTag(locale), { notation, maximumFractionDigits: notation === 'compact' ? 1 : 0 }).format(value);
}

/** A part of one as a percentage: `37,2%`; with its sign where it is a change. */
export function formatPercent(part: number, locale: string, signDisplay: 'auto' | 'always' = 'auto'): string {
  return new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: 1, signDisplay }).format(part);
}

/** A part of a whole in the reader's language, cut and not rounded: what was not whole is never "100 %". */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' }).format(share);
}

/** A month from `YYYY-MM`: `novembre 2026`, or short `nov`. */
export function formatMonth(month: string, locale: string, length: 'long' | 'short'): string {
  const options: Intl.DateTimeFormatOptions = length === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short' };
  return dateFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${month}-01T00:00:00Z`));
}

/** Names in a sentence: `Biella, Torino e Cuneo`. */
export function formatNames(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(intlTag(locale), { type: 'conjunction' }).format(names);
}
