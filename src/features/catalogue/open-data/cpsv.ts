import { languages, SOURCE_LOCALE } from '../../../i18n/locales.ts';
import { plainText } from '../../../ui/markdown.ts';
import type { Ente } from '../catalogue.ts';
import { absoluteLink, pageAddress, type OpenSheet } from '../open-catalogue.ts';
import { date, inLanguages, linkedData, refs, uri, type LinkedData, type Node, type TextByLanguage } from './linked-data.ts';
import {
  authenticationOf,
  channelTypeOf,
  eventsOf,
  interactivityOf,
  languagesOf,
  sectorsOf,
  themesOf,
  type ChannelName,
} from './vocabularies.ts';

// The catalogue in the words of CPSV-AP_IT 1.1 (https://w3id.org/italia/onto/CPSV) and, beside them, of the European
// CPSV-AP 3.2 that it descends from: whoever harvests either finds what it looks for.

/** What the nodes of the catalogue are made of. */
export interface CpsvOptions {
  /** All sheets, by language; the Italian ones are the catalogue. */
  sheets: ReadonlyMap<string, readonly OpenSheet[]>;
  enti: readonly Ente[];
  /** The concept in EuroVoc of each topic that has one. */
  eurovoc: ReadonlyMap<string, string>;
  /** The portal's own address. */
  site: URL;
}

/** The address that stands for an administration, which is not the page about it. */
export const enteAddress = (ipa: string, site: URL) => absoluteLink(`/enti/${ipa}/#ente`, site);

/** The address that stands for a service, which is not the sheet about it. */
export const serviceAddress = (slug: string, site: URL) => absoluteLink(`/servizi/${slug}/#servizio`, site);

function enteNode({ ipa, facts }: Ente, site: URL): Node {
  const name = inLanguages([[SOURCE_LOCALE, facts.name]]);
  return {
    '@id': enteAddress(ipa, site),
    '@type': ['cov:PublicOrganization', 'cv:PublicOrganisation', 'dcatapit:Agent', 'foaf:Agent'],
    'dct:identifier': ipa,
    'cov:taxCode': facts.fiscalCode,
    'cov:legalName': name,
    'skos:prefLabel': name,
    'foaf:name': name,
    'foaf:homepage': refs([facts.website]),
  };
}

/** A way to have the service; its kind comes from the national list, its address from the office in charge. */
function channelNode(channel: ChannelName, sheet: OpenSheet, id: string, site: URL): Node {
  const { online } = sheet.facts;
  const { phone, email } = sheet.office.facts;
  const address = `${id}-canale-${channel}`;
  const common = {
    'dct:identifier': address,
    'cpsvit:hasChannelType': refs([channelTypeOf(channel)]),
    'dct:type': refs([channelTypeOf(channel)]),
  };
  const types = ['cpsvit:Channel', 'cv:Channel'];
  if (channel === 'online' && online) {
    return { '@id': address, '@type': ['cpsvit:WebSiteChannel', ...types], ...common, 'sm:URL': uri(absoluteLink(online.url, site)) };
  }
  if (channel === 'phone' && phone !== undefined) {
    return { '@id': address, '@type': ['cpsvit:PhoneChannel', ...types], ...common, 'sm:telephoneNumber': phone };
  }
  if (channel === 'email' && email !== undefined) {
    return { '@id': address, '@type': ['cpsvit:EmailChannel', ...types], ...common, 'sm:emailAddress': uri(`mailto:${email}`) };
  }
  const offline = channel === 'office' || channel === 'post' || channel === 'intermediary';
  return { '@id': address, '@type': offline ? ['cpsvit:OfflineChannel', ...types] : types, ...common };
}

/** Texts of the sheet that are the same one in all its languages: entries of lists pair by their place. */
type Pick = (sheet: OpenSheet) => string | undefined;

