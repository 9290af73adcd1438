import * as z from 'zod/mini';
import { audiences, channels, enteKinds, severities } from '../../../content-model/schemas.ts';
import { catalogueItem } from '../item.ts';

// What the open catalogue answers. The same schemas describe it in openapi.json, are what tests parse its answers with,
// and give the types of what makes them. Absent values are null, so that every answer of a kind has the same fields.

// A schema for each field, and not one for all of a kind: every field has a description of its own.
const text = () => z.string();
const maybe = () => z.nullable(z.string());
const day = () => z.iso.date();
const flag = () => z.boolean();
const ids = () => z.array(z.string());
/** A BCP 47 tag, and the newest day on which one of the contents changed: null when there are none. */
const listed = () => ({ language: z.string(), updated: z.nullable(z.iso.date()) });

export const servicesDocument = z.object({ ...listed(), services: z.array(catalogueItem) });

export const serviceDocument = z.extend(catalogueItem, {
  sample: flag(),
  outdated: flag(),
  statusReason: maybe(),
  whoFor: text(),
  howTo: text(),
  needed: z.array(text()),
  outcome: text(),
  deadlines: text(),
  calendar: z.array(z.object({ what: text(), day: z.nullable(day()), afterDays: z.nullable(z.int()) })),
  costs: text(),
  access: text(),
  constraints: maybe(),
  specialCases: maybe(),
  conditions: text(),
  furtherInformation: maybe(),
  checkedOn: z.nullable(day()),
  onlineMinutes: z.nullable(z.int()),
  bookingUrl: maybe(),
  office: z.object({
    id: text(),
    name: text(),
    url: maybe(),
    address: maybe(),
    phone: maybe(),
    email: maybe(),
    pec: maybe(),
    hours: z.array(text()),
    bookingUrl: maybe(),
  }),
  legalBasis: z.array(z.object({ title: text(), url: maybe() })),
  sdg: z.nullable(z.object({ codes: z.array(text()), crossBorder: flag(), languages: z.array(text()) })),
  related: ids(),
  documents: ids(),
  sources: z.array(text()),
});

const enteItem = z.object({
  ipa: text(),
  name: text(),
  kind: z.enum(enteKinds),
  summary: text(),
  language: text(),
  url: z.url(),
  fiscalCode: text(),
  website: z.url(),
  address: maybe(),
  phone: maybe(),
  email: maybe(),
  pec: maybe(),
  services: ids(),
  sample: flag(),
  updated: day(),
});

const topicItem = z.object({
  id: text(),
  title: text(),
  summary: text(),
  language: text(),
  url: z.url(),
  eurovoc: z.nullable(z.url()),
  services: ids(),
  updated: day(),
});

const lifeEventItem = z.object({
  id: text(),
  title: text(),
  summary: text(),
  language: text(),
  url: z.url(),
  audience: z.enum(['citizens', 'companies']),
  steps: z.array(z.object({ title: text(), text: text(), when: maybe(), services: ids() })),
  keywords: z.array(text()),
  sample: flag(),
  updated: day(),
});

const alertItem = z.object({
  id: text(),
  title: text(),
  summary: text(),
  area: maybe(),
  language: text(),
  severity: z.enum(severities),
  ente: z.object({ ipa: text(), name: text() }),
  topics: ids(),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  url: maybe(),
  sample: flag(),
  updated: day(),
});

export const entiDocument = z.object({ ...listed(), enti: z.array(enteItem) });
export const topicsDocument = z.object({ ...listed(), topics: z.array(topicItem) });
export const lifeEventsDocument = z.object({ ...listed(), lifeEvents: z.array(lifeEventItem) });
export const alertsDocument = z.object({ ...listed(), alerts: z.array(alertItem) });

/** An RFC 9457 problem, as a server in front of the files answers where there is no file; the status is one as well. */
export const problem = z.object({ type: text(), title: text(), status: z.int(), detail: text() });

export type ServicesDocument = z.infer<typeof servicesDocument>;
export type ServiceDocument = z.infer<typeof serviceDocument>;
export type EntiDocument = z.infer<typeof entiDocument>;
export type TopicsDocument = z.infer<typeof topicsDocument>;
export type LifeEventsDocument = z.infer<typeof lifeEventsDocument>;
export type AlertsDocument = z.infer<typeof alertsDocument>;
export type Problem = z.infer<typeof problem>;

/** What OpenAPI says of the schemas and their fields; those with an id are written once and referred to. */
export const words = z.registry<{ id?: string; description?: string }>();

/** Describes the fields of a schema. */
function describe<T extends Record<string, z.core.$ZodType>>(schema: { shape: T }, fields: Partial<Record<keyof T, string>>): void {
  for (const [name, description] of Object.entries(fields)) {
    const field = schema.shape[name];
    if (field && typeof description === 'string') words.add(field, { description });
  }
}

