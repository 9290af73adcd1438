import * as z from 'zod/mini';
import statistics from '../../../content/statistics.json' with { type: 'json' };

const month = z.object({
  /** `YYYY-MM`. */
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  visits: z.int().check(z.nonnegative()),
  uniqueVisitors: z.int().check(z.nonnegative()),
  /** Part of the visits, from 0 to 1. */
  bounceRate: z.number().check(z.minimum(0), z.maximum(1)),
  /** Part of the visits, from 0 to 1. */
  mobileShare: z.number().check(z.minimum(0), z.maximum(1)),
});
export type Month = z.infer<typeof month>;

const MONTHS = 12;

/** The public figures of Web Analytics Italia, as a file that whoever keeps the portal replaces each month. */
export const visitFigures = z
  .object({
    /** Whether the figures are examples and not measurements; the page says so. */
    sample: z.boolean(),
    source: z.object({ name: z.string(), url: z.url() }),
    /** The day of the last figure, `YYYY-MM-DD`. */
    updated: z.string(),
    /** The last 24 months, the oldest first. */
    months: z.array(month).check(z.length(2 * MONTHS)),
  })
  .parse(statistics);

export const indicators = ['visits', 'uniqueVisitors', 'bounceRate', 'mobileShare'] as const;
export type Indicator = (typeof indicators)[number];

/** An indicator over the last 12 months against the 12 before. */
export interface Comparison {
  indicator: Indicator;
  /** Whether the values are parts of the visits, from 0 to 1. */
  isShare: boolean;
  now: { month: string; value: number }[];
  before: { month: string; value: number }[];
  /** The sum of counts, the average of shares. */
  total: { now: number; before: number };
}

/** Compares the last 12 months of an indicator with the 12 before. A share's average is weighed by the visits. */
export function compare(months: readonly Month[], indicator: Indicator): Comparison {
  const isShare = indicator === 'bounceRate' || indicator === 'mobileShare';
  const half = (part: readonly Month[]) => part.map((one) => ({ month: one.month, value: one[indicator] }));
  const total = (part: readonly Month[]) => {
    if (!isShare) return part.reduce((sum, one) => sum + one[indicator], 0);
    const visits = part.reduce((sum, one) => sum + one.visits, 0);
    return visits === 0 ? 0 : part.reduce((sum, one) => sum + one[indicator] * one.visits, 0) / visits;
  };
  const before = months.slice(0, MONTHS);
  const now = months.slice(MONTHS);
  return { indicator, isShare, now: half(now), before: half(before), total: { now: total(now), before: total(before) } };
}

/** Writes a value in the reader's language. */
export type Format<T> = (value: T) => string;

/** Services by how far they are done online. */
export interface OnlineCount {
  whole: number;
  part: number;
  none: number;
}

/** Counts the active services by how far they are done online. */
export function countOnline(services: readonly { status: string; online?: { concludable: boolean } | undefined }[]): OnlineCount {
  const active = services.filter(({ status }) => status === 'active');
  const whole = active.filter(({ online }) => online?.concludable === true).length;
  const part = active.filter(({ online }) => online?.concludable === false).length;
  return { whole, part, none: active.length - whole - part };
}
