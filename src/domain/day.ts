/** A calendar day in Italy, `YYYY-MM-DD`. */
export type Day = string;

const ITALY = 'Europe/Rome';
const MILLISECONDS_OF_A_DAY = 86_400_000;

const romeDay = new Intl.DateTimeFormat('en-CA', { timeZone: ITALY, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day it is in Italy at an instant. */
export function dayInItaly(instant: Date): Day {
  return romeDay.format(instant);
}

/**
 * The Italian day of a date or date-time as upstream systems write it.
 * Without an offset the time is Italian local time (PiemontePAY); with one it is an instant. Null if unreadable.
 */
export function dayFromDateTime(text: string): Day | null {
  const local = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  if (local?.[1]) return isDay(local[1]) ? local[1] : null;
  const instant = new Date(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(instant.getTime()) ? dayInItaly(instant) : null;
}

/** Days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_A_DAY);
}

/** Completed years between a day of birth and another day. */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
