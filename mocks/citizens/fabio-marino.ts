import type { DebtPositionDetail } from '../systems/piemontepay-contract.ts';
import { citizen, type DemoCitizen } from './citizen.ts';
import { debtPosition } from './debt-positions.ts';
import { message } from './messages.ts';
import { paymentKinds } from './payment-kinds.ts';

const fiscalCode = 'MRNFBA75T20L219H';

const topics = [
  {
    sender: 'Comune di Torino - Servizi scolastici',
    title: 'Mensa scolastica: estratto conto',
    body: 'L’estratto conto del mese è pronto.',
  },
  { sender: 'Comune di Torino - Tributi', title: 'TARI: promemoria', body: 'Ricordati di controllare le tue rate.' },
  {
    sender: 'Regione Piemonte - Bollo auto',
    title: 'Bollo auto: promemoria',
    body: 'Controlla la scadenza del tuo bollo.',
  },
  { sender: 'ASL TO3', title: 'Promemoria di un appuntamento', body: 'Hai un appuntamento nei prossimi giorni.' },
  {
    sender: 'Comune di Torino - Mobilità',
    title: 'Modifiche alla viabilità',
    body: '<p>Alcune vie del quartiere cambiano <strong>senso di marcia</strong>.</p>',
  },
  {
    sender: 'Biblioteche civiche torinesi',
    title: 'Prestito in scadenza',
    body: 'Il libro va restituito entro una settimana.',
  },
] as const;

/** Very much: 300 notices and 40 payments, so that lists have many pages. */
export function fabioMarino(today: string): DemoCitizen {
  return citizen({
    id: 'fabio-marino',
    givenName: 'Fabio',
    familyName: 'Marino',
    birthDate: '1975-12-20',
    scenario: {
      it: 'Usa tutto da anni: ha 300 avvisi e 40 pagamenti, su molte pagine.',
      en: 'Has used everything for years: 300 notices and 40 payments, over many pages.',
    },
    wayIn: 'spid',
    level: 2,
    fiscalCode,
    messages: Array.from({ length: 300 }, (_, index) => {
      const topic = topics[index % topics.length] ?? topics[0];
      const daysAgo = 1 + index * 3;
      return message(today, fiscalCode, {
        seed: `notice-${index}`,
        daysAgo,
        time: `${String(7 + (index % 9)).padStart(2, '0')}:15`,
        sender: topic.sender,
        mex: { title: `${topic.title} (${300 - index})`, body: topic.body },
        // The newest twenty are unread, and one in ten of the others.
        ...(index < 20 || index % 10 === 0 ? {} : { readDaysAgo: daysAgo - 1, tags: ['noticed'] }),
      });
    }),
    debtPositions: {
      c_l219: positions(today, 'sport', 20, 'Campo di calcetto', paymentKinds.sports, 2750),
      r_piemon: positions(today, 'bollo', 12, 'Tassa automobilistica, targa PQ012RS', paymentKinds.carTax, 18043),
      asl_to3: positions(today, 'ticket', 8, 'Ticket per prestazione ambulatoriale', paymentKinds.healthTicket, 1575),
    },
    health: { recordStatus: 'open', consentNeeded: false },
  });
}

/** A series of payments of one kind: the first two are to be paid, the others were paid one month after the other. */
function positions(
  today: string,
  name: string,
  count: number,
  description: string,
  kind: { code: string; name: string },
  cents: number,
): DebtPositionDetail[] {
  return Array.from({ length: count }, (_, index) =>
    debtPosition(today, {
      seed: `fabio/${name}-${index}`,
      description: `${description} (${count - index})`,
      kind,
      components: [{ cents: cents + index * 10, reason: kind.name }],
      dueInDays: 24 - index * 30 + (index === 1 ? 30 : 0),
      ...(index < 2 ? {} : { paidDaysAgo: index * 30 - 20 }),
    }),
  );
}
