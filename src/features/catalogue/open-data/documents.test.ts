import { describe, expect, it } from 'vitest';
import * as schemas from '../../../content-model/schemas.ts';
import {
  alertsDocumentOf,
  entiDocumentOf,
  lifeEventsDocumentOf,
  serviceDocumentOf,
  servicesDocumentOf,
  topicsDocumentOf,
  type OpenAlert,
} from './documents.ts';
import { exampleOf } from './example.ts';
import {
  alertsDocument,
  entiDocument,
  lifeEventsDocument,
  serviceDocument,
  servicesDocument,
  topicsDocument,
} from './schemas.ts';
import { english, italian, region, site, town } from './testing.ts';

const since = { sample: true, updated: '2026-11-03' };
const summary = 'Una frase che dice che cosa c’è da sapere.';

describe('services', () => {
  it('are what their schema says, and nothing besides', () => {
    const list = servicesDocumentOf(italian, 'it', site);
    expect(servicesDocument.parse(list)).toEqual(list);
    for (const sheet of english) {
      const document = serviceDocumentOf(sheet, 'en', site);
      expect(serviceDocument.parse(document)).toEqual(document);
    }
  });

  it('name the language of their texts, and their page in the language asked for', () => {
    const { language, updated, services } = servicesDocumentOf(english, 'en', site);
    expect({ language, updated }).toEqual({ language: 'en', updated: '2026-11-03' });
    expect(services.map(({ language: own, url }) => [own, url])).toEqual([
      ['en', 'https://portale.example.it/en/servizi/bollo/'],
      ['it', 'https://portale.example.it/en/servizi/tessera/'],
      ['it', 'https://portale.example.it/en/servizi/sospeso/'],
    ]);
  });

  it('have whole addresses, also where editors wrote one of this portal', () => {
    const [, partly] = servicesDocumentOf(italian, 'it', site).services;
    expect(partly?.online?.url).toBe('https://portale.example.it/paga/');
    expect(italian.map((sheet) => serviceDocumentOf(sheet, 'it', site).office.url)[0]).toBe('https://portale.example.it/assistenza/');
  });

  it('have the same fields, whatever they say', () => {
    const fields = italian.map((sheet) => Object.keys(serviceDocumentOf(sheet, 'it', site)));
    expect(new Set(fields.map(String)).size).toBe(1);
  });

  it('are an empty list without a day where there are none', () => {
    expect(servicesDocumentOf([], 'de', site)).toEqual({ language: 'de', updated: null, services: [] });
  });
});

it('administrations name their services', () => {
  const document = entiDocumentOf([region, town], italian, 'de', site);
  expect(entiDocument.parse(document)).toEqual(document);
  expect(document.enti.map(({ ipa, services }) => [ipa, services])).toEqual([
    ['r_piemon', ['bollo']],
    ['c_l219', ['tessera', 'sospeso']],
  ]);
});

it('topics name their services and their concept in EuroVoc', () => {
  const facts = schemas.topic.parse({ title: 'Salute', summary, eurovoc: 'http://eurovoc.europa.eu/2479', updated: '2026-10-01' });
  const document = topicsDocumentOf([{ slug: 'salute', facts, texts: facts, lang: 'it', outdated: false, services: italian }], 'fr', site);
  expect(topicsDocument.parse(document)).toEqual(document);
  expect(document.topics[0]).toMatchObject({ eurovoc: 'http://eurovoc.europa.eu/2479', services: ['bollo', 'tessera', 'sospeso'] });
});

it('guides keep their steps in order', () => {
  const steps = [{ title: 'Prima cosa', text: 'Fai.' }, { title: 'Dopo', text: 'Poi.', when: 'Entro un mese', services: ['bollo'] }];
  const facts = schemas.lifeEvent.parse({ title: 'Nasce un figlio', summary, audience: 'citizens', order: 1, steps, ...since });
  const guide = { slug: 'nasce-un-figlio', facts, texts: facts, lang: 'it', outdated: false };
  const document = lifeEventsDocumentOf(
    [{ ...guide, steps: facts.steps.map((step) => ({ ...step, when: step.when, services: italian.slice(0, step.services.length) })) }],
    'it',
    site,
  );
  expect(lifeEventsDocument.parse(document)).toEqual(document);
  expect(document.lifeEvents[0]?.steps).toEqual([
    { title: 'Prima cosa', text: 'Fai.', when: null, services: [] },
    { title: 'Dopo', text: 'Poi.', when: 'Entro un mese', services: ['bollo'] },
  ]);
});

describe('alerts', () => {
  const alert = (slug: string, validFrom: string, validUntil: string): OpenAlert => {
    const facts = schemas.alert.parse({ title: 'Piogge forti', summary, severity: 'danger', ente: 'r_piemon', validFrom, validUntil, ...since });
    return { slug, facts, texts: facts, lang: 'it', outdated: false };
  };
  const alerts = [
    alert('futuro', '2026-12-01T00:00:00+01:00', '2026-12-02T00:00:00+01:00'),
    alert('finito', '2026-11-01T00:00:00+01:00', '2026-11-23T10:00:00+01:00'),
    alert('in-corso', '2026-11-20T00:00:00+01:00', '2026-11-24T00:00:00+01:00'),
  ];
  const at = (now: string) => alertsDocumentOf(alerts, [region], now, 'it', site);

  it('that are over fall out; those to come are there with their instants', () => {
    const document = at('2026-11-23T09:00:00.000Z');
    expect(alertsDocument.parse(document)).toEqual(document);
    expect(document.alerts.map(({ id }) => id)).toEqual(['in-corso', 'futuro']);
    expect(document.alerts[0]).toMatchObject({
      ente: { ipa: 'r_piemon', name: 'Regione Piemonte' },
      validFrom: '2026-11-19T23:00:00.000Z',
      validUntil: '2026-11-23T23:00:00.000Z',
    });
  });

  it('count until the very end', () => {
    expect(at('2026-11-23T08:59:59.999Z').alerts.map(({ id }) => id)).toContain('finito');
    expect(at('2027-01-01T00:00:00.000Z')).toEqual({ language: 'it', updated: null, alerts: [] });
  });
});

it('an example has the fields of the answer, one entry of each list and short texts', () => {
  const example = exampleOf({ list: [{ a: 'x'.repeat(90) }, { a: 'y' }], none: null, url: `https://example.it/${'z'.repeat(60)}`, n: 3 });
  expect(example).toEqual({ list: [{ a: `${'x'.repeat(30)}…` }], none: null, url: `https://example.it/${'z'.repeat(60)}`, n: 3 });
});
