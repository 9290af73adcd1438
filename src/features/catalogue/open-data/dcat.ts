import type { Day } from '../../../domain/day.ts';
import { languages, SOURCE_LOCALE } from '../../../i18n/locales.ts';
import { portal } from '../../../platform/portal.ts';
import { absoluteLink } from '../open-catalogue.ts';
import { enteAddress } from './cpsv.ts';
import { date, inLanguages, linkedData, refs, type LinkedData, type Node } from './linked-data.ts';
import { FOLDER } from './resources.ts';
import { DATA_THEMES, fileTypeOf, IRREGULAR, languagesOf, openData } from './vocabularies.ts';

/** A file of a dataset, by its path below `/api/catalogo/v1/`. */
interface File {
  path: string;
  type: Parameters<typeof fileTypeOf>[0];
  mediaType: string;
  /** BCP 47; absent: the file has several languages. */
  language?: string;
}

/** A dataset that harvesters may list. */
export interface DatasetDescription {
  /** Name in addresses. */
  id: string;
  title: string;
  description: string;
  keywords: readonly string[];
  /** The newest day on which one of its contents changed; null when it is empty. */
  updated: Day | null;
  files: readonly File[];
}

/** The JSON files of one list, one a language. */
export const listFiles = (name: string): File[] =>
  languages.map(({ code }) => ({ path: `${code}/${name}.json`, type: 'JSON', mediaType: 'application/json', language: code }));

/** The files that hold the whole catalogue of services. */
export const catalogueFiles: readonly File[] = [
  { path: 'servizi.csv', type: 'CSV', mediaType: 'text/csv', language: SOURCE_LOCALE },
  { path: 'catalogo.jsonld', type: 'JSON_LD', mediaType: 'application/ld+json' },
  { path: 'catalogo.ttl', type: 'RDF_TURTLE', mediaType: 'text/turtle' },
];

/**
 * The datasets in the words of DCAT-AP_IT, so that dati.gov.it and the regional catalogue can harvest them.
 * @param site the portal's own address
 */
export function dcatCatalogue(datasets: readonly DatasetDescription[], site: URL): LinkedData {
  const { administration, name } = portal;
  const at = (path: string) => absoluteLink(`${FOLDER}/${path}`, site);
  const owner = enteAddress(administration.ipa, site);
  const catalogue = at('dcat.jsonld#catalogo');
  const page = absoluteLink('/sviluppatori/', site);
  const days = datasets.flatMap(({ updated }) => updated ?? []).sort();
  const newest = days.at(-1);
  const allLanguages = refs(languagesOf(languages.map(({ code }) => code)));
  const { contact, licence } = openData;
  const contactNode: Node = {
    '@id': at('dcat.jsonld#contatto'),
    '@type': ['dcatapit:Organization', 'vcard:Organization', 'vcard:Kind'],
    'vcard:fn': contact.name,
    'vcard:hasURL': refs([contact.page]),
    ...(contact.email !== undefined && { 'vcard:hasEmail': refs([`mailto:${contact.email}`]) }),
  };

  const distribution = (dataset: DatasetDescription, { path, type, mediaType, language }: File): Node => ({
    '@id': at(`dcat.jsonld#file-${path.replaceAll(/\W+/g, '-')}`),
    '@type': ['dcatapit:Distribution', 'dcat:Distribution'],
    'dct:title': inLanguages([[SOURCE_LOCALE, language === undefined ? `${dataset.title} (${path})` : `${dataset.title} (${path}, ${language})`]]),
    'dct:format': refs([fileTypeOf(type)]),
    'dcat:mediaType': refs([`https://www.iana.org/assignments/media-types/${mediaType}`]),
    'dcat:accessURL': refs([at(path)]),
    'dcat:downloadURL': refs([at(path)]),
    'dct:license': refs([licence.concept]),
    'dct:language': language === undefined ? allLanguages : refs(languagesOf([language])),
    ...(dataset.updated !== null && { 'dct:modified': date(dataset.updated) }),
  });

  const nodes = datasets.map((dataset): Node => ({
    '@id': at(`dcat.jsonld#${dataset.id}`),
    '@type': ['dcatapit:Dataset', 'dcat:Dataset'],
    'dct:identifier': `${administration.ipa}:${dataset.id}`,
    'dct:title': inLanguages([[SOURCE_LOCALE, dataset.title]]),
    'dct:description': inLanguages([[SOURCE_LOCALE, dataset.description]]),
    'dcat:theme': refs([`${DATA_THEMES}/GOVE`]),
    'dcat:keyword': inLanguages(dataset.keywords.map((word) => [SOURCE_LOCALE, word] as const)),
    // An empty dataset was last changed when the catalogue was.
    'dct:modified': [dataset.updated ?? newest].flatMap((day) => (day === undefined ? [] : date(day))),
    'dct:accrualPeriodicity': refs([IRREGULAR]),
    'dct:language': allLanguages,
    'dct:rightsHolder': refs([owner]),
    'dct:publisher': refs([owner]),
    'dct:creator': refs([owner]),
    'dcat:landingPage': refs([page]),
    ...(contact.email !== undefined && { 'dcat:contactPoint': refs([contactNode['@id']]) }),
    'dcat:distribution': dataset.files.map((file) => distribution(dataset, file)),
  }));

  return linkedData([
    {
      '@id': catalogue,
      '@type': ['dcatapit:Catalog', 'dcat:Catalog'],
      'dct:title': inLanguages([[SOURCE_LOCALE, `Dati aperti di ${name}`]]),
      'dct:description': inLanguages([[SOURCE_LOCALE, `I servizi, gli enti, gli argomenti, le guide e gli avvisi del portale ${name} di ${administration.name}, come dati aperti.`]]),
      'dct:modified': newest === undefined ? [] : date(newest),
      'dct:publisher': refs([owner]),
      'dct:language': allLanguages,
      'foaf:homepage': refs([page]),
      'dcat:themeTaxonomy': refs([DATA_THEMES]),
      'dcat:dataset': refs(nodes.map((node) => node['@id'])),
    },
    ...nodes,
    {
      '@id': owner,
      '@type': ['dcatapit:Agent', 'foaf:Agent'],
      'dct:identifier': administration.ipa,
      'foaf:name': inLanguages([[SOURCE_LOCALE, administration.name]]),
      'cov:taxCode': administration.fiscalCode,
    },
    {
      '@id': licence.concept,
      '@type': ['dcatapit:LicenseDocument', 'dct:LicenseDocument'],
      'foaf:name': inLanguages([[SOURCE_LOCALE, licence.name]]),
      'dct:type': refs(['http://purl.org/adms/licencetype/Attribution']),
      'owl:versionInfo': licence.version,
    },
    ...(contact.email !== undefined ? [contactNode] : []),
  ]);
}