words.add(catalogueItem, { id: 'Service', description: 'A service as lists give it.' });
words.add(serviceDocument, { id: 'ServiceSheet', description: 'A service with everything its sheet says. Rich texts are Markdown without HTML.' });
words.add(servicesDocument, { id: 'Services' });
words.add(enteItem, { id: 'Ente', description: 'An administration.' });
words.add(entiDocument, { id: 'Enti' });
words.add(topicItem, { id: 'Topic', description: 'A topic and its services.' });
words.add(topicsDocument, { id: 'Topics' });
words.add(lifeEventItem, { id: 'LifeEvent', description: 'A moment of life as an ordered guide.' });
words.add(lifeEventsDocument, { id: 'LifeEvents' });
words.add(alertItem, { id: 'Alert', description: 'Something to know or do now. Show it only from validFrom until validUntil.' });
words.add(alertsDocument, { id: 'Alerts' });
words.add(problem, { id: 'Problem', description: 'A problem, or the state of the service (RFC 9457).' });

const ofList = {
  language: 'The language asked for, as a BCP 47 tag.',
  updated: 'The newest day on which one of the contents changed; null when there are none.',
};
const item = {
  title: 'Name, in the language of `language`.',
  summary: 'One or two sentences.',
  language: 'The language the texts are really in: Italian where there is no translation.',
  url: 'Its page on the portal, in the language asked for.',
  updated: 'The day its Italian text last changed.',
};
const sample = 'Whether it is an example for a demonstration and not an official publication.';

describe(servicesDocument, ofList);
describe(entiDocument, ofList);
describe(topicsDocument, ofList);
describe(lifeEventsDocument, ofList);
describe(alertsDocument, ofList);
describe(catalogueItem, {
  ...item,
  id: 'Name of the service in its address, the same in every language.',
  status: 'Whether the service can be had now.',
  ente: 'The administration in charge.',
  topics: 'Ids of its topics.',
  lifeEvents: 'Ids of the guides that lead to it.',
  audiences: `Groups of people it is for: ${audiences.join(', ')}.`,
  channels: `Ways to reach it besides the online one: ${channels.join(', ')}.`,
  online: 'Where it is done online, whether wholly, and with which ways to sign in (spid, cie, eidas, cns; none: without signing in); null when it is not.',
  keywords: 'Other words people use for it.',
  popularity: 'Position among the most used, from 1; null: not among them.',
});
describe(serviceDocument, {
  sample,
  outdated: 'Whether the translation is older than its Italian source.',
  statusReason: 'Why the service is not active.',
  whoFor: 'Who it is for.',
  howTo: 'How to do it, step by step.',
  needed: 'What a person needs at hand, one thing an entry.',
  outcome: 'What a person gets in the end.',
  deadlines: 'Times and deadlines in words.',
  calendar: 'Dates, or days from the application.',
  costs: 'What it costs; a free service says so.',
  access: 'Where and how to reach it, apart from the online way.',
  constraints: 'What prevents a person from having it.',
  specialCases: 'Special cases and exceptions.',
  conditions: 'Conditions of service.',
  furtherInformation: 'Further information.',
  checkedOn: 'The day on which amounts and deadlines that change every year were last checked.',
  onlineMinutes: 'About how long it takes online, in minutes.',
  bookingUrl: 'Where an appointment is booked.',
  office: 'The unit that answers for it.',
  legalBasis: 'The rules it rests on.',
  sdg: 'Single Digital Gateway, Regulation (EU) 2018/1724: codes of annex I or II, whether people from other member states can do it, in which languages.',
  related: 'Ids of services that editors put beside it.',
  documents: 'Ids of forms and documents.',
  sources: 'Addresses that its facts come from.',
});
describe(enteItem, {
  ...item,
  name: 'Name.',
  ipa: 'Code in the index of public administrations, in lower case.',
  kind: 'Kind of administration.',
  fiscalCode: 'Fiscal code, 11 digits.',
  website: 'Its own site.',
  pec: 'Certified mail.',
  services: 'Ids of its services.',
  sample,
});
describe(topicItem, { ...item, eurovoc: 'The concept in EuroVoc; null where there is none that is the same.', services: 'Ids of its services.' });
describe(lifeEventItem, { ...item, audience: 'Whether it is a moment of a person’s life or of a company’s.', steps: 'What to do, in this order, with the ids of the services of each step.', sample });
describe(alertItem, {
  ...item,
  summary: 'What to do, in one or two sentences.',
  area: 'The place concerned, in words.',
  severity: 'How much it matters.',
  ente: 'Who gives it.',
  validFrom: 'The instant from which it is in force, in UTC.',
  validUntil: 'The instant at which it ends, in UTC.',
  url: 'Where more is said.',
  sample,
});
