/** Checks answers against OpenAPI and Swagger documents: for tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');

/** Where the contracts of the real systems are; they are not part of this repository. */
export const publishedContracts = join(root, '..', 'shared', 'contracts');

/** Why tests against the published contracts are skipped; empty when they are not. */
export const whyPublishedAreSkipped = existsSync(publishedContracts)
  ? ''
  : ' (skipped: ../shared/contracts is not there)';

/** Where the project's own contracts are. */
export const ownContracts = join(root, 'docs', 'contracts');

/** Says what is wrong with a value; an empty list when nothing is. */
export type Check = (value: unknown) => string[];

/** A document whose schemas values can be checked against. */
export interface Contract {
  /** The schema at a path of keys from the root of the document. */
  schema(...keys: string[]): Check;
  /**
   * Checks an answer to an operation, with its status and media type.
   * @throws {Error} when the document does not know the operation, the status or the media type
   */
  response(method: string, path: string, status: number, mediaType: string): Check;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function follow(node: unknown, keys: readonly string[], document: unknown): { node: unknown; keys: string[] } {
  const walked = keys.reduce<{ node: unknown; keys: string[] }>(
    (at, key) => {
      const found = isObject(at.node) ? at.node[key] : undefined;
      if (isObject(found) && typeof found['$ref'] === 'string' && !('content' in found)) {
        const target = found['$ref'].replace(/^#\//, '').split('/');
        return follow(document, target, document);
      }
      return { node: found, keys: [...at.keys, key] };
    },
    { node, keys: [] },
  );
  if (walked.node === undefined) throw new Error(`The contract has no ${keys.join(' > ')}.`);
  return walked;
}

/**
 * Reads a contract.
 * @param nullableTexts lets every text be null, for stores that send null where the sender wrote nothing
 */
export function readContract(file: string, options: { nullableTexts?: boolean } = {}): Contract {
  const document: unknown = parse(readFileSync(file, 'utf8'), (_key, value: unknown) =>
    isObject(value) && value['type'] === 'string' && (options.nullableTexts === true || value['nullable'] === true)
      ? { ...value, type: ['string', 'null'] }
      : value,
  );
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  // Contracts say `date-time` for what PiemontePAY sends without an offset: both are accepted here, nothing else is.
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/);
  if (!isObject(document)) throw new Error(`${file} is no contract`);
  ajv.addSchema(document, 'contract');

  const check = (keys: readonly string[]): Check => {
    const pointer = keys.map((key) => encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/');
    const validate = ajv.compile({ $ref: `contract#/${pointer}` });
    return (value) => {
      if (validate(value)) return [];
      return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? error.keyword}`);
    };
  };
  return {
    schema: (...keys) => check(keys),
    response(method, path, status, mediaType) {
      const response = follow(document, ['paths', path, method.toLowerCase(), 'responses', String(status)], document);
      follow(response.node, ['content', mediaType, 'schema'], document);
      return check([...response.keys, 'content', mediaType, 'schema']);
    },
  };
}
