import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type DocumentOptions,
  type ScalarTag,
  type SchemaOptions,
} from 'yaml';
import { isDay, type Day } from '../../domain/day.ts';
import { errorAt, fieldName, type FieldPath, type Finding, type Place } from './finding.ts';
import { sentenceOfYaml } from './yaml-errors.ts';

/** A date without quotes: a date to YAML, and so not a text. It keeps how it was written, because YAML takes 30 February. */
class WrittenDate extends Date {
  readonly written: string;

  constructor(written: string) {
    super(written);
    this.written = written;
  }
}

/** As the site's own YAML reader tells dates from texts. */
const dates: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: /^\d{4}-\d{2}-\d{2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?)?$/,
  resolve: (text) => new WrittenDate(text),
};

/** A value in the fields of a file, and the way to it. */
export interface Value {
  path: FieldPath;
  value: unknown;
}

/** A value that begins with an asterisk, as bold text does: to YAML it repeats another value, which is not there. */
function unknownAlias(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      found = alias.resolve(document) ? found : alias;
      return found && visit.BREAK;
    },
  });
  return found;
}

interface Tree {
  document: Document;
  lines: LineCounter;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The fields of a file as YAML (or JSON, which is YAML), with the lines they stand on. */
export class Fields {
  readonly file: string;
  readonly data: unknown;
  /** What is wrong with the writing itself; when there is something, `data` is empty. */
  readonly findings: readonly Finding[];
  readonly #read: () => Tree;
  readonly #firstLine: number;
  /** The text taken apart, which holds a hundred times its memory: only until the file has been looked at. */
  #tree: Tree | null;

  /**
   * @param text the YAML alone
   * @param firstLine the line of the file on which it begins
   * @param allTexts whether numbers, dates, yes and no are texts too
   */
  constructor(file: string, text: string, firstLine: number, allTexts = false) {
    this.file = file;
    this.#firstLine = firstLine;
    const reading: DocumentOptions & SchemaOptions = allTexts ? { schema: 'failsafe' } : { customTags: [dates] };
    this.#read = () => {
      const lines = new LineCounter();
      return { document: parseDocument(text, { ...reading, lineCounter: lines, prettyErrors: false }), lines };
    };
    this.#tree = this.#read();
    const { document } = this.#tree;
    // What is a warning here, a type of its own before a value, stops the site's reader.
    const [error] = [...document.errors, ...document.warnings];
    const alias = error ? undefined : unknownAlias(document);
    if (error) this.findings = [errorAt({ file, line: this.#lineAt(error.pos[0]) }, sentenceOfYaml(error.code))];
    else if (alias)
      this.findings = [errorAt({ file, line: this.#lineAt(alias.range?.[0] ?? 0) }, sentenceOfYaml('BAD_ALIAS'))];
    else this.findings = [];
    this.data = this.findings.length > 0 ? {} : (document.toJS() ?? {});
  }

  /** Lets go of what only lines are found with: it is read again for the few files that still need one. */
  release(): void {
    this.#tree = null;
  }

  get #whole(): Tree {
    return (this.#tree ??= this.#read());
  }

  #lineAt(offset: number): number {
    return this.#firstLine + Math.max(1, this.#whole.lines.linePos(offset).line) - 1;
  }

  /** The line of a field; of what it would stand in, when it is missing. */
  lineOf(path: FieldPath): number {
    let node: unknown = this.#whole.document.contents;
    let line = this.#firstLine;
    for (const part of path) {
      const inside = stepInto(node, part);
      if (inside === null) break;
      if (inside.offset !== undefined) line = this.#lineAt(inside.offset);
      node = inside.node;
    }
    return line;
  }

  /** The line on which a line (from 0) of a long text stands; in folded and quoted texts, the line they begin on. */
  lineInText(path: FieldPath, line: number): number {
    const node: unknown = this.#whole.document.getIn(path, true);
    const start = this.lineOf(path);
    return isScalar(node) && node.type === 'BLOCK_LITERAL' ? start + 1 + line : start;
  }

  /** Where a field stands, for a finding. */
  place(path: FieldPath): Place {
    return { file: this.file, line: this.lineOf(path), ...(path.length > 0 && { field: fieldName(path) }) };
  }

  /** The values of a field; `steps[].services` looks into each item of a list, and each item of a list is one value. */
  values(field: string): Value[] {
    return field.split('.').reduce<Value[]>(
      (found, part) => {
        const name = part.replace('[]', '');
        return found.flatMap(({ path, value }) =>
          isGroup(value) && value[name] !== undefined ? itemsOf({ path: [...path, name], value: value[name] }) : [],
        );
      },
      [{ path: [], value: this.data }],
    );
  }

  /** The value of a field that is a text. */
  text(field: string): string | undefined {
    const value = isGroup(this.data) ? this.data[field] : undefined;
    return typeof value === 'string' ? value : undefined;
  }

  /** The day in a field, where there is one that exists. */
  day(field: string): Day | undefined {
    return this.values(field)
      .map(({ value }) => dayIn(value))
      .find((day) => day !== undefined);
  }

  /** How many items a list has; 0 where there is none. */
  count(field: string): number {
    const value = isGroup(this.data) ? this.data[field] : undefined;
    return Array.isArray(value) ? value.length : 0;
  }
}

/** A date as it was written, or the text there is instead. */
export function writtenDate(value: unknown): string | undefined {
  if (value instanceof WrittenDate) return value.written;
  return typeof value === 'string' ? value : undefined;
}

/** The day that a value is, if it is one that exists. */
export function dayIn(value: unknown): Day | undefined {
  const written = writtenDate(value);
  return written !== undefined && isDay(written) ? written : undefined;
}

function itemsOf({ path, value }: Value): Value[] {
  return Array.isArray(value)
    ? value.map((item: unknown, index) => ({ path: [...path, index], value: item }))
    : [{ path, value }];
}

function stepInto(node: unknown, part: string | number): { node: unknown; offset: number | undefined } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
    return pair && isScalar(pair.key) ? { node: pair.value, offset: pair.key.range?.[0] } : null;
  }
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part];
    const range = isScalar(item) || isMap(item) || isSeq(item) ? item.range : undefined;
    return item === undefined ? null : { node: item, offset: range?.[0] };
  }
  return null;
}
