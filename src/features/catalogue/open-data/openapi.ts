import * as z from 'zod/mini';
import { languages } from '../../../i18n/locales.ts';
import { portal } from '../../../platform/portal.ts';
import { absoluteLink } from '../open-catalogue.ts';
import { FOLDER, resources, type Resource } from './resources.ts';
import { words, type Problem } from './schemas.ts';
import { openData } from './vocabularies.ts';

/** The version of the open catalogue: the first number is the one in its addresses. */
export const VERSION = '1.0.0';

const schemaAddress = (id: string) => `#/components/schemas/${id}`;

/** The schemas as OpenAPI 3.1 has them: JSON Schema, without what only serves to parse in a browser. */
function schemas(): Record<string, unknown> {
  const { schemas: all } = z.toJSONSchema(words, {
    metadata: words,
    uri: schemaAddress,
    override: ({ jsonSchema }) => {
      // Later versions may add fields: whoever reads must not stumble over them.
      delete jsonSchema.additionalProperties;
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      // Every number of the catalogue is a small whole one.
      if (jsonSchema.type === 'number' || jsonSchema.type === 'integer') {
        jsonSchema.type = 'integer';
        jsonSchema.format = 'int32';
        delete jsonSchema.minimum;
        delete jsonSchema.maximum;
      }
    },
  });
  for (const schema of Object.values(all)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return all;
}

function schemaOf({ schema, mediaType }: Resource): unknown {
  const id = schema && words.get(schema)?.id;
  if (id !== undefined) return { $ref: schemaAddress(id) };
  return { type: mediaType.endsWith('json') ? 'object' : 'string' };
}

const parameters = {
  language: {
    name: 'language',
    in: 'path',
    required: true,
    description: 'Language of the texts. Those that have no translation are in Italian, and say so.',
    schema: { type: 'string', enum: languages.map(({ code }) => code) },
  },
  file: {
    name: 'file',
    in: 'path',
    required: true,
    description: 'Id of the service with `.json` after it.',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*\\.json$' },
  },
};

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: schemaAddress('Problem') } } },
});

function operationOf(resource: Resource) {
  const named = Object.entries(parameters).filter(([name]) => resource.path.includes(`{${name}}`));
  return {
    operationId: resource.operationId,
    tags: [resource.tag],
    summary: resource.summary,
    description: `${resource.summary}. A file that is made when editors publish; it may be kept for five minutes, and has an ETag.`,
    parameters: named.map(([name]) => ({ $ref: `#/components/parameters/${name}` })),
    responses: {
      200: { description: 'The file.', content: { [resource.mediaType]: { schema: schemaOf(resource) } } },
      404: { $ref: '#/components/responses/NotFound' },
      default: { $ref: '#/components/responses/Failure' },
    },
  };
}

/** The OpenAPI 3.1 document of the open catalogue, made from the schemas of its answers. @param site the portal's own address */
export function openApiDocument(site: URL): Record<string, unknown> {
  const { administration, legalLinks, name } = portal;
  const summary = `Services, administrations, topics, guides and alerts of ${administration.name}, as open data`;
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}: open catalogue`,
      summary,
      version: VERSION,
      description:
        `${summary}. Static files with stable addresses, open to every site (CORS), without keys and without a limit ` +
        'on the number of requests. Within a version fields are added, never taken away or given another meaning: ' +
        'please pass over those you do not know.',
      termsOfService: absoluteLink('/note-legali/', site),
      contact: { name: administration.name, url: administration.assistance },
      license: { name: openData.licence.name, url: legalLinks.license },
      'x-summary': summary,
      'x-api-id': `${administration.ipa}-catalogo`,
    },
    externalDocs: { description: 'Guide with examples', url: absoluteLink('/sviluppatori/', site) },
    servers: [
      {
        url: absoluteLink(FOLDER, site),
        description: site.protocol === 'https:' ? 'The portal' : 'A portal on this computer',
        ...(site.protocol !== 'https:' && { 'x-sandbox': true }),
      },
    ],
    tags: [
      { name: 'lists', description: 'What is in the catalogue, one file for each language.' },
      { name: 'catalogue', description: 'The whole catalogue for spreadsheets and harvesters.' },
      { name: 'status', description: 'State of this service.' },
    ],
    security: [],
    paths: Object.fromEntries(resources.map((resource) => [resource.path, { get: operationOf(resource) }])),
    components: {
      schemas: schemas(),
      parameters,
      responses: {
        NotFound: problemAnswer('There is no such file: the language or the id does not exist.'),
        Failure: problemAnswer('The file cannot be given now.'),
      },
    },
  };
}

/** What `/status` says for as long as the files are there. */
export const running: Problem = {
  type: 'about:blank',
  title: 'OK',
  status: 200,
  detail: 'The open catalogue answers.',
};
