/**
 * Days and instants of the demo world. Every date of a demo citizen is counted from the day the demo
 * starts, so that nothing goes stale: a payment is "due yesterday" whatever the calendar says.
 */

/** The day (`YYYY-MM-DD`) that comes `count` days after `day`, or before it when `count` is negative. */
export function addDays(day: string, count: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** An instant (ISO 8601, UTC) on `day` at `time` (`HH:mm`, UTC). */
export function instantOn(day: string, time: string): string {
  return `${day}T${time}:00.000Z`;
}

/** A date-time without offset, as PiemontePAY writes them: `2026-11-30T00:00:00`. */
export function localDateTime(day: string, time = '00:00'): string {
  return `${day}T${time}:00`;
}
