import type * as z from 'zod/mini';
import {
  alertsDocument,
  entiDocument,
  lifeEventsDocument,
  problem,
  serviceDocument,
  servicesDocument,
  topicsDocument,
} from './schemas.ts';

/** The folder of the open data, below the portal's own address. */
export const FOLDER = '/api/catalogo/v1';

/** An address of the open catalogue: what describes it in openapi.json also lists it for those who develop. */
export interface Resource {
  /** Below `/api/catalogo/v1`, with its parameters in braces. */
  path: string;
  operationId: string;
  tag: 'lists' | 'catalogue' | 'status';
  summary: string;
  mediaType: string;
  /** What a JSON answer parses with; other formats have none of ours. */
  schema?: z.core.$ZodType;
}

/** Every address, in the order in which they are documented. */
export const resources = [
  {
    path: '/{language}/servizi.json',
    operationId: 'listServices',
    tag: 'lists',
    summary: 'All services, as lists and widgets need them',
    mediaType: 'application/json',
    schema: servicesDocument,
  },
  {
    path: '/{language}/servizi/{file}',
    operationId: 'showService',
    tag: 'lists',
    summary: 'Everything that the sheet of one service says',
    mediaType: 'application/json',
    schema: serviceDocument,
  },
  {
    path: '/{language}/enti.json',
    operationId: 'listEnti',
    tag: 'lists',
    summary: 'All administrations, by IPA code, with their services',
    mediaType: 'application/json',
    schema: entiDocument,
  },
  {
    path: '/{language}/argomenti.json',
    operationId: 'listTopics',
    tag: 'lists',
    summary: 'All topics with their services',
    mediaType: 'application/json',
    schema: topicsDocument,
  },
  {
    path: '/{language}/eventi-della-vita.json',
    operationId: 'listLifeEvents',
    tag: 'lists',
    summary: 'The guides to moments of life, step by step',
    mediaType: 'application/json',
    schema: lifeEventsDocument,
  },
  {
    path: '/{language}/avvisi.json',
    operationId: 'listAlerts',
    tag: 'lists',
    summary: 'Alerts in force or to come',
    mediaType: 'application/json',
    schema: alertsDocument,
  },
  {
    path: '/servizi.csv',
    operationId: 'downloadTable',
    tag: 'catalogue',
    summary: 'All services as a table, in Italian',
    mediaType: 'text/csv',
  },
  {
    path: '/catalogo.jsonld',
    operationId: 'harvestServicesAsJsonLd',
    tag: 'catalogue',
    summary: 'The catalogue of services in CPSV-AP_IT, all languages in one file',
    mediaType: 'application/ld+json',
  },
  {
    path: '/catalogo.ttl',
    operationId: 'harvestServicesAsTurtle',
    tag: 'catalogue',
    summary: 'The same statements as Turtle',
    mediaType: 'text/turtle',
  },
  {
    path: '/dcat.jsonld',
    operationId: 'harvestDatasetsAsJsonLd',
    tag: 'catalogue',
    summary: 'These data described in DCAT-AP_IT',
    mediaType: 'application/ld+json',
  },
  {
    path: '/dcat.ttl',
    operationId: 'harvestDatasetsAsTurtle',
    tag: 'catalogue',
    summary: 'The same description as Turtle',
    mediaType: 'text/turtle',
  },
  {
    path: '/status',
    operationId: 'showStatus',
    tag: 'status',
    summary: 'Whether the open catalogue answers',
    mediaType: 'application/problem+json',
    schema: problem,
  },
] as const satisfies readonly Resource[];

export type OperationId = (typeof resources)[number]['operationId'];

/** The address of a resource, its parameters filled in. */
export function resourcePath({ path }: Resource, { language, service }: { language: string; service: string }): string {
  return FOLDER + path.replace('{language}', language).replace('{file}', `${service}.json`);
}
