/** The pages of the imitated identity provider. */
import { levelOfAcr } from './assurance.ts';
import type { DemoCitizen } from './citizens/index.ts';
import { Html, html, type Page } from './html.ts';

const waysIn: Record<DemoCitizen['wayIn'], string> = { spid: 'SPID', cie: 'CIE', eidas: 'eIDAS', cns: 'TS-CNS' };

/** The list of demo citizens, each with a button that carries the name. */
export function choicePage(
  citizens: readonly DemoCitizen[],
  requested: readonly string[],
  portals: readonly string[],
): Page {
  const levels = requested.map(levelOfAcr);
  const onlyLevel2 = levels.includes(2) && !levels.includes(1);
  return {
    title: 'Scegli un cittadino di prova',
    formTargets: portals,
    body: html`<h1>Scegli un cittadino di prova</h1>
<p><strong>Questa è una dimostrazione.</strong>
Nessuno ti chiede un’identità vera: le persone qui sotto non esistono, e nemmeno i loro dati.</p>
<p lang="en"><strong>This is a demonstration.</strong>
No real identity is asked: the people below do not exist, nor do their data.</p>
${onlyLevel2 ? html`<p>Il portale chiede il livello 2: chiunque scegli entra con il livello 2.</p>` : undefined}
<ul class="rows">
${citizens.map(
  (citizen) => html`<li>
<form method="post">
<button name="citizen" value="${citizen.id}" aria-describedby="about-${citizen.id}">${citizen.fullName}</button>
</form>
<div id="about-${citizen.id}">
<p>${waysIn[citizen.wayIn]}, livello ${citizen.level}. ${citizen.scenario.it}</p>
<p lang="en">${citizen.scenario.en}</p>
</div>
</li>`,
)}
</ul>
<form method="post"><button class="plain" name="cancel" value="yes">Annulla</button></form>`,
  };
}

/** Ends the session. `leaving` goes on by itself where scripts run; otherwise the person is asked once. */
export function logoutPage(form: string, portals: readonly string[], leaving: boolean): Page {
  return {
    title: 'Esci',
    formTargets: portals,
    body: html`<h1>Esci dalla dimostrazione</h1>
<p>Anche il servizio di identità di prova ti dimentica.</p>
<p lang="en">The demo identity service forgets you too.</p>
${new Html(form)}
<button id="leave" form="op.logoutForm" name="logout" value="yes">Esci <span lang="en">(sign out)</span></button>`,
    ...(leaving
      ? { script: "document.getElementById('op.logoutForm').requestSubmit(document.getElementById('leave'));" }
      : {}),
  };
}

/** Shown after leaving when the portal named no page to return to. */
export function goodbyePage(portal: string | undefined): Page {
  return {
    title: 'Sei uscito',
    body: html`<h1>Sei uscito</h1>
<p>Il servizio di identità di prova non ti ricorda più.</p>
<p lang="en">The demo identity service has forgotten you.</p>
${back(portal)}`,
  };
}

/** What went wrong, by the error's OpenID name. */
export function errorPage(error: string, portal: string | undefined): Page {
  return {
    title: 'L’accesso non è andato avanti',
    body: html`<h1>L’accesso non è andato avanti</h1>
<p>La richiesta non è valida o è scaduta. Torna al portale e ricomincia.</p>
<p lang="en">The request is not valid or has expired. Go back to the portal and start again.</p>
<p>Codice: <code>${error}</code></p>
${back(portal)}`,
  };
}

function back(portal: string | undefined): Html | undefined {
  return portal === undefined ? undefined : html`<p><a href="${portal}/">Torna al portale</a></p>`;
}
