import * as z from 'zod/mini';

/** A service as lists and the open catalogue give it. */
export const catalogueItem = z.object({
  /** Name of the service in its address, the same in every language. */
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  /** BCP 47 tag of the texts: Italian where there is no translation. */
  language: z.string(),
  /** Address of the sheet in the language asked for. */
  url: z.url(),
  status: z.enum(['active', 'inactive']),
  ente: z.object({ ipa: z.string(), name: z.string() }),
  topics: z.array(z.string()),
  lifeEvents: z.array(z.string()),
  audiences: z.array(z.string()),
  /** Ways to reach it besides the online one. */
  channels: z.array(z.string()),
  /** Where it is done online, whether wholly, and with which ways to sign in; null when it is not. */
  online: z.nullable(z.object({ url: z.string(), concludable: z.boolean(), waysIn: z.array(z.string()) })),
  /** Other words people use for it. */
  keywords: z.array(z.string()),
  /** Position among the most used, from 1; null: not among them. */
  popularity: z.nullable(z.int()),
  /** `YYYY-MM-DD`. */
  updated: z.string(),
});
export type CatalogueItem = z.infer<typeof catalogueItem>;

/** Ways to narrow the catalogue, as they stand in addresses: `/servizi/argomento/salute/`, `/servizi/?argomento=salute`. */
export const facets = ['argomento', 'evento', 'per', 'online', 'canale', 'ente'] as const;
export type Facet = (typeof facets)[number];

/** The groups of people a service is for, and how addresses name them. */
export const audienceWords = [
  ['citizens', 'cittadini'],
  ['companies', 'imprese'],
  ['professionals', 'professionisti'],
  ['administrations', 'amministrazioni'],
] as const;

/** The ways to reach a service, and how addresses name them. */
export const channelWords = [
  ['office', 'sportello'],
  ['phone', 'telefono'],
  ['post', 'posta'],
  ['email', 'email'],
  ['app', 'app'],
  ['intermediary', 'intermediario'],
] as const;

/** How addresses say whether a service is done online. */
export const onlineWords = ['tutto', 'in-parte', 'no'] as const;

const wordsFor = (values: readonly string[], words: readonly (readonly [string, string])[]) =>
  words.filter(([value]) => values.includes(value)).map(([, word]) => word);

/** Under which values of a facet a service is found. */
export function valuesOf(item: CatalogueItem, facet: Facet): readonly string[] {
  switch (facet) {
    case 'argomento':
      return item.topics;
    case 'evento':
      return item.lifeEvents;
    case 'per':
      return wordsFor(item.audiences, audienceWords);
    case 'online':
      return [item.online === null ? 'no' : item.online.concludable ? 'tutto' : 'in-parte'];
    case 'canale':
      return wordsFor(item.channels, channelWords);
    case 'ente':
      return [item.ente.ipa];
  }
}

/** Orders of the list, as they stand in addresses; the first is the usual one. */
export const orders = ['nome', 'piu-usati', 'aggiornati'] as const;
export type Order = (typeof orders)[number];

/** The services in an order; those that are equal in it stay by title. */
export function inOrder<T extends Pick<CatalogueItem, 'title' | 'popularity' | 'updated'>>(items: readonly T[], order: Order, locale: string): T[] {
  const { compare } = new Intl.Collator(locale);
  const byTitle = (a: T, b: T) => compare(a.title, b.title);
  switch (order) {
    case 'nome':
      return items.toSorted(byTitle);
    case 'piu-usati':
      return items.toSorted((a, b) => (a.popularity ?? 1e6) - (b.popularity ?? 1e6) || byTitle(a, b));
    case 'aggiornati':
      return items.toSorted((a, b) => b.updated.localeCompare(a.updated) || byTitle(a, b));
  }
}
