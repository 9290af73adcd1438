import * as schemas from '../../../content-model/schemas.ts';
import { SOURCE_LOCALE } from '../../../i18n/locales.ts';
import type { Ente } from '../catalogue.ts';
import type { OpenSheet } from '../open-catalogue.ts';

// A small catalogue for tests: three services of two administrations, one of them translated.

export const site = new URL('https://portale.example.it');

const since = { sample: true, updated: '2026-11-03' };

const enteNamed = (ipa: string, name: string, fiscalCode: string): Ente => ({
  ipa,
  facts: schemas.ente.parse({
    name,
    kind: 'region',
    summary: 'Una frase che dice che cosa fa questo ente.',
    fiscalCode,
    website: 'https://www.example.it/',
    ...since,
  }),
});

export const region = enteNamed('r_piemon', 'Regione Piemonte', '80087670016');
export const town = enteNamed('c_l219', 'Comune di Torino', '00514490010');

const office = {
  slug: 'sportello',
  facts: schemas.office.parse({ name: 'Sportello', ente: 'r_piemon', url: '/assistenza/', phone: '011 1234567', email: 'a@example.it', ...since }),
};

const texts = (title: string) => ({
  title,
  summary: 'Una frase che dice che cosa si ottiene con questo servizio.',
  whoFor: 'A tutti.',
  howTo: 'Chiedi.',
  needed: ['Un documento', 'La ricevuta'],
  outcome: 'Un certificato.',
  deadlines: 'Subito.',
  calendar: [{ what: 'La risposta', afterDays: 30 }],
  costs: 'È gratuito.',
  access: 'Online.',
  conditions: 'Nessuna.',
  keywords: ['parola'],
});

/** A sheet in Italian. @param facts what differs from a service that is not online and has one topic */
export function sheetOf(slug: string, ente: Ente, facts: Record<string, unknown> = {}): OpenSheet {
  const data = schemas.service.parse({
    ...texts(`Servizio ${slug}`),
    status: 'active',
    topics: ['salute'],
    audiences: ['citizens'],
    ente: ente.ipa,
    office: office.slug,
    channels: ['office'],
    legalBasis: [{ title: 'Legge 1', url: 'https://www.normattiva.it/' }],
    ...since,
    ...facts,
  });
  return { slug, facts: data, texts: data, lang: SOURCE_LOCALE, outdated: false, ente, office, lifeEvents: ['nasce-un-figlio'] };
}

/** The same sheet in another language. */
function translationOf(sheet: OpenSheet, lang: string, title: string): OpenSheet {
  const data = schemas.serviceTranslation.parse({ ...texts(title), sample: true, translatedFrom: '2026-11-03' });
  return { ...sheet, texts: data, lang };
}

const online = sheetOf('bollo', region, {
  online: { url: 'https://servizi.example.it/', concludable: true, waysIn: ['spid', 'cie', 'eidas'], minutes: 5 },
  channels: ['phone', 'email', 'app'],
  sdg: { codes: ['F3'], crossBorder: true, languages: ['it', 'en'] },
  related: ['tessera'],
});
const partly = sheetOf('tessera', town, { online: { url: '/paga/', concludable: false }, topics: ['mobilita', 'salute'] });
const offline = sheetOf('sospeso', town, { status: 'inactive', statusReason: 'Il bando è chiuso.', related: ['bollo', 'non-pubblicato'] });

/** The Italian sheets. */
export const italian: readonly OpenSheet[] = [online, partly, offline];

/** The sheets in English: only the first is translated. */
export const english: readonly OpenSheet[] = [translationOf(online, 'en', 'Vehicle tax'), partly, offline];
