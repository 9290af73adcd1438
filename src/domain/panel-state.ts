import type { FailureKind, Need, Source, SourceReport } from './outcome.ts';

/** A source that gave nothing, or not all, and why. */
export interface Failure {
  source: Source;
  kind: FailureKind;
}

/** What has come together from several sources, whatever the state. */
interface Gathered<Item> {
  items: Item[];
  /** Sources that have not answered yet. */
  pending: Source[];
  /** How many sources have been asked and how many have answered. */
  asked: number;
  answered: number;
  /** When the oldest of the answers was read; null before any. */
  asOf: string | null;
  /** The sources that answered, by name. */
  from: string[];
}

/**
 * The six states of a block, decided here and nowhere else.
 * "Empty" is reached only when every source has answered and none failed: what is not known is never "nothing".
 */
export type PanelState<Item> = Gathered<Item> &
  (
    | { kind: 'loading' }
    | { kind: 'ready' }
    | { kind: 'empty' }
    | { kind: 'partial'; failures: Failure[] }
    | { kind: 'failed'; failures: Failure[] }
    | { kind: 'needs-you'; need: Need }
  );

/** Whether some source of a block has still to answer. */
export function isPending({ kind, pending }: PanelState<unknown>): boolean {
  return kind === 'loading' || pending.length > 0;
}

/**
 * The state of a block from what its sources have said so far.
 * @param report what the stream has brought; undefined before its first line
 * @param requestFailed why the request itself failed, when it did before bringing anything
 */
export function panelState<Item>(report: SourceReport<Item> | undefined, requestFailed: Failure | null = null): PanelState<Item> {
  const outcomes = report?.outcomes ?? [];
  const answeredIds = new Set(outcomes.map((outcome) => outcome.source.id));
  const items: Item[] = [];
  const failures: Failure[] = requestFailed ? [requestFailed] : [];
  const from: string[] = [];
  let firstNeed: Need | null = null;
  let asOf: string | null = null;
  for (const outcome of outcomes) {
    switch (outcome.status) {
      case 'ready':
        items.push(...outcome.items);
        from.push(outcome.source.name);
        if (outcome.unreadable > 0) failures.push({ source: outcome.source, kind: 'unreadable' });
        if (asOf === null || Date.parse(outcome.asOf) < Date.parse(asOf)) asOf = outcome.asOf;
        break;
      case 'failed':
        failures.push({ source: outcome.source, kind: outcome.problem.kind });
        break;
      case 'needs':
        firstNeed ??= outcome.need;
        break;
    }
  }
  const gathered: Gathered<Item> = {
    items,
    pending: report?.expected.filter((source) => !answeredIds.has(source.id)) ?? [],
    asked: Math.max(report?.expected.length ?? 0, outcomes.length),
    answered: outcomes.length,
    asOf,
    from,
  };
  const complete = requestFailed !== null || report?.ended === true;
  if (firstNeed && from.length === 0 && failures.length === 0) return { ...gathered, kind: 'needs-you', need: firstNeed };
  if (failures.length > 0) {
    if (from.length > 0) return { ...gathered, kind: 'partial', failures };
    if (complete) return { ...gathered, kind: 'failed', failures };
  }
  if (items.length > 0) return { ...gathered, kind: 'ready' };
  return { ...gathered, kind: complete ? 'empty' : 'loading' };
}
