import { stringify } from 'csv-stringify/sync';
import { pageAddress, type OpenSheet } from '../open-catalogue.ts';

/** Values of a cell that holds several. */
const list = (values: readonly string[]) => values.join(' | ');

/**
 * The services as a table for spreadsheets, in Italian. Cells that a spreadsheet would take for a formula are written
 * so that it does not, and the byte order mark tells it that the text is UTF-8.
 * @param translations the languages that each sheet has been translated into, by its name
 * @param site the portal's own address
 */
export function servicesCsv(sheets: readonly OpenSheet[], translations: ReadonlyMap<string, readonly string[]>, locale: string, site: URL): string {
  const rows = sheets.map(({ slug, facts, texts, ente, office, lifeEvents }) => ({
    identificativo: slug,
    titolo: texts.title,
    descrizione: texts.summary,
    stato: facts.status === 'active' ? 'attivo' : 'non attivo',
    ente: ente.facts.name,
    codice_ipa: ente.ipa,
    ufficio: office.facts.name,
    argomenti: list(facts.topics),
    momenti_della_vita: list(lifeEvents),
    destinatari: list(facts.audiences),
    canali: list(facts.channels),
    online: facts.online ? (facts.online.concludable ? 'tutto' : 'in parte') : 'no',
    indirizzo_online: facts.online?.url ?? '',
    accesso: list(facts.online?.waysIn ?? []),
    sdg: list(facts.sdg?.codes ?? []),
    lingue: list(translations.get(slug) ?? []),
    scheda: pageAddress(locale, `/servizi/${slug}/`, site),
    esempio: texts.sample ? 'sì' : 'no',
    aggiornato: facts.updated,
  }));
  return stringify(rows, { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