function serviceNode(versions: readonly [OpenSheet, ...OpenSheet[]], options: CpsvOptions): Node {
  const { eurovoc, site } = options;
  const [sheet] = versions;
  const { slug, facts, texts, ente, office } = sheet;
  const id = serviceAddress(slug, site);
  const identifier = `${ente.ipa}:${slug}`;
  const inAll = (pick: Pick): TextByLanguage =>
    inLanguages(versions.flatMap((version) => {
      const text = pick(version);
      return text === undefined ? [] : [[version.lang, text] as const];
    }));

  const names = inAll((version) => version.texts.title);
  const descriptions = inAll((version) => version.texts.summary);
  const keywords = inLanguages(versions.flatMap((version) => version.texts.keywords.map((word) => [version.lang, word] as const)));
  const themes = themesOf(facts.topics);
  const sectors = sectorsOf(facts.topics);
  const events = eventsOf(sheet.lifeEvents);
  const channels = (['online', ...facts.channels] as const)
    .filter((channel) => channel !== 'online' || facts.online)
    .map((channel) => channelNode(channel, sheet, id, site));
  const costs = inAll((version) => plainText(version.texts.costs));
  const cost: Node = {
    '@id': `${id}-costo`,
    '@type': ['cpsvit:Cost', 'cv:Cost'],
    'dct:identifier': `${identifier}:costo`,
    'l0:description': costs,
    'dct:description': costs,
  };
  const inputs = texts.needed.map((_, place): Node => {
    const comparable = versions.filter((version) => version.texts.needed.length === texts.needed.length);
    const needed = inLanguages(comparable.map((version) => [version.lang, version.texts.needed[place] ?? ''] as const));
    return {
      '@id': `${id}-serve-${place + 1}`,
      '@type': ['cpsvit:Input', 'cv:Evidence'],
      'dct:identifier': `${identifier}:serve:${place + 1}`,
      'l0:name': needed,
      'dct:title': needed,
    };
  });
  const outcomes = inAll((version) => plainText(version.texts.outcome));
  const output: Node = {
    '@id': `${id}-risultato`,
    '@type': ['cpsvit:Output', 'cv:Output'],
    'dct:identifier': `${identifier}:risultato`,
    'l0:name': outcomes,
    'dct:title': outcomes,
  };
  const laws = facts.legalBasis.map(({ title, url }, place): Node => ({
    '@id': `${id}-norma-${place + 1}`,
    '@type': ['cpsvit:FormalFramework', 'eli:LegalResource'],
    'l0:identifier': `${identifier}:norma:${place + 1}`,
    'l0:name': inLanguages([[SOURCE_LOCALE, title]]),
    ...(url !== undefined && { 'cpsvit:referenceDoc': uri(absoluteLink(url, site)) }),
  }));
  const conditions = inAll((version) => plainText(version.texts.conditions));
  const rule: Node = {
    '@id': `${id}-regola`,
    '@type': ['cpsvit:Rule', 'cpsv:Rule'],
    'l0:identifier': `${identifier}:regola`,
    'dct:identifier': `${identifier}:regola`,
    'l0:name': names,
    'dct:title': names,
    'l0:description': conditions,
    'dct:description': conditions,
    ...(laws.length > 0 && { 'cpsvit:implementsFF': laws, 'cpsv:implements': refs(laws.map((law) => law['@id'])) }),
  };
  const role: Node = {
    '@id': `${id}-titolare`,
    '@type': 'ro:TimeIndexedRole',
    'ro:withRole': refs(['https://w3id.org/italia/onto/CPSV/RightsHolder']),
    'ro:isRoleInTimeOf': refs([enteAddress(ente.ipa, site)]),
    'ro:forEntity': refs([id]),
  };
  const { phone, email, url: page } = office.facts;
  const contact: Node = {
    '@id': `${id}-contatto`,
    '@type': 'cv:ContactPoint',
    ...(phone !== undefined && { 'cv:telephone': phone }),
    ...(email !== undefined && { 'cv:email': email }),
    ...(page !== undefined && { 'cv:contactPage': refs([absoluteLink(page, site)]) }),
  };
  const related = refs(facts.related.map((name) => serviceAddress(name, site)));

  return {
    '@id': id,
    '@type': ['cpsvit:PublicService', 'cpsv:PublicService'],
    'l0:identifier': identifier,
    'dct:identifier': identifier,
    'l0:name': names,
    'dct:title': names,
    'l0:description': descriptions,
    'dct:description': descriptions,
    'dct:modified': date(facts.updated),
    ...(texts.sample && { 'skos:note': inLanguages([[SOURCE_LOCALE, 'Contenuto di esempio: non è una pubblicazione ufficiale.']]) }),
    'foaf:page': refs(versions.map((version) => pageAddress(version.lang, `/servizi/${slug}/`, site))),
    'cpsvit:hasServiceStatus': refs([`https://w3id.org/italia/onto/CPSV/${facts.status === 'active' ? 'Active' : 'NonActive'}`]),
    'cpsvit:hasiInteractivityLevel': refs([interactivityOf(facts.online)]),
    'cpsvit:hasAuthenticationMethod': refs(authenticationOf(facts.online)),
    'cpsvit:serviceTheme': refs(themes),
    'cv:thematicArea': refs([...themes, ...facts.topics.flatMap((topic) => eurovoc.get(topic) ?? [])]),
    'cpsvit:serviceSector': refs(sectors),
    'cv:sector': refs(sectors),
    'onto:isPartOfEvent': refs(events),
    'cv:isGroupedBy': refs(events),
    'cpsvit:serviceKeyword': keywords,
    'dcat:keyword': keywords,
    'cpsvit:otherServiceCode': facts.sdg?.codes.map((code) => `SDG:${code}`) ?? [],
    'dct:language': refs(languagesOf(facts.sdg?.languages ?? [])),
    'ro:holdsRoleInTime': role,
    'cv:hasCompetentAuthority': refs([enteAddress(ente.ipa, site)]),
    'cv:contactPoint': contact,
    'cpsvit:hasChannel': channels,
    'cv:hasChannel': refs(channels.map((channel) => channel['@id'])),
    'cpsvit:hasCost': cost,
    'cv:hasCost': refs([cost['@id']]),
    'cpsvit:hasInput': inputs,
    'cpsv:hasInput': refs(inputs.map((input) => input['@id'])),
    'cpsvit:producesOutput': output,
    'cpsv:produces': refs([output['@id']]),
    'cpsvit:isCompliantWithRule': rule,
    'cpsv:follows': refs([rule['@id']]),
    'cv:hasLegalResource': refs(laws.map((law) => law['@id'])),
    'cpsvit:relationService': related,
    'cv:relatedService': related,
  };
}

/** The whole catalogue, with the texts of every language that a sheet has been translated into. */
export function cpsvCatalogue(options: CpsvOptions): LinkedData {
  const { sheets, enti, site } = options;
  const translated = new Map<string, OpenSheet[]>();
  const published = new Set<string>();
  for (const { code } of languages) {
    for (const sheet of sheets.get(code) ?? []) {
      published.add(sheet.slug);
      if (sheet.lang === code) translated.set(sheet.slug, [...(translated.get(sheet.slug) ?? []), sheet]);
    }
  }
  const services = [...translated.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    // A sheet that is not published now has no node: nobody is sent to it.
    const related = first.facts.related.filter((slug) => published.has(slug));
    return serviceNode([{ ...first, facts: { ...first.facts, related } }, ...others], options);
  });
  const inCharge = new Set((sheets.get(SOURCE_LOCALE) ?? []).map(({ ente }) => ente.ipa));
  return linkedData([...enti.filter(({ ipa }) => inCharge.has(ipa)).map((ente) => enteNode(ente, site)), ...services]);
}
