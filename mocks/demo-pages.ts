/** Tiny pages in the place of those that the systems link to, so that every link opens the right one. */
import { dayInItaly } from '../src/domain/day.ts';
import { html, type Page } from './html.ts';
import { healthServiceIds, type HealthServiceId } from './systems/health-record.ts';
import { paymentStates } from './systems/piemontepay-contract.ts';
import type { Organization } from './systems/piemontepay-store.ts';
import type { World } from './world.ts';

const healthServices: Record<HealthServiceId, { it: string; en: string }> = {
  record: { it: 'Fascicolo Sanitario Elettronico', en: 'electronic health record' },
  doctor: { it: 'Il mio medico', en: 'my doctor' },
  bookings: { it: 'Prenotazione di visite ed esami', en: 'booking of visits and tests' },
  tickets: { it: 'Pagamento del ticket', en: 'payment of health charges' },
  reports: { it: 'Ritiro dei referti', en: 'collection of reports' },
};

/** The page in the place of a health service; undefined when there is no service with that name. */
export function healthServicePage(id: string, portalOrigin: string): Page | undefined {
  const known = healthServiceIds.find((each) => each === id);
  if (known === undefined) return undefined;
  const service = healthServices[known];
  return {
    title: `${service.it} (dimostrazione)`,
    body: html`<h1>${service.it}</h1>
<p>Qui, nel portale vero, si apre il servizio. Questa è una dimostrazione: non c’è alcun dato sanitario.</p>
<p lang="en">In the real portal the service opens here (${service.en}). This is a demonstration: there are no health data.</p>
<p><a href="${portalOrigin}/area/salute/">Torna al portale</a></p>`,
  };
}

/** The page in the place of pagoPA's checkout; undefined when there is no such debt position. */
export function paymentPage(
  world: World,
  organization: Organization,
  iuv: string,
  portalOrigin: string,
): Page | undefined {
  const position = world.piemontepay.byIuv(organization, iuv);
  if (position === undefined) return undefined;
  const amount = new Intl.NumberFormat('it', { style: 'currency', currency: 'EUR' }).format(position.importo);
  const payable = position.codiceStatoPagamento === paymentStates.notPaid.code;
  return {
    title: 'Pagamento di prova',
    body: html`<h1>${payable ? `Paga ${amount}` : 'Pagamento di prova'}</h1>
<p>${position.descrizionePagamento}, ${organization.name}.</p>
<p>Numero avviso <code>${position.codiceAvviso}</code></p>
<p>Questa è una dimostrazione: non si paga niente.</p>
<p lang="en">This is a demonstration: nothing is paid.</p>
${
  payable
    ? html`<form method="post"><button>Paga per prova ${amount}</button></form>`
    : html`<p><strong>Stato: ${position.descrizioneStatoPagamento}.</strong></p>`
}
<p><a href="${portalOrigin}/area/pagamenti/">Torna al portale</a></p>`,
  };
}

/** Marks a debt position as paid now; false when it cannot be paid. */
export function pay(world: World, organization: Organization, iuv: string): boolean {
  const now = world.now();
  const time = now.toLocaleTimeString('it', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' });
  return world.piemontepay.pay(organization, iuv, `${dayInItaly(now)}T${time}:00`);
}
