import type { StoredMessage } from '../systems/notify-message.ts';
import { citizen, type DemoCitizen } from './citizen.ts';
import { addDays } from './dates.ts';
import { debtPosition, type DebtPositionDraft } from './debt-positions.ts';
import { noticeNumber } from './identifiers.ts';
import { message, type MessageDraft } from './messages.ts';
import { paymentKinds } from './payment-kinds.ts';

const fiscalCode = 'FRRGLI88D52A859P';

const mealsSeed = 'giulia/mensa-2';
const wasteSeed = 'giulia/tari-2';

/** Much of everything: notices of many senders and shapes, payments at four enti. */
export function giuliaFerraris(today: string): DemoCitizen {
  const due = (draft: DebtPositionDraft) => debtPosition(today, draft);
  return citizen({
    id: 'giulia-ferraris',
    givenName: 'Giulia',
    familyName: 'Ferraris',
    birthDate: '1988-04-12',
    scenario: {
      it: 'Ha un po’ di tutto: avvisi da leggere, un pagamento scaduto ieri, altri in scadenza, il fascicolo sanitario aperto.',
      en: 'Has some of everything: notices to read, a payment that was due yesterday, others due soon, an open health record.',
    },
    wayIn: 'spid',
    level: 2,
    fiscalCode,
    messages: messages(today),
    debtPositions: {
      c_a859: [
        due({
          seed: mealsSeed,
          description: 'Mensa scolastica, secondo bimestre',
          kind: paymentKinds.schoolMeals,
          components: [
            { cents: 7800, reason: 'Pasti' },
            { cents: 800, reason: 'Quota fissa' },
          ],
          dueInDays: -1,
        }),
        due({
          seed: wasteSeed,
          description: 'TARI, seconda rata',
          kind: paymentKinds.waste,
          components: [
            { cents: 12143, reason: 'Tassa sui rifiuti' },
            { cents: 607, reason: 'Tributo provinciale' },
          ],
          dueInDays: 7,
        }),
        due({
          seed: 'giulia/mensa-1',
          description: 'Mensa scolastica, primo bimestre',
          kind: paymentKinds.schoolMeals,
          components: [{ cents: 7940, reason: 'Pasti e quota fissa' }],
          dueInDays: -62,
          paidDaysAgo: 66,
        }),
        due({
          seed: 'giulia/centro-estivo',
          description: 'Centro estivo, due settimane',
          kind: paymentKinds.summerCamp,
          components: [{ cents: 15000, reason: 'Iscrizione' }],
          dueInDays: -160,
          paidDaysAgo: 171,
        }),
      ],
      r_piemon: [
        due({
          seed: 'giulia/bollo-1',
          description: 'Tassa automobilistica, targa AB123CD',
          kind: paymentKinds.carTax,
          components: [{ cents: 19837, reason: 'Tassa automobilistica' }],
          dueInDays: 20,
        }),
        due({
          seed: 'giulia/bollo-0',
          description: 'Tassa automobilistica, targa AB123CD, anno precedente',
          kind: paymentKinds.carTax,
          components: [{ cents: 19837, reason: 'Tassa automobilistica' }],
          dueInDays: -345,
          paidDaysAgo: 352,
        }),
      ],
      asl_bi: [
        due({
          seed: 'giulia/ticket-2',
          description: 'Ticket per prestazione ambulatoriale',
          kind: paymentKinds.healthTicket,
          components: [{ cents: 3615, reason: 'Ticket' }],
          dueInDays: 12,
        }),
        due({
          seed: 'giulia/ticket-1',
          description: 'Ticket per prestazione ambulatoriale',
          kind: paymentKinds.healthTicket,
          components: [{ cents: 2050, reason: 'Ticket' }],
          dueInDays: -90,
          paidDaysAgo: 97,
        }),
      ],
      c_l219: [
        due({
          seed: 'giulia/sosta-1',
          description: 'Permesso di sosta temporaneo',
          kind: paymentKinds.parking,
          components: [{ cents: 4500, reason: 'Permesso' }],
          // Bought at the counter: there is no due date, and the receipt has not come yet.
          paidDaysAgo: 3,
          receipt: false,
        }),
        due({
          seed: 'giulia/sanzione-1',
          description: 'Verbale annullato dopo il ricorso',
          kind: paymentKinds.fine,
          components: [
            { cents: 4200, reason: 'Sanzione' },
            { cents: 1250, reason: 'Spese di notifica' },
          ],
          dueInDays: -30,
          cancelled: true,
        }),
      ],
    },
    health: { recordStatus: 'open', consentNeeded: false },
  });
}

