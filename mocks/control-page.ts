/** The control page of the demo back ends: who the citizens are, and which faults are in force. */
import { z } from 'zod';
import portal from '../content/portal.json' with { type: 'json' };
import { defaultSlowness, faultKinds, faultSources, type Fault, type FaultKind } from './faults.ts';
import { html, type Html, type Page } from './html.ts';
import type { World } from './world.ts';

const kindNames: Record<FaultKind, string> = {
  slow: 'lenta',
  failing: 'in errore (500)',
  unavailable: 'non disponibile (503)',
  throttled: 'troppe richieste (429)',
  malformed: 'risposta della forma sbagliata',
  truncated: 'risposta interrotta',
  silent: 'muta: non risponde mai',
};

/** The longest that a source may be slow, in milliseconds. */
const longestSlowness = 600_000;

const faultRequest = z.object({
  source: z.string(),
  kind: z.enum([...faultKinds, 'none']),
  citizen: z.string().optional(),
  ms: z.coerce.number().int().min(0).max(longestSlowness).optional(),
});

/** What was asked of `/control/faults`, or the sentence that says why it cannot be done. */
export type FaultChange = { fault: Fault } | { clear: { source: string; citizen?: string } } | { refused: string };

/** Reads a request to change a fault; empty texts, as forms send them, count as left out. */
export function readFaultChange(world: World, input: unknown): FaultChange {
  if (typeof input !== 'object' || input === null) return { refused: 'Send an object with source and kind.' };
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ''));
  const parsed = faultRequest.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
    return {
      refused: `Not understood: ${names}. Kinds are none, ${faultKinds.join(', ')}; ms is 0 to ${longestSlowness}.`,
    };
  }
  const { source, kind, ms } = parsed.data;
  if (!faultSources.includes(source))
    return { refused: `There is no source "${source}". Sources: ${faultSources.join(', ')}.` };
  const citizen = fiscalCodeOf(world, parsed.data.citizen);
  if (citizen === null)
    return { refused: `There is no demo citizen with the fiscal code or name "${parsed.data.citizen}".` };
  const target = { source, ...(citizen === undefined ? {} : { citizen }) };
  if (kind === 'none') return { clear: target };
  return { fault: { ...target, kind, ...(kind === 'slow' ? { ms: ms ?? defaultSlowness } : {}) } };
}

/** The fiscal code of a citizen named by it or by id; undefined for nobody in particular, null when not known. */
function fiscalCodeOf(world: World, name: string | undefined): string | null | undefined {
  if (name === undefined) return undefined;
  return world.citizens.find((citizen) => citizen.fiscalCode === name || citizen.id === name)?.fiscalCode ?? null;
}

function nameOfSource(source: string): string {
  const [system, ipa] = source.split('/');
  if (system === 'notify') return 'NOTIFY (notifiche)';
  if (system === 'health') return 'Porta d’ingresso del fascicolo sanitario';
  const ente = portal.enti.find((each) => each.ipa === ipa);
  return ente === undefined ? 'PiemontePAY, tutti gli enti' : `PiemontePAY, ${ente.name}`;
}

/** The page itself. */
export function controlPage(world: World, portalOrigin: string): Page {
  const groups = ['notify', 'piemontepay', 'health'].map((system) => ({
    system,
    sources: faultSources.filter((source) => source === system || source.startsWith(`${system}/`)),
  }));
  return {
    title: 'Sistemi di prova',
    body: html`<h1>Sistemi di prova</h1>
<p>Qui stanno le imitazioni dei sistemi che il portale interroga. Le date si contano dal ${world.today}.
<a href="${portalOrigin}/">Vai al portale</a>.</p>
<p lang="en">These are the imitations of the systems that the portal asks. Dates are counted from ${world.today}.</p>

<h2>Guasti in corso</h2>
${faultTable(world)}
<form method="post" action="/control/reset"><button class="plain">Rimetti tutto come all’inizio</button></form>
<p>Così tornano com’erano anche gli avvisi letti e i pagamenti fatti.</p>

<h2>Metti un guasto</h2>
${groups.map(({ system, sources }) => faultForm(world, system, sources))}

<h2>Cittadini di prova</h2>
<ul class="rows">
${world.citizens.map(
  (citizen) => html`<li>
<strong>${citizen.fullName}</strong>
${citizen.fiscalCode === null ? undefined : html`<code>${citizen.fiscalCode}</code>`}
<p>${citizen.scenario.it}</p>
<p lang="en">${citizen.scenario.en}</p>
</li>`,
)}
</ul>`,
  };
}

function citizenName(world: World, fiscalCode: string | undefined): string {
  if (fiscalCode === undefined) return 'tutti';
  return world.citizens.find((citizen) => citizen.fiscalCode === fiscalCode)?.fullName ?? fiscalCode;
}

function faultTable(world: World): Html {
  const faults = world.faults.list();
  if (faults.length === 0) return html`<p>Nessuno: tutti i sistemi rispondono.</p>`;
  return html`<div class="scroll" role="region" aria-labelledby="faults" tabindex="0"><table>
<caption id="faults">Ogni guasto, per chi vale e come si toglie</caption>
<thead><tr>
<th scope="col">Fonte</th><th scope="col">Guasto</th><th scope="col">Per chi</th><th scope="col">Togli</th>
</tr></thead>
<tbody>
${faults.map((fault) => faultRow(fault, citizenName(world, fault.citizen)))}
</tbody></table></div>`;
}

function faultRow(fault: Fault, who: string): Html {
  const source = nameOfSource(fault.source);
  const kind = fault.ms === undefined ? kindNames[fault.kind] : `${kindNames[fault.kind]}, ${fault.ms} ms`;
  return html`<tr><th scope="row">${source}</th><td>${kind}</td><td>${who}</td><td>
<form method="post" action="/control/faults">
<input type="hidden" name="source" value="${fault.source}">
<input type="hidden" name="citizen" value="${fault.citizen ?? ''}">
<button class="plain" name="kind" value="none" aria-label="Togli: ${source}, ${who}">Togli</button>
</form></td></tr>`;
}

function faultForm(world: World, system: string, sources: readonly string[]): Html {
  const option = (value: string, text: string) => html`<option value="${value}">${text}</option>`;
  const sourceOptions = sources.map((source) => option(source, nameOfSource(source)));
  const kindOptions = faultKinds.map((kind) => option(kind, kindNames[kind]));
  const citizenOptions = world.citizens.flatMap(({ fiscalCode, fullName }) =>
    fiscalCode === null ? [] : [option(fiscalCode, fullName)],
  );
  return html`<form method="post" action="/control/faults"><fieldset>
<legend>${nameOfSource(system).split(',')[0]}</legend>
${
  sources.length === 1
    ? html`<input type="hidden" name="source" value="${system}">`
    : html`<label>Ente<select name="source">${sourceOptions}</select></label>`
}
<label>Come risponde<select name="kind">${option('none', 'bene')}${kindOptions}</select></label>
<label>Per chi<select name="citizen">${option('', 'tutti')}${citizenOptions}</select></label>
<label>Ritardo in millisecondi, se è lenta
<input name="ms" inputmode="numeric" pattern="[0-9]*" placeholder="${defaultSlowness}"></label>
<button>Applica</button>
</fieldset></form>`;
}
