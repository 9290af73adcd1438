import { expect, it } from 'vitest';
import { servicesCsv } from './csv.ts';
import { italian, region, sheetOf, site } from './testing.ts';

const table = (sheets = italian) => servicesCsv(sheets, new Map([['bollo', ['it', 'en']]]), 'it', site);

it('is a table that spreadsheets read: byte order mark, names of columns, a line for each service', () => {
  const text = table();
  expect(text.startsWith('\uFEFFidentificativo,titolo,')).toBe(true);
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + italian.length);
  expect(lines[1]).toContain('bollo,Servizio bollo');
  expect(lines[1]).toContain('tutto,https://servizi.example.it/,spid | cie | eidas,F3,it | en,https://portale.example.it/servizi/bollo/');
  expect(lines[3]).toContain('non attivo');
});

it.each(['=1+1', '+39 011', '-2', '@SUM(A1)', '\t=1'])('writes a text that begins like a formula (%s) so that it is none', (title) => {
  const sheet = sheetOf('formula', region);
  const [, line = ''] = table([{ ...sheet, texts: { ...sheet.texts, title } }]).split('\r\n');
  expect(line).toContain(`'${title}`);
});

it('keeps commas, quotes and line ends inside a cell', () => {
  const sheet = sheetOf('cella', region);
  expect(table([{ ...sheet, texts: { ...sheet.texts, title: 'Uno, "due"\ntre' } }])).toContain('"Uno, ""due""\ntre"');
});
