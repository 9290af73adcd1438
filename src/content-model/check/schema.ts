import type * as z from 'zod';
import { isDay } from '../../domain/day.ts';
import { dayIn, writtenDate, type Value } from './fields.ts';
import { isSource, kindOf, type ContentFile } from './file.ts';
import { errorAt, type Finding } from './finding.ts';

/** Fields that are a day, and those that are an instant: the schemas take every date that a computer can read into them. */
const dayFields = new Set([
  'updated',
  'translatedFrom',
  'publishAt',
  'expiresAt',
  'checkedOn',
  'published',
  'opensOn',
  'closesOn',
  'day',
]);
const instantFields = new Set(['validFrom', 'validUntil']);

const instantForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})$/;

const isInstant = (written: string) => isDay(instantForm.exec(written)?.[1] ?? '');

/** Values that are not lists or groups, with the way to each. */
export function* leavesOf(value: unknown, path: readonly (string | number)[] = []): Generator<Value> {
  if (typeof value !== 'object' || value === null || value instanceof Date) yield { path, value };
  else
    for (const [key, inner] of Object.entries(value))
      yield* leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Days and instants that do not exist, or that are written so that they could mean two. */
function dateFindings({ fields }: ContentFile, leaves: readonly Value[]): Finding[] {
  return leaves.flatMap(({ path, value }) => {
    const name = path.findLast((part) => typeof part === 'string') ?? '';
    if (dayFields.has(name) && dayIn(value) === undefined) {
      return [errorAt(fields.place(path), 'deve essere un giorno del calendario, scritto così: 2026-11-23.')];
    }
    if (instantFields.has(name) && !isInstant(writtenDate(value) ?? '')) {
      return [
        errorAt(
          fields.place(path),
          'deve essere un giorno con l’ora e il fuso, scritto così: 2026-11-23T08:00:00+01:00.',
        ),
      ];
    }
    return [];
  });
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    data,
  );
}

/** The issues that a schema finds in fields, each on its line. */
export function issuesOf(schema: z.ZodType, fields: ContentFile['fields']): Finding[] {
  const result = schema.safeParse(fields.data);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        errorAt(fields.place([...path, key]), 'questo campo non esiste: controlla come è scritto il suo nome.'),
      );
    }
    const isMissing = valueAt(fields.data, path) === undefined && issue.code !== 'custom';
    return [errorAt(fields.place(path), isMissing ? 'questo campo manca: è obbligatorio.' : issue.message)];
  });
}

/** What the schema of its kind finds in a file, and dates that are none. */
export function schemaFindings(file: ContentFile, leaves: readonly Value[]): Finding[] {
  const { source, translation } = kindOf(file.kind);
  const dates = dateFindings(file, leaves);
  const said = new Set(dates.map(({ field }) => field));
  const schema = isSource(file) ? source : translation;
  const issues = schema === undefined ? [] : issuesOf(schema, file.fields).filter(({ field }) => !said.has(field));
  return [...dates, ...issues];
}
