/** The messages that the imitated NOTIFY keeps, and its way of filtering, sorting and paging them. */
import type { StoredMessage } from './notify-message.ts';

/** Columns that can be filtered and sorted by. */
const columns = ['id', 'bulk_id', 'tag', 'correlation_id', 'read_at', 'timestamp'] as const;
type Column = (typeof columns)[number];

/** The caller asked for something that does not exist; the text goes into the answer. */
export class BadQuery extends Error {}

export interface MessageQuery {
  /** Most messages in a page, at least 1. */
  limit: number;
  /** Messages to pass over. */
  offset: number;
  /** Comma-separated columns, each preceded by `-` when descending. */
  sort: string;
  /** A JSON object from column to conditions; undefined for everything. */
  filter: string | undefined;
}

export interface NotifyStore {
  /** @throws {BadQuery} when a column, an operator or the JSON of the filter is not understood */
  find(userId: string, query: MessageQuery): { page: StoredMessage[]; total: number };
  get(userId: string, id: string): StoredMessage | undefined;
  /** Sets what `change` holds; undefined when there is no such message. */
  update(userId: string, id: string, change: MessageChange): StoredMessage | undefined;
  remove(userId: string, id: string): boolean;
  reset(): void;
}

/** `readAt` is an instant, null to mark as unread; `tag` is a comma-separated list, null for none. */
export interface MessageChange {
  readAt?: string | null;
  tag?: string | null;
}

/** A store that starts with, and is reset to, `initial`. */
export function createNotifyStore(initial: readonly StoredMessage[]): NotifyStore {
  let messages: StoredMessage[] = [];
  const get = (userId: string, id: string) =>
    messages.find((message) => message.user_id === userId && message.id === id);
  const store: NotifyStore = {
    find(userId, query) {
      const accepts = parseFilter(query.filter);
      const compare = parseSort(query.sort);
      const found = messages.filter((message) => message.user_id === userId && accepts(message)).sort(compare);
      return { page: found.slice(query.offset, query.offset + query.limit), total: found.length };
    },
    get,
    update(userId, id, change) {
      const message = get(userId, id);
      if (message === undefined) return undefined;
      if (change.readAt !== undefined) message.read_at = change.readAt;
      if (change.tag !== undefined) message.tag = change.tag === null ? null : normaliseTags(change.tag);
      return message;
    },
    remove(userId, id) {
      const before = messages.length;
      messages = messages.filter((message) => message.user_id !== userId || message.id !== id);
      return messages.length < before;
    },
    reset() {
      messages = structuredClone([...initial]);
    },
  };
  store.reset();
  return store;
}

/** The tags of a comma-separated list, empty for null. */
export function tagsOf(tag: string | null): string[] {
  return (tag ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** NOTIFY turns hyphens and spaces inside a tag into underscores. */
function normaliseTags(tag: string): string {
  return tagsOf(tag)
    .map((each) => each.replace(/[-\s]/g, '_'))
    .join(',');
}

function isColumn(name: string): name is Column {
  return columns.some((column) => column === name);
}

function parseSort(sort: string): (left: StoredMessage, right: StoredMessage) => number {
  const keys = [...sort.split(','), '+id'].map((key) => {
    // A plus sign that was not escaped in the address arrives as a space.
    const [, sign = '', name = ''] = /^([-+ ]?)(.*)$/.exec(key) ?? [];
    if (!isColumn(name)) throw new BadQuery(`cannot sort by "${name}"`);
    return { name, direction: sign === '-' ? -1 : 1 };
  });
  return (left, right) => {
    for (const { name, direction } of keys) {
      const order = compareText(left[name] ?? '', right[name] ?? '');
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

type Condition = (value: string | null) => boolean;

const operators: Record<string, (argument: unknown) => Condition> = {
  eq: (argument) => (value) => value === argument,
  ne: (argument) => (value) => value !== argument,
  in: (argument) => (value) => Array.isArray(argument) && argument.includes(value),
  nin: (argument) => (value) => !(Array.isArray(argument) && argument.includes(value)),
  lt: (argument) => (value) => value !== null && value < String(argument),
  lte: (argument) => (value) => value !== null && value <= String(argument),
  gt: (argument) => (value) => value !== null && value > String(argument),
  gte: (argument) => (value) => value !== null && value >= String(argument),
  null: (argument) => (value) => (value === null) === (String(argument) === 'true'),
  match: (argument) => matchTags(String(argument)),
};

/** Words of `expression`: `+word` must be there, `-word` must not, of the bare ones at least one must. */
function matchTags(expression: string): Condition {
  const words = expression.split(/\s+/).filter((word) => word !== '');
  const required = words.filter((word) => word.startsWith('+')).map((word) => word.slice(1));
  const refused = words.filter((word) => word.startsWith('-')).map((word) => word.slice(1));
  const optional = words.filter((word) => !/^[-+]/.test(word));
  return (value) => {
    const tags = tagsOf(value);
    return (
      required.every((word) => tags.includes(word)) &&
      !refused.some((word) => tags.includes(word)) &&
      (optional.length === 0 || optional.some((word) => tags.includes(word)))
    );
  };
}

function parseFilter(filter: string | undefined): (message: StoredMessage) => boolean {
  if (filter === undefined) return () => true;
  const tests = Object.entries(parseObject(filter)).flatMap(([name, conditions]) => {
    if (!isColumn(name)) throw new BadQuery(`cannot filter by "${name}"`);
    return Object.entries(asObject(conditions)).map(([operator, argument]) => {
      const condition = operators[operator];
      if (condition === undefined) throw new BadQuery(`operator "${operator}" is not known`);
      const holds = condition(argument);
      return (message: StoredMessage) => holds(message[name]);
    });
  });
  return (message) => tests.every((test) => test(message));
}

function parseObject(json: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(json));
  } catch {
    throw new BadQuery('the filter is not a JSON object');
  }
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadQuery('the filter is not a JSON object');
  }
  return Object.fromEntries(Object.entries(value));
}
