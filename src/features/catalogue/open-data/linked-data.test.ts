import jsonld from 'jsonld';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cpsvCatalogue, serviceAddress } from './cpsv.ts';
import { dcatCatalogue, listFiles } from './dcat.ts';
import { turtleOf, type LinkedData } from './linked-data.ts';
import { english, italian, region, site, town } from './testing.ts';

interface Statement {
  subject: string;
  predicate: string;
  object: string;
  /** The language of a text, or its datatype. */
  kind: string;
}

const statement = z.object({
  subject: z.object({ value: z.string() }),
  predicate: z.object({ value: z.string() }),
  object: z.object({
    value: z.string(),
    language: z.string().optional(),
    datatype: z.object({ value: z.string() }).optional(),
  }),
});

const plain = (statements: unknown): Statement[] =>
  z.array(statement).parse(statements).map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
    kind: object.language || (object.datatype?.value ?? ''),
  }));

const unique = (statements: readonly Statement[]) => [...new Set(statements.map((one) => JSON.stringify(one)))].sort();

/** What the Turtle says, read by a parser that knows nothing of how it was made. */
const readTurtle = async (data: LinkedData) => plain(new Parser().parse(await turtleOf(data)));

/** What the JSON-LD says, as it is sent. */
const readJson = async (data: LinkedData) =>
  plain(
    await jsonld.toRDF(z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(data))), {
      documentLoader: async (address) => Promise.reject(new Error(`asked for ${address}`)),
    }),
  );

const catalogue = cpsvCatalogue({
  sheets: new Map([['it', italian], ['en', english], ['de', italian]]),
  enti: [region, town],
  eurovoc: new Map([['salute', 'http://eurovoc.europa.eu/2479']]),
  site,
});

const datasets = dcatCatalogue(
  [
    { id: 'servizi', title: 'Servizi', description: 'I servizi.', keywords: ['servizi'], updated: '2026-11-03', files: listFiles('servizi') },
    { id: 'avvisi', title: 'Avvisi', description: 'Gli avvisi.', keywords: ['avvisi'], updated: null, files: listFiles('avvisi') },
  ],
  site,
);

const CPSVIT = 'https://w3id.org/italia/onto/CPSV/';
const L0 = 'https://w3id.org/italia/onto/l0/';
const CV = 'http://data.europa.eu/m8g/';
const DCT = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const vocabulary = 'https://w3id.org/italia/controlled-vocabulary/classifications-for-public-services/';

function graphOf(statements: readonly Statement[]) {
  return {
    /** The nodes of a class. */
    ofType: (type: string) => statements.filter(({ predicate, object }) => predicate === TYPE && object === type).map(({ subject }) => subject),
    objects: (subject: string, predicate: string) =>
      statements.filter((one) => one.subject === subject && one.predicate === predicate).map(({ object, kind }) => (kind === '' ? object : `${object}@${kind}`)),
    nodes: new Set(statements.map(({ subject }) => subject)),
    statements,
  };
}

