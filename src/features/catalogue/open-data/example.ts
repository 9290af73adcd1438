/** Longest text in an example, in characters. */
const LONGEST = 30;

/**
 * An answer cut down so that people can take its shape in at a glance: one entry of each list, the beginning of each
 * text. It is made from the real answer, so that it can not promise what is not there.
 */
export function exampleOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST && !URL.canParse(value) ? `${value.slice(0, LONGEST).trimEnd()}…` : value;
  if (Array.isArray(value)) return value.slice(0, 1).map(exampleOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, exampleOf(inner)]));
}
