import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { entiDocumentOf, serviceDocumentOf, servicesDocumentOf } from './documents.ts';
import { openApiDocument, running } from './openapi.ts';
import { resourcePath, resources } from './resources.ts';
import { english, region, site, town } from './testing.ts';

const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).length(1),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(z.object({ $ref: z.string() })),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), z.strictObject({ description: z.string(), content })])),
});
const shape = z.object({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    summary: z.string(),
    version: z.string(),
    description: z.string(),
    termsOfService: z.string(),
    contact: z.strictObject({ name: z.string(), url: z.string() }),
    license: z.strictObject({ name: z.string(), url: z.string() }),
    'x-summary': z.string(),
    'x-api-id': z.string(),
  }),
  servers: z.array(z.object({ url: z.url(), description: z.string() }).loose()).length(1),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.strictObject({ get: operation })),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    parameters: z.record(z.string(), z.record(z.string(), z.unknown())),
    responses: z.record(z.string(), z.object({ description: z.string(), content })),
  }),
});

const document = shape.parse(openApiDocument(site));
const operations = Object.values(document.paths).map(({ get }) => get);

/** Every object anywhere inside a value. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield z.record(z.string(), z.unknown()).parse(value);
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** What a reference of the document points at. */
const resolve = (ref: string) =>
  ref.split('/').slice(1).reduce<unknown>((value, part) => z.record(z.string(), z.unknown()).parse(value)[part], document);

// The rules of the national checker (italia/api-oas-checker-rules) that bear on this document, by their names there.
describe('what the Italian guidelines ask of an API', () => {
  it('has-x-summary, has-termsOfService, has-contact, has-x-api-id, use-semver', () => {
    const https = z.url({ protocol: /^https$/ });
    const { info } = document;
    expect(info.summary).toBe(info['x-summary']);
    expect(https.safeParse(info.contact.url).success && https.safeParse(info.license.url).success).toBe(true);
    expect(info.license.name).toContain('CC BY 4.0');
    expect(info.termsOfService).toBe('https://portale.example.it/note-legali/');
    expect(info.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('servers-use-https, servers-description: or the server is marked as a sandbox', () => {
    expect(document.servers).toEqual([{ url: 'https://portale.example.it/api/catalogo/v1', description: 'The portal' }]);
    const local = shape.parse(openApiDocument(new URL('http://localhost:4321')));
    expect(local.servers[0]).toMatchObject({ 'x-sandbox': true });
  });

  it('paths-kebab-case, paths-http-method', () => {
    for (const path of Object.keys(document.paths)) {
      expect(path).toMatch(/^(\/[a-z0-9-.]+|\/{[a-zA-Z0-9_]+})+$/);
      expect(path).not.toMatch(/\/(get|post|put|delete|patch|create|remove|list)/);
    }
  });

  it('paths-status, paths-status-return-json, paths-status-return-problem, paths-status-problem-schema', () => {
    const answers = document.paths['/status']?.get.responses;
    expect(answers?.['200']).toMatchObject({ content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
    const { properties } = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(document.components.schemas['Problem']);
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['status', 'title', 'detail']));
  });

  it('use-problem-json-for-errors, use-problem-schema', () => {
    for (const { responses } of operations) {
      for (const [status, answer] of Object.entries(responses)) {
        if (status.startsWith('2')) continue;
        const found = '$ref' in answer ? resolve(answer.$ref) : answer;
        expect(found).toMatchObject({ content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
      }
    }
  });

  it('response-with-json-object', () => {
    for (const { responses } of operations) {
      const answer = z.object({ content }).parse(responses['200']);
      for (const [type, { schema }] of Object.entries(answer.content)) {
        const found = '$ref' in schema ? resolve(z.string().parse(schema['$ref'])) : schema;
        if (type.endsWith('json')) expect(found).toMatchObject({ type: 'object' });
      }
    }
  });

  it('number-format, integer-format, allowed-integer-format', () => {
    for (const { type, format } of objectsIn(document)) {
      expect(type).not.toBe('number');
      if (type === 'integer') expect(format).toBe('int32');
    }
  });

  it('missing-ratelimit, cache-responses: no header is promised, so none is missing', () => {
    for (const object of objectsIn(document.paths)) expect(object).not.toHaveProperty('headers');
  });

  it('schema-camel-case, no-method-name-in-operationId, http-request-GET-no-body', () => {
    for (const name of Object.keys(document.components.schemas)) expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).not.toMatch(/^(get|post|put|delete|patch|head)/i);
  });
});

it('every reference has something to point at, every tag and parameter is described, no component is idle', () => {
  const refs = [...objectsIn(document)].flatMap(({ $ref }) => (typeof $ref === 'string' ? $ref : []));
  for (const ref of refs) expect(resolve(ref), ref).toBeDefined();
  for (const { tags } of operations) expect(document.tags.map(({ name }) => name)).toContain(tags[0]);
  for (const [kind, components] of Object.entries(document.components)) {
    for (const name of Object.keys(components)) expect(refs).toContain(`#/components/${kind}/${name}`);
  }
  for (const [path, { get }] of Object.entries(document.paths)) {
    expect(get.parameters).toHaveLength([...path.matchAll(/\{/g)].length);
  }
});

it('every field of a service is described', () => {
  for (const name of ['Service', 'ServiceSheet']) {
    const described = z.object({ properties: z.record(z.string(), z.object({ description: z.string() })) });
    expect(described.safeParse(document.components.schemas[name]).error, name).toBeUndefined();
  }
});

describe('the schemas take the real answers', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  ajv.addFormat('int32', true);
  ajv.addSchema({ ...document, $id: 'document' });
  const faults = (name: string, value: unknown) => {
    const validate = ajv.getSchema(`document#/components/schemas/${name}`);
    if (!validate) throw new Error(`No schema "${name}".`);
    return validate(value) ? [] : validate.errors;
  };

  it('and refuse what lacks a field', () => {
    expect(faults('Services', servicesDocumentOf(english, 'en', site))).toEqual([]);
    expect(faults('Enti', entiDocumentOf([region, town], english, 'en', site))).toEqual([]);
    for (const sheet of english) expect(faults('ServiceSheet', serviceDocumentOf(sheet, 'en', site))).toEqual([]);
    expect(faults('Problem', running)).toEqual([]);
    expect(faults('Services', { language: 'it', updated: null })).not.toEqual([]);
    expect(faults('Services', { language: 'it', updated: 'ieri', services: [] })).not.toEqual([]);
  });

  it('and let later versions add fields', () => {
    expect(faults('Services', { language: 'it', updated: null, services: [], more: 1 })).toEqual([]);
  });
});

it('an address is made of its path and what it is asked for', () => {
  expect(resources.map((resource) => resourcePath(resource, { language: 'de', service: 'bollo' }))).toEqual(
    expect.arrayContaining(['/api/catalogo/v1/de/servizi.json', '/api/catalogo/v1/de/servizi/bollo.json', '/api/catalogo/v1/catalogo.ttl']),
  );
});
