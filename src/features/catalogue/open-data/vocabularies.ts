import * as z from 'zod/mini';
import openDataFile from '../../../../content/open-data.json' with { type: 'json' };

// How the portal's own words are called in the vocabularies that harvesters share. The editors' side of it, which
// topic is which theme, is configuration: content/open-data.json.

const national = 'https://w3id.org/italia/controlled-vocabulary/classifications-for-public-services';
const european = 'http://publications.europa.eu/resource/authority';

const configuration = z.object({
  licence: z.object({
    name: z.string(),
    version: z.string(),
    /** The licence in the national list of licences. */
    concept: z.url(),
  }),
  /** Who answers about the data. DCAT-AP_IT wants the e-mail address of an office; without it no contact is declared. */
  contact: z.object({ name: z.string(), email: z.optional(z.email()), page: z.url() }),
  /** By topic: its European data theme, and the NACE division of its services. */
  topics: z.record(
    z.string(),
    z.object({ theme: z.string().check(z.regex(/^[A-Z]{4}$/)), sector: z.string().check(z.regex(/^\d{2}$/)) }),
  ),
  /** By guide: the life and business events of the national list that it is about; none where none is the same. */
  lifeEvents: z.record(z.string(), z.array(z.string().check(z.regex(/^(life|business)-event\/\d+$/)))),
  /** By way in: the national authentication type that it stands for. The list has no eIDAS. */
  authentication: z.record(z.string(), z.string().check(z.regex(/^[A-Z0-9]+$/))),
});

/** What the open data need to know besides the content. */
export const openData = configuration.parse(openDataFile);

/** Public administration: what a service of any topic is, if nothing more precise is known of it. */
const ANY_SERVICE = { theme: 'GOVE', sector: '84' };

const nameOf = (topic: string) => openData.topics[topic] ?? ANY_SERVICE;

/** The European data themes of some topics; public administration where there are none. */
export const themesOf = (topics: readonly string[]): string[] => [
  ...new Set((topics.length > 0 ? topics : ['']).map((topic) => `${european}/data-theme/${nameOf(topic).theme}`)),
];

/** The divisions of NACE Rev. 2 of some topics; public administration where there are none. */
export const sectorsOf = (topics: readonly string[]): string[] => [
  ...new Set((topics.length > 0 ? topics : ['']).map((topic) => `http://data.europa.eu/ux2/nace2/${nameOf(topic).sector}`)),
];

/** The national life and business events of some guides. */
export const eventsOf = (guides: readonly string[]): string[] => [
  ...new Set(guides.flatMap((guide) => openData.lifeEvents[guide] ?? []).map((event) => `${national}/life-business-event/${event}`)),
];

/**
 * How far a service can be had online, on the national scale: information only; a request that is taken in online; the
 * whole transaction. Nothing here is offered before it is asked for, which would be level 5.
 */
export function interactivityOf(online: { concludable: boolean } | undefined): string {
  const level = online === undefined ? 1 : online.concludable ? 4 : 3;
  return `${national}/interactivity-level/LEVEL${level}`;
}

/** The national authentication types of a service; free access where nobody signs in. */
export function authenticationOf(online: { waysIn: readonly string[] } | undefined): string[] {
  const waysIn = online?.waysIn ?? [];
  const types = waysIn.length === 0 ? ['NONE'] : waysIn.flatMap((way) => openData.authentication[way] ?? []);
  return types.map((type) => `${national}/authentication-type/${type}`);
}

/** The national channel types (version 0.2 of the list). */
const channelTypes = {
  online: '023',
  office: '0111',
  phone: '031',
  post: '0121',
  email: '042',
  app: '025',
  intermediary: '0125',
} as const;

/** A way to have a service. */
export type ChannelName = keyof typeof channelTypes;

export const channelTypeOf = (channel: ChannelName): string => `${national}/channel/${channelTypes[channel]}`;

/** The codes that the European list of languages has for those of the portal, and for those that come next. */
const languageCodes: Readonly<Record<string, string>> = {
  it: 'ITA',
  en: 'ENG',
  fr: 'FRA',
  de: 'DEU',
  ro: 'RON',
  ar: 'ARA',
  es: 'SPA',
  sq: 'SQI',
  zh: 'ZHO',
  uk: 'UKR',
};

/** The European names of some languages, given as BCP 47 tags; a language that is not in our list falls out. */
export const languagesOf = (tags: readonly string[]): string[] =>
  tags.flatMap((tag) => languageCodes[tag.split('-')[0] ?? ''] ?? []).map((code) => `${european}/language/${code}`);

/** The European name of a format of files. */
export const fileTypeOf = (type: 'JSON' | 'CSV' | 'JSON_LD' | 'RDF_TURTLE'): string => `${european}/file-type/${type}`;

/** Published again whenever an editor publishes: no fixed interval. */
export const IRREGULAR = `${european}/frequency/IRREG`;

/** The list that data themes are taken from. */
export const DATA_THEMES = `${european}/data-theme`;
