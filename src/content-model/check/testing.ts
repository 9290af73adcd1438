import { pagesOf } from './addresses.ts';
import { checkContent, type CheckInput } from './check.ts';
import { inOneLine } from './finding.ts';

/** A small portal without a fault: tests put one file into it, or in the place of another. */
const portal: Readonly<Record<string, string>> = {
  'content/portal.json': `{
  "administration": { "ipa": "r_prova", "fiscalCode": "80087670016" },
  "languages": [{ "code": "it" }, { "code": "en" }],
  "enti": [{ "ipa": "r_prova", "fiscalCode": "80087670016" }]
}`,
  'content/enti/it/r_prova.md': `---
name: Regione di prova
kind: region
summary: Una regione che serve solo a provare.
fiscalCode: '80087670016'
website: https://www.regione.prova.it/
sample: true
updated: 2026-11-01
---
`,
  'content/offices/it/sportello.md': `---
name: Sportello
ente: r_prova
sample: true
updated: 2026-11-01
---
`,
  'content/topics/it/salute.md': `---
title: Salute
summary: Cure, medici e visite.
updated: 2026-11-01
---
`,
  'content/pages/it/assistenza.md': `---
title: Assistenza
summary: A chi chiedere quando qualcosa non funziona.
sample: true
updated: 2026-11-01
---

## Prenotare {#prenotare}

Chiama lo sportello.
`,
};

/** A service sheet without a fault, its lines changed as told; a line changed into nothing falls out. */
export function sheet(changes: Readonly<Record<string, string>> = {}): string {
  const lines = [
    '---',
    'title: Scegliere il medico',
    'summary: Scegli il tuo medico di famiglia.',
    'status: active',
    'topics: [salute]',
    'audiences: [citizens]',
    'ente: r_prova',
    'office: sportello',
    'whoFor: A chi vive qui.',
    'howTo: |',
    '  1. Apri il servizio.',
    '  2. Scegli il medico.',
    'needed:',
    '  - La tessera',
    'outcome: Il medico.',
    'deadlines: Quando vuoi.',
    'costs: È gratis.',
    'access: Online.',
    'conditions: Nessuna.',
    'sample: true',
    'updated: 2026-11-01',
    '---',
    '',
  ];
  return lines
    .flatMap((line) => changes[line] ?? line)
    .filter((line) => line !== '-')
    .join('\n');
}

/** The English translation of that sheet. */
export const translation = `---
title: Choose your doctor
summary: Choose the doctor of your family.
whoFor: To those who live here.
howTo: Open the service.
needed:
  - The card
outcome: The doctor.
deadlines: Whenever you like.
costs: It is free.
access: Online.
conditions: None.
sample: true
translatedFrom: 2026-11-01
---
`;

export const sheetPath = 'content/services/it/medico.md';
export const translationPath = 'content/services/en/medico.md';

const routes = [
  '[...locale]/index.astro',
  '[...locale]/servizi/[...list].astro',
  '[...locale]/servizi/[slug].astro',
  '[...locale]/[page].astro',
];

/** The report on the small portal with some files added or changed, on 23 November 2026. */
export function reportOn(files: Readonly<Record<string, string>>) {
  const input: CheckInput = {
    files: Object.entries({ ...portal, ...files }).map(([path, text]) => ({ path, text })),
    pages: pagesOf(routes, ['/servizi/per/cittadini/']),
    publicFiles: new Set(['/portal/logo.svg']),
    today: '2026-11-23',
  };
  return checkContent(input);
}

/** What the check says about the small portal, one line each; warnings begin with `avviso`. */
export const saidOf = (files: Readonly<Record<string, string>>): string[] =>
  reportOn(files).findings.map((finding) => `${finding.severity === 'warning' ? 'avviso ' : ''}${inOneLine(finding)}`);
