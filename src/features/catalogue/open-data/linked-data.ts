import jsonld, { type NodeObject } from 'jsonld';
import { DataFactory, Writer } from 'n3';
import * as z from 'zod';

/** Names of the vocabularies used; they are also the prefixes of the Turtle. */
const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  cov: 'https://w3id.org/italia/onto/COV/',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cpsvit: 'https://w3id.org/italia/onto/CPSV/',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  l0: 'https://w3id.org/italia/onto/l0/',
  onto: 'https://w3id.org/italia/onto/',
  owl: 'http://www.w3.org/2002/07/owl#',
  ro: 'https://w3id.org/italia/onto/RO/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  sm: 'https://w3id.org/italia/onto/SM/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** A text by language, as `inLanguages` writes it. */
export type TextByLanguage = { '@value': string; '@language': string }[];

/** A node of the graph: JSON-LD with the prefixes above, its inner nodes inside it. */
export type Node = NodeObject & { '@id': string };

/** A document that brings its context along: nobody has to fetch one to read it. */
export interface LinkedData {
  '@context': typeof prefixes;
  '@graph': Node[];
}

export const linkedData = (graph: Node[]): LinkedData => ({ '@context': prefixes, '@graph': graph });

/** Other nodes, by their addresses. */
export const refs = (addresses: readonly string[]) => addresses.map((address) => ({ '@id': address }));

export const date = (day: string) => ({ '@value': day, '@type': 'xsd:date' });

export const uri = (address: string) => ({ '@value': address, '@type': 'xsd:anyURI' });

/** Texts with the languages they are in. */
export const inLanguages = (texts: readonly (readonly [language: string, text: string])[]): TextByLanguage =>
  texts.map(([language, text]) => ({ '@value': text, '@language': language }));

/** A statement as jsonld gives it. */
const statement = z.object({
  subject: z.object({ value: z.string() }),
  predicate: z.object({ value: z.string() }),
  object: z.discriminatedUnion('termType', [
    z.object({ termType: z.literal('NamedNode'), value: z.string() }),
    z.object({
      termType: z.literal('Literal'),
      value: z.string(),
      language: z.string().optional(),
      datatype: z.object({ value: z.string() }),
    }),
  ]),
});

type Literal = Extract<z.infer<typeof statement>['object'], { termType: 'Literal' }>;

const literalOf = ({ value, language, datatype }: Literal) =>
  DataFactory.literal(value, language ?? DataFactory.namedNode(datatype.value));

/** Every node here has an address and every context is inside its document, so nothing is ever fetched. */
const refuse = (address: string) => Promise.reject(new Error(`The linked data must not ask for ${address}.`));

/**
 * The same statements as Turtle: made from the JSON-LD, so that the two cannot disagree. One node of the graph after
 * the other, so that a large catalogue needs little more memory than its text.
 */
export async function turtleOf({ '@context': context, '@graph': graph }: LinkedData): Promise<string> {
  const writer = new Writer({ prefixes: context });
  for (const node of graph) {
    const statements = await jsonld.toRDF({ '@context': context, '@graph': [node] }, { documentLoader: refuse });
    for (const { subject, predicate, object } of z.array(statement).parse(statements)) {
      const value = object.termType === 'NamedNode' ? DataFactory.namedNode(object.value) : literalOf(object);
      writer.addQuad(DataFactory.namedNode(subject.value), DataFactory.namedNode(predicate.value), value);
    }
  }
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)));
  });
}
