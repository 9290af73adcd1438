import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { portal } from '../../platform/portal.ts';
import { english, italian, region, sheetOf } from './open-data/testing.ts';
import { guideData, organizationData, serviceData } from './structured-data.ts';

const page = 'https://portale.example.it/en/servizi/bollo/';

/** All values inside a value: nothing that is not known may stand there as undefined, null or empty. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

describe('an administration', () => {
  it('has its own site, its codes, and its page here as its identity', () => {
    expect(organizationData(region, 'https://portale.example.it/enti/r_piemon/')).toEqual({
      '@type': 'GovernmentOrganization',
      '@id': 'https://portale.example.it/enti/r_piemon/',
      name: 'Regione Piemonte',
      url: 'https://www.example.it/',
      taxID: '80087670016',
      identifier: 'r_piemon',
    });
  });

  it('has a contact point only when it can be reached', () => {
    const data = organizationData({ ...region, facts: { ...region.facts, address: 'Via Roma 1', phone: '011 43211' } }, page);
    expect(data).toMatchObject({ address: 'Via Roma 1', contactPoint: { '@type': 'ContactPoint', telephone: '011 43211' } });
    expect(leaves(data)).not.toContain(undefined);
  });
});

describe('a service', () => {
  const [sheet = sheetOf('bollo', region)] = english;

  it('says who runs it, for whom, where, in which language', () => {
    expect(serviceData(sheet, page)).toMatchObject({
      '@type': 'GovernmentService',
      '@id': page,
      url: page,
      name: 'Vehicle tax',
      inLanguage: 'en',
      dateModified: '2026-11-03',
      serviceOperator: { '@type': 'GovernmentOrganization', name: 'Regione Piemonte' },
      areaServed: { '@type': 'AdministrativeArea', name: portal.territory.region },
      audience: { '@type': 'Audience', audienceType: 'citizens' },
    });
  });

  it('is reached online where it is online, and always at its office', () => {
    const channels = (index: number) => z.array(z.unknown()).parse(serviceData(italian[index] ?? sheet, page)['availableChannel']);
    expect(channels(0)[0]).toEqual({ '@type': 'ServiceChannel', serviceUrl: 'https://servizi.example.it/' });
    // An address of this site becomes a whole one.
    expect(channels(1)[0]).toEqual({ '@type': 'ServiceChannel', serviceUrl: 'https://portale.example.it/paga/' });
    expect(channels(2)).toEqual([
      {
        '@type': 'ServiceChannel',
        serviceLocation: { '@type': 'GovernmentOffice', name: 'Sportello', telephone: '011 1234567', url: 'https://portale.example.it/assistenza/' },
        servicePhone: { '@type': 'ContactPoint', telephone: '011 1234567' },
      },
    ]);
  });

  it('never says that something is undefined', () => {
    for (const one of [...italian, ...english]) expect(leaves(serviceData(one, page))).not.toContain(undefined);
  });
});

it('a guide has its steps in their order, in plain words', () => {
  const step = (title: string, text: string) => ({ title, text, when: undefined, services: [] });
  const texts = { title: 'Nasce un figlio', summary: 'Che cosa fare.', steps: [], keywords: [], sample: true, translatedFrom: '2026-11-01' };
  const steps = [step('Prima', 'Chiama **il 112** se R&D < 1.'), step('Dopo', 'Vedi la [scheda](/servizi/bollo/):\n\n- uno\n- due')];
  expect(guideData({ texts, steps, lang: 'it' }, page)).toEqual({
    '@type': 'HowTo',
    '@id': page,
    name: 'Nasce un figlio',
    description: 'Che cosa fare.',
    inLanguage: 'it',
    step: [
      { '@type': 'HowToStep', position: 1, name: 'Prima', text: 'Chiama il 112 se R&D < 1.' },
      { '@type': 'HowToStep', position: 2, name: 'Dopo', text: 'Vedi la scheda:\nuno\ndue' },
    ],
  });
});
