import * as z from 'zod/mini';

/**
 * What came of asking one source. The BFF sends one such line as soon as each source has answered, so that no source
 * waits for another; the browser shows it at once.
 */

/** Why a source gave nothing. Closed: every switch over it is exhaustive. */
export const failureKind = z.enum(['unavailable', 'timeout', 'unreadable', 'refused', 'interrupted']);
export type FailureKind = z.infer<typeof failureKind>;

/** What the source asks of the person before it answers. */
export const need = z.discriminatedUnion('kind', [
  /** A higher level of assurance: sign in again with that SPID level. */
  z.object({ kind: z.literal('level'), level: z.literal(2) }),
  /** An Italian fiscal code, which a person signed in with eIDAS may lack. */
  z.object({ kind: z.literal('italian-fiscal-code') }),
]);
export type Need = z.infer<typeof need>;

/** A source as people read it: the name of the ente or system asked. */
export const source = z.object({ id: z.string(), name: z.string() });
export type Source = z.infer<typeof source>;

const instant = z.iso.datetime({ offset: true });

/** The schema of one source's outcome, for the items it gives. */
export function outcomeOf<Item extends z.ZodMiniType>(item: Item) {
  return z.discriminatedUnion('status', [
    z.object({
      status: z.literal('ready'),
      source,
      /** When the source was read. */
      asOf: instant,
      items: z.array(item),
      /** How many things the source sent that could not be read: never dropped in silence. */
      unreadable: z.number(),
    }),
    z.object({ status: z.literal('failed'), source, asOf: instant, problem: z.object({ kind: failureKind }) }),
    z.object({ status: z.literal('needs'), source, asOf: instant, need }),
  ]);
}

export type Outcome<Item> =
  | { status: 'ready'; source: Source; asOf: string; items: Item[]; unreadable: number }
  | { status: 'failed'; source: Source; asOf: string; problem: { kind: FailureKind } }
  | { status: 'needs'; source: Source; asOf: string; need: Need };

/** First line of a stream: who was asked, so that "loading" can be told by name. */
export const expectedLine = z.object({ expected: z.array(source) });

/** Last line of a stream: without it the stream was cut and what is missing is not known. */
export const totalsLine = z.object({
  totals: z.object({ sources: z.number(), ready: z.number(), failed: z.number(), needs: z.number(), items: z.number() }),
});
export type Totals = z.infer<typeof totalsLine>['totals'];

/** Every line that a stream of outcomes may hold. */
export function streamLineOf<Item extends z.ZodMiniType>(item: Item): z.ZodMiniType<StreamLine<z.infer<Item>>> {
  return z.union([outcomeOf(item), expectedLine, totalsLine]);
}

/** One line of a stream of outcomes. */
export type StreamLine<Item> = Outcome<Item> | z.infer<typeof expectedLine> | z.infer<typeof totalsLine>;

/** All that a stream has said so far. */
export interface SourceReport<Item> {
  expected: Source[];
  outcomes: Outcome<Item>[];
  ended: boolean;
}

export const emptyReport: SourceReport<never> = { expected: [], outcomes: [], ended: false };

/** A report with one more line taken in; a source that answers again replaces its earlier outcome. */
export function addLine<Item>(report: SourceReport<Item>, line: StreamLine<Item>): SourceReport<Item> {
  if ('expected' in line) {
    const known = new Set(line.expected.map((one) => one.id));
    return { ...report, expected: [...report.expected.filter((one) => !known.has(one.id)), ...line.expected] };
  }
  if ('totals' in line) return { ...report, ended: true };
  const others = report.outcomes.filter((outcome) => outcome.source.id !== line.source.id);
  return { ...report, outcomes: [...others, line] };
}

/** A report whose stream stopped without its last line: the sources still silent are failures, never "nothing". */
export function interrupt<Item>(report: SourceReport<Item>, asOf: string): SourceReport<Item> {
  const answered = new Set(report.outcomes.map((outcome) => outcome.source.id));
  const lost = report.expected
    .filter((one) => !answered.has(one.id))
    .map((one) => ({ status: 'failed' as const, source: one, asOf, problem: { kind: 'interrupted' as const } }));
  return { ...report, outcomes: [...report.outcomes, ...lost], ended: true };
}
