/** Citizens whose scenario is a source that does not work as it should. */
import { citizen, type DemoCitizen } from './citizen.ts';
import { debtPosition } from './debt-positions.ts';
import { message } from './messages.ts';
import { paymentKinds } from './payment-kinds.ts';

/** A source that fails: NOTIFY is unavailable and one ente of PiemontePAY answers with an error. */
export function marcoBianchi(today: string): DemoCitizen {
  const fiscalCode = 'BNCMRC79H03D205H';
  return citizen({
    id: 'marco-bianchi',
    givenName: 'Marco',
    familyName: 'Bianchi',
    birthDate: '1979-06-03',
    scenario: {
      it: 'Le notifiche non rispondono e il Comune di Cuneo non dà i pagamenti; il resto funziona.',
      en: 'Notices do not answer and the Comune di Cuneo gives no payments; everything else works.',
    },
    wayIn: 'cie',
    level: 2,
    fiscalCode,
    messages: [
      message(today, fiscalCode, {
        seed: 'tari',
        daysAgo: 2,
        sender: 'Comune di Cuneo - Tributi',
        mex: { title: 'TARI: rata unica', body: 'La rata è pronta.' },
      }),
    ],
    debtPositions: {
      r_piemon: [
        debtPosition(today, {
          seed: 'marco/bollo',
          description: 'Tassa automobilistica, targa EF456GH',
          kind: paymentKinds.carTax,
          components: [{ cents: 15609, reason: 'Tassa automobilistica' }],
          dueInDays: 15,
        }),
      ],
      c_d205: [
        debtPosition(today, {
          seed: 'marco/tari',
          description: 'TARI, rata unica',
          kind: paymentKinds.waste,
          components: [{ cents: 24320, reason: 'Tassa sui rifiuti' }],
          dueInDays: 10,
        }),
      ],
    },
    health: { recordStatus: 'open', consentNeeded: false },
    faults: [
      { source: 'notify', kind: 'unavailable', citizen: fiscalCode },
      { source: 'piemontepay/c_d205', kind: 'failing', citizen: fiscalCode },
    ],
  });
}

/** A slow source: NOTIFY takes eight seconds, one ente of PiemontePAY four. */
export function saraGallo(today: string): DemoCitizen {
  const fiscalCode = 'GLLSRA94R50L219D';
  return citizen({
    id: 'sara-gallo',
    givenName: 'Sara',
    familyName: 'Gallo',
    birthDate: '1994-10-10',
    scenario: {
      it: 'Le notifiche arrivano dopo otto secondi e i pagamenti del Comune di Torino dopo quattro; il resto subito.',
      en: 'Notices come after eight seconds and the payments of the Comune di Torino after four; the rest at once.',
    },
    wayIn: 'spid',
    level: 2,
    fiscalCode,
    messages: [
      message(today, fiscalCode, {
        seed: 'tari',
        daysAgo: 1,
        sender: 'Comune di Torino - Tributi',
        mex: { title: 'TARI: acconto', body: 'L’acconto della TARI è pronto.' },
      }),
      message(today, fiscalCode, {
        seed: 'borsa',
        daysAgo: 6,
        readDaysAgo: 5,
        sender: 'EDISU Piemonte',
        mex: {
          title: 'Borsa di studio: prima rata',
          body: '<p>La prima rata è stata <strong>accreditata</strong>.</p>',
        },
        tags: ['noticed'],
      }),
    ],
    debtPositions: {
      c_l219: [
        debtPosition(today, {
          seed: 'sara/tari',
          description: 'TARI, acconto',
          kind: paymentKinds.waste,
          components: [{ cents: 9875, reason: 'Tassa sui rifiuti' }],
          dueInDays: 18,
        }),
      ],
      edisu: [
        debtPosition(today, {
          seed: 'sara/edisu',
          description: 'Tassa regionale per il diritto allo studio',
          kind: paymentKinds.universityFee,
          components: [{ cents: 14000, reason: 'Tassa' }],
          dueInDays: 30,
        }),
      ],
      r_piemon: [
        debtPosition(today, {
          seed: 'sara/bollo',
          description: 'Tassa automobilistica, targa IL789MN',
          kind: paymentKinds.carTax,
          components: [{ cents: 13210, reason: 'Tassa automobilistica' }],
          dueInDays: -20,
          paidDaysAgo: 25,
        }),
      ],
    },
    health: { recordStatus: 'open', consentNeeded: false },
    faults: [
      { source: 'notify', kind: 'slow', citizen: fiscalCode, ms: 8000 },
      { source: 'piemontepay/c_l219', kind: 'slow', citizen: fiscalCode, ms: 4000 },
    ],
  });
}
