import { dayKind, DAYS_KEPT, type DayKind, type DayStatus } from './model.ts';

/** Measures of the chart, in units of its own. */
const BAR_WIDTH = 3;
const GAP = 1;
export const BAR_HEIGHT = 24;
export const CHART_WIDTH = DAYS_KEPT * (BAR_WIDTH + GAP) - GAP;

/** Each kind of day is as high as it was good: who sees no colours sees the height. */
const HEIGHTS: Readonly<Record<DayKind, number>> = { whole: BAR_HEIGHT, partly: 16, silent: 8, unknown: 2 };

/** One bar, from the ground up. */
export function barPath(kind: DayKind, x: number): string {
  const height = HEIGHTS[kind];
  return `M${x} ${BAR_HEIGHT - height}h${BAR_WIDTH}v${height}h-${BAR_WIDTH}z`;
}

/** The bars of the days as four paths, one of each kind; time runs as the language reads. */
export function barsOf(days: readonly DayStatus[], direction: 'ltr' | 'rtl'): Record<DayKind, string> {
  const paths: Record<DayKind, string> = { whole: '', partly: '', silent: '', unknown: '' };
  days.forEach(({ share }, index) => {
    const place = direction === 'ltr' ? index : days.length - 1 - index;
    paths[dayKind(share)] += barPath(dayKind(share), place * (BAR_WIDTH + GAP));
  });
  return paths;
}