function messages(today: string): StoredMessage[] {
  const drafts: MessageDraft[] = [
    {
      seed: 'voucher',
      daysAgo: 0,
      sender: 'Regione Piemonte - Voucher scuola',
      mex: {
        title: 'Il voucher scuola è stato assegnato',
        body: '<p>La tua domanda è stata accolta: il voucher vale <strong>250,00 euro</strong>.</p><ul><li>Puoi usarlo per libri di testo e trasporti.</li><li>Resta valido fino alla fine dell’anno scolastico.</li></ul><p>Trovi il saldo nella <a href="https://www.regione.piemonte.it/">pagina del voucher</a>.</p>',
        link: 'https://www.regione.piemonte.it/',
      },
      email: { subject: 'Voucher scuola assegnato', body: 'Il tuo voucher scuola è stato assegnato.' },
    },
    {
      seed: 'mensa',
      daysAgo: 1,
      sender: 'Comune di Biella - Servizi scolastici',
      mex: {
        title: 'Mensa scolastica: avviso scaduto',
        body: 'Il pagamento del secondo bimestre è scaduto. Puoi ancora pagarlo.',
      },
      io: {
        subject: 'Mensa scolastica: avviso scaduto',
        markdown: 'Il pagamento del **secondo bimestre** è scaduto. Puoi ancora pagarlo con questo avviso.',
        dueInDays: -1,
        payment: { cents: 8600, noticeNumber: noticeNumber(mealsSeed).codiceAvviso },
      },
    },
    {
      seed: 'tari',
      daysAgo: 3,
      sender: 'Comune di Biella - Tributi',
      io: {
        subject: 'TARI: seconda rata',
        markdown: 'La seconda rata della TARI è pronta.\n\nPuoi pagarla online, in banca o in posta.',
        dueInDays: 7,
        payment: { cents: 12750, noticeNumber: noticeNumber(wasteSeed).codiceAvviso },
      },
    },
    {
      seed: 'esenzione',
      daysAgo: 4,
      sender: 'ASL BI',
      mex: {
        title: 'Esenzione in scadenza',
        body: 'La tua esenzione scade tra pochi giorni. Puoi rinnovarla online o allo sportello.',
      },
      io: {
        subject: 'Esenzione in scadenza',
        markdown: 'La tua esenzione scade tra pochi giorni. Puoi rinnovarla online o allo sportello.',
        dueInDays: 7,
      },
      tags: ['sanita'],
    },
    {
      seed: 'appuntamento',
      daysAgo: 5,
      sender: 'Comune di Biella - Anagrafe',
      email: {
        subject: 'Appuntamento per la carta d’identità',
        body: '<p>Il tuo appuntamento è confermato.</p><p>Porta una fototessera e il vecchio documento.</p>',
      },
      sms: 'Appuntamento confermato allo sportello Anagrafe. Porta una fototessera.',
      memo: {
        start: `${addDays(today, 9)}T10:30:00`,
        end: `${addDays(today, 9)}T10:50:00`,
        summary: 'Carta d’identità',
        description: 'Portare una fototessera e il vecchio documento.',
        organizer: 'Comune di Biella',
        location: 'Sportello Anagrafe, via Battistero 4, Biella',
      },
    },
    {
      seed: 'iscrizione',
      daysAgo: 9,
      readDaysAgo: 8,
      sender: 'Comune di Biella - Servizi scolastici',
      mex: {
        title: 'Iscrizione alla mensa confermata',
        body: '<p>L’iscrizione è confermata.</p><p>Il menù cambia ogni settimana.</p>',
      },
      tags: ['noticed'],
    },
    {
      seed: 'referto',
      daysAgo: 11,
      readDaysAgo: 10,
      sender: 'Salute Piemonte',
      mex: {
        title: 'Un nuovo documento nel fascicolo sanitario',
        body: 'C’è un nuovo documento. Aprilo dal Fascicolo Sanitario Elettronico.',
      },
      tags: ['sanita', 'noticed'],
    },
    {
      seed: 'bollo',
      daysAgo: 14,
      readDaysAgo: 14,
      sender: 'Regione Piemonte - Bollo auto',
      io: { subject: 'Bollo auto in scadenza', markdown: 'Il bollo della tua auto scade tra poco.', dueInDays: 20 },
      tags: ['noticed'],
    },
    {
      seed: 'biblioteca',
      daysAgo: 20,
      readDaysAgo: 19,
      sender: 'Polo bibliotecario biellese',
      // A sender that writes only an e-mail, and gives it no subject.
      email: { body: 'Il libro che hai prenotato è pronto. Lo teniamo per te sette giorni.' },
    },
    {
      seed: 'strada',
      daysAgo: 26,
      readDaysAgo: 26,
      // The service did not give its name.
      mex: { title: 'Lavori in via Italia', body: 'La via resta chiusa alle auto per due settimane.' },
      bulk: 'lavori-via-italia',
    },
    {
      seed: 'pagato',
      daysAgo: 66,
      readDaysAgo: 66,
      sender: 'PiemontePAY',
      mex: {
        title: 'Pagamento ricevuto: mensa scolastica',
        body: 'Abbiamo ricevuto 79,40 euro. La ricevuta è nei tuoi pagamenti.',
      },
      tags: ['noticed'],
    },
    {
      seed: 'sconosciuto',
      daysAgo: 80,
      readDaysAgo: 79,
      sender: 'Comune di Torino - Mobilità',
      // Only a title: the body was left empty.
      mex: { title: 'Permesso di sosta: domanda ricevuta' },
    },
    {
      seed: 'sondaggio',
      daysAgo: 120,
      readDaysAgo: 118,
      sender: 'Regione Piemonte',
      mex: {
        title: 'Consultazione sul trasporto locale',
        body: '<h2>Dicci la tua</h2><p>Rispondere richiede <em>cinque minuti</em>.</p>',
        link: 'https://www.regione.piemonte.it/',
      },
      bulk: 'consultazione-trasporti',
      tags: ['noticed'],
    },
    {
      seed: 'benvenuto',
      daysAgo: 200,
      readDaysAgo: 200,
      sender: 'Regione Piemonte',
      mex: { title: 'Le notifiche sono attive', body: 'Da oggi ricevi qui gli avvisi della Regione e degli enti.' },
      tags: ['noticed'],
    },
  ];
  return drafts.map((draft) => message(today, fiscalCode, draft));
}
