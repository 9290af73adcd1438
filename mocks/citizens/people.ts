/** Citizens whose scenario is who they are, or how they came in. */
import { citizen, type DemoCitizen } from './citizen.ts';
import { debtPosition } from './debt-positions.ts';
import { message } from './messages.ts';
import { paymentKinds } from './payment-kinds.ts';

/** Nothing at all: no notices, no payments, only an open record. */
export function lucaBarbero(): DemoCitizen {
  return citizen({
    id: 'luca-barbero',
    givenName: 'Luca',
    familyName: 'Barbero',
    birthDate: '2005-03-14',
    scenario: {
      it: 'È la prima volta che entra: non ha avvisi né pagamenti.',
      en: 'Comes in for the first time: has no notices and no payments.',
    },
    wayIn: 'spid',
    level: 2,
    fiscalCode: 'BRBLCU05C14L219I',
    health: { recordStatus: 'open', consentNeeded: false },
  });
}

/** From abroad, with eIDAS: no Italian fiscal code, so that no system can know her. */
export function nourElAmrani(): DemoCitizen {
  return citizen({
    id: 'nour-el-amrani',
    givenName: 'Nour',
    familyName: 'El Amrani',
    birthDate: '1990-01-22',
    scenario: {
      it: 'Vive in Belgio, entra con eIDAS, non ha un codice fiscale italiano e legge l’arabo.',
      en: 'Lives in Belgium, signs in with eIDAS, has no Italian fiscal code and reads Arabic.',
    },
    wayIn: 'eidas',
    level: 2,
    fiscalCode: null,
    preferredLanguage: 'ar',
  });
}

/** An older person: two deadlines have passed, and the record is not open because a consent is missing. */
export function pieroGiordano(today: string): DemoCitizen {
  const fiscalCode = 'GRDPRI41B12D205D';
  return citizen({
    id: 'piero-giordano',
    givenName: 'Piero',
    familyName: 'Giordano',
    birthDate: '1941-02-12',
    scenario: {
      it: 'Ha più di ottant’anni, un pagamento e un rinnovo già scaduti, e deve ancora aprire il fascicolo sanitario.',
      en: 'Is over eighty, has missed a payment and a renewal, and has not opened the health record yet.',
    },
    wayIn: 'cie',
    level: 2,
    fiscalCode,
    messages: [
      message(today, fiscalCode, {
        seed: 'esenzione',
        daysAgo: 45,
        sender: 'ASL TO3',
        mex: {
          title: 'Rinnovo dell’esenzione',
          body: 'Per continuare ad avere l’esenzione devi rinnovarla entro la data indicata.',
        },
        io: {
          subject: 'Rinnovo dell’esenzione',
          markdown: 'Per continuare ad avere l’esenzione devi rinnovarla entro la data indicata.',
          dueInDays: -12,
        },
        tags: ['sanita'],
      }),
      message(today, fiscalCode, {
        seed: 'tari',
        daysAgo: 70,
        readDaysAgo: 69,
        sender: 'Comune di Cuneo - Tributi',
        mex: { title: 'TARI: prima rata', body: 'La prima rata della TARI è pronta.' },
        tags: ['noticed'],
      }),
    ],
    debtPositions: {
      c_d205: [
        debtPosition(today, {
          seed: 'piero/tari',
          description: 'TARI, prima rata',
          kind: paymentKinds.waste,
          components: [
            { cents: 10400, reason: 'Tassa sui rifiuti' },
            { cents: 520, reason: 'Tributo provinciale' },
          ],
          dueInDays: -40,
        }),
        debtPosition(today, {
          seed: 'piero/luce',
          description: 'Luce votiva',
          kind: paymentKinds.cemetery,
          components: [{ cents: 2200, reason: 'Canone' }],
          dueInDays: -200,
          paidDaysAgo: 215,
        }),
      ],
    },
    health: { recordStatus: 'not-open', consentNeeded: true },
  });
}

/** Signed in at level 1: payments ask her for level 2. */
export function elenaRusso(today: string): DemoCitizen {
  const fiscalCode = 'RSSLNE62M45A859O';
  return citizen({
    id: 'elena-russo',
    givenName: 'Elena',
    familyName: 'Russo',
    birthDate: '1962-08-05',
    scenario: {
      it: 'Entra con SPID di livello 1: per vedere i pagamenti deve passare al livello 2.',
      en: 'Signs in with SPID level 1: to see payments she must step up to level 2.',
    },
    wayIn: 'spid',
    level: 1,
    fiscalCode,
    messages: [
      message(today, fiscalCode, {
        seed: 'ztl',
        daysAgo: 1,
        sender: 'Comune di Biella - Mobilità',
        mex: {
          title: 'Permesso di sosta da rinnovare',
          body: 'Il permesso scade tra un mese. Puoi rinnovarlo online.',
        },
      }),
      message(today, fiscalCode, {
        seed: 'documento',
        daysAgo: 8,
        sender: 'Salute Piemonte',
        mex: {
          title: 'Un nuovo documento nel fascicolo sanitario',
          body: 'C’è un nuovo documento. Aprilo dal Fascicolo Sanitario Elettronico.',
        },
        tags: ['sanita'],
      }),
      message(today, fiscalCode, {
        seed: 'teatro',
        daysAgo: 30,
        readDaysAgo: 28,
        sender: 'Comune di Biella - Cultura',
        email: { subject: 'Stagione teatrale: i biglietti ridotti', body: 'Dai sessant’anni il biglietto è ridotto.' },
      }),
    ],
    debtPositions: {
      c_a859: [
        debtPosition(today, {
          seed: 'elena/tari',
          description: 'TARI, seconda rata',
          kind: paymentKinds.waste,
          components: [{ cents: 11290, reason: 'Tassa sui rifiuti' }],
          dueInDays: 7,
        }),
      ],
      asl_bi: [
        debtPosition(today, {
          seed: 'elena/ticket',
          description: 'Ticket per prestazione ambulatoriale',
          kind: paymentKinds.healthTicket,
          components: [{ cents: 4605, reason: 'Ticket' }],
          dueInDays: -3,
          paidDaysAgo: 4,
        }),
      ],
    },
    health: { recordStatus: 'open', consentNeeded: false },
  });
}