describe.each([
  ['services', catalogue],
  ['datasets', datasets],
])('the linked data of the %s', (_, data) => {
  it('say the same as JSON-LD and as Turtle', async () => {
    const [json, turtle] = [await readJson(data), await readTurtle(data)];
    expect(json.length).toBeGreaterThan(50);
    expect(unique(turtle)).toEqual(unique(json));
  });

  it('name every node by an address, and point at none of their own that is missing', async () => {
    const { statements, nodes } = graphOf(await readJson(data));
    for (const { subject, predicate } of statements) expect([URL.canParse(subject), URL.canParse(predicate)]).toEqual([true, true]);
    const own = statements.filter(({ object, kind }) => kind === '' && /^https:\/\/portale\.example\.it\/.+#/.test(object));
    expect(own.filter(({ object }) => !nodes.has(object))).toEqual([]);
  });
});

describe('CPSV-AP_IT', async () => {
  const graph = graphOf(await readJson(catalogue));
  const services = graph.ofType(`${CPSVIT}PublicService`);

  it('has every service once', () => {
    expect(services.sort()).toEqual(['bollo', 'sospeso', 'tessera'].map((slug) => serviceAddress(slug, site)));
    expect(graph.ofType('http://purl.org/vocab/cpsv#PublicService').sort()).toEqual(services);
  });

  it.each([
    ['identifier', `${L0}identifier`],
    ['level of interactivity', `${CPSVIT}hasiInteractivityLevel`],
    ['status', `${CPSVIT}hasServiceStatus`],
    ['European identifier', `${DCT}identifier`],
    ['competent authority', `${CV}hasCompetentAuthority`],
  ])('gives every service exactly one %s', (_, property) => {
    for (const service of services) expect(graph.objects(service, property), service).toHaveLength(1);
  });

  it.each([
    ['name', `${L0}name`],
    ['description', `${L0}description`],
    ['authentication', `${CPSVIT}hasAuthenticationMethod`],
    ['channel', `${CPSVIT}hasChannel`],
    ['role', 'https://w3id.org/italia/onto/RO/holdsRoleInTime'],
    ['sector', `${CPSVIT}serviceSector`],
    ['theme', `${CPSVIT}serviceTheme`],
  ])('gives every service at least one %s', (_, property) => {
    for (const service of services) expect(graph.objects(service, property), service).not.toHaveLength(0);
  });

  it('gives every channel exactly one type, of the national list', () => {
    const channels = graph.ofType(`${CPSVIT}Channel`);
    expect(channels).toHaveLength(7);
    for (const channel of channels) expect(graph.objects(channel, `${CPSVIT}hasChannelType`), channel).toEqual([expect.stringContaining(`${vocabulary}channel/`)]);
    for (const phone of graph.ofType(`${CPSVIT}PhoneChannel`)) expect(graph.objects(phone, 'https://w3id.org/italia/onto/SM/telephoneNumber')).toHaveLength(1);
    for (const mail of graph.ofType(`${CPSVIT}EmailChannel`)) expect(graph.objects(mail, 'https://w3id.org/italia/onto/SM/emailAddress')).toHaveLength(1);
  });

  it('has the texts of the languages there are, each in its own', () => {
    const names = (slug: string) => graph.objects(serviceAddress(slug, site), `${DCT}title`).sort();
    expect(names('bollo')).toEqual(['Servizio bollo@it', 'Vehicle tax@en']);
    expect(names('tessera')).toEqual(['Servizio tessera@it']);
  });

  it('says how far each service goes online', () => {
    const level = (slug: string) => graph.objects(serviceAddress(slug, site), `${CPSVIT}hasiInteractivityLevel`);
    expect(level('bollo')).toEqual([`${vocabulary}interactivity-level/LEVEL4`]);
    expect(level('tessera')).toEqual([`${vocabulary}interactivity-level/LEVEL3`]);
    expect(level('sospeso')).toEqual([`${vocabulary}interactivity-level/LEVEL1`]);
  });

  it('names ways in, themes, sectors, events and gateway codes by the shared lists', () => {
    const of = (property: string) => graph.objects(serviceAddress('bollo', site), property).sort();
    // eIDAS is in no list, and is left out.
    expect(of(`${CPSVIT}hasAuthenticationMethod`)).toEqual([`${vocabulary}authentication-type/CIE`, `${vocabulary}authentication-type/SPIDL2`]);
    expect(of(`${CPSVIT}serviceTheme`)).toEqual(['http://publications.europa.eu/resource/authority/data-theme/HEAL']);
    expect(of(`${CV}thematicArea`)).toContain('http://eurovoc.europa.eu/2479');
    expect(of(`${CPSVIT}serviceSector`)).toEqual(['http://data.europa.eu/ux2/nace2/86']);
    expect(of('https://w3id.org/italia/onto/isPartOfEvent')).toEqual([`${vocabulary}life-business-event/life-event/12`]);
    expect(of(`${CPSVIT}otherServiceCode`)).toEqual(['SDG:F3@http://www.w3.org/2001/XMLSchema#string']);
  });

  it('names nobody whom it does not describe', () => {
    expect(graph.objects(serviceAddress('sospeso', site), `${CV}relatedService`)).toEqual([serviceAddress('bollo', site)]);
    expect(graph.objects(serviceAddress('sospeso', site), `${CPSVIT}hasServiceStatus`)).toEqual([`${CPSVIT}NonActive`]);
  });
});

describe('DCAT-AP_IT', async () => {
  const graph = graphOf(await readJson(datasets));
  const DCATAPIT = 'http://dati.gov.it/onto/dcatapit#';
  const DCAT = 'http://www.w3.org/ns/dcat#';
  const [description = ''] = graph.ofType(`${DCATAPIT}Catalog`);

  it('has one catalogue that names its datasets', () => {
    expect(graph.ofType(`${DCATAPIT}Catalog`)).toHaveLength(1);
    expect(graph.objects(description, `${DCAT}dataset`).sort()).toEqual(graph.ofType(`${DCATAPIT}Dataset`).sort());
    for (const property of ['title', 'description', 'publisher', 'modified']) expect(graph.objects(description, DCT + property), property).toHaveLength(1);
  });

  it.each(['identifier', 'modified', 'rightsHolder', 'accrualPeriodicity', 'title', 'description'])('gives every dataset one %s', (property) => {
    for (const dataset of graph.ofType(`${DCATAPIT}Dataset`)) expect(graph.objects(dataset, DCT + property), dataset).toHaveLength(1);
  });

  it('gives every dataset a theme and files, and every file a format, an address and the licence', () => {
    for (const dataset of graph.ofType(`${DCATAPIT}Dataset`)) {
      expect(graph.objects(dataset, `${DCAT}theme`)).toEqual(['http://publications.europa.eu/resource/authority/data-theme/GOVE']);
      expect(graph.objects(dataset, `${DCAT}distribution`)).toHaveLength(6);
    }
    for (const file of graph.ofType(`${DCATAPIT}Distribution`)) {
      expect(graph.objects(file, `${DCT}format`)).toEqual(['http://publications.europa.eu/resource/authority/file-type/JSON']);
      expect(graph.objects(file, `${DCAT}accessURL`)).toHaveLength(1);
      expect(graph.objects(file, `${DCT}license`)).toEqual(graph.ofType(`${DCATAPIT}LicenseDocument`));
    }
  });

  it('names the administration by its code in the index', () => {
    const [owner = ''] = graph.objects(description, `${DCT}publisher`);
    expect(graph.objects(owner, `${DCT}identifier`)).toEqual(['r_piemon@http://www.w3.org/2001/XMLSchema#string']);
  });

  it('declares a contact only with the e-mail address that the profile asks for', () => {
    const contacts = graph.ofType(`${DCATAPIT}Organization`);
    for (const contact of contacts) expect(graph.objects(contact, 'http://www.w3.org/2006/vcard/ns#hasEmail')).toHaveLength(1);
  });
});
