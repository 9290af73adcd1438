import { portal } from '../../platform/portal.ts';
import { plainText } from '../../ui/markdown.ts';
import type { Ente, LifeEvent } from './catalogue.ts';
import type { OpenSheet } from './open-catalogue.ts';

/** schema.org's words for an administration. @param url its page on the portal */
export function organizationData({ facts, ipa }: Ente, url: string): Record<string, unknown> {
  const { name, website, fiscalCode, address, phone, email } = facts;
  return {
    '@type': 'GovernmentOrganization',
    '@id': url,
    name,
    url: website,
    taxID: fiscalCode,
    identifier: ipa,
    ...(address && { address }),
    ...((phone ?? email) && { contactPoint: { '@type': 'ContactPoint', ...(phone && { telephone: phone }), ...(email && { email }) } }),
  };
}

/** schema.org's words for a service. @param url its sheet on the portal */
export function serviceData({ facts, texts, lang, ente, office }: OpenSheet, url: string): Record<string, unknown> {
  const { online } = facts;
  const place = {
    '@type': 'GovernmentOffice',
    name: office.facts.name,
    ...(office.facts.address && { address: office.facts.address }),
    ...(office.facts.phone && { telephone: office.facts.phone }),
    ...(office.facts.url && { url: new URL(office.facts.url, url).href }),
  };
  return {
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: texts.title,
    description: texts.summary,
    inLanguage: lang,
    dateModified: facts.updated,
    serviceOperator: { '@type': 'GovernmentOrganization', name: ente.facts.name, url: ente.facts.website },
    areaServed: { '@type': 'AdministrativeArea', name: portal.territory.region },
    audience: { '@type': 'Audience', audienceType: facts.audiences.join(', ') },
    availableChannel: [
      ...(online ? [{ '@type': 'ServiceChannel', serviceUrl: new URL(online.url, url).href }] : []),
      { '@type': 'ServiceChannel', serviceLocation: place, ...(office.facts.phone && { servicePhone: { '@type': 'ContactPoint', telephone: office.facts.phone } }) },
    ],
  };
}

/** schema.org's words for a guide. @param url its page on the portal */
export function guideData({ texts, steps, lang }: Pick<LifeEvent, 'texts' | 'steps' | 'lang'>, url: string): Record<string, unknown> {
  return {
    '@type': 'HowTo',
    '@id': url,
    name: texts.title,
    description: texts.summary,
    inLanguage: lang,
    step: steps.map(({ title, text }, index) => ({ '@type': 'HowToStep', position: index + 1, name: title, text: plainText(text) })),
  };
}
