import { describe, expect, it } from 'vitest';
import { inOneLine, totals } from './finding.ts';
import { reportOn, saidOf, sheet, sheetPath, translation, translationPath } from './testing.ts';

it('finds nothing in a portal without faults', () => {
  expect(saidOf({ [sheetPath]: sheet(), [translationPath]: translation })).toEqual([]);
});

it('says file, line and field, and ends with the totals', () => {
  const { files, findings } = reportOn({ [sheetPath]: sheet({ 'topics: [salute]': 'topics: [salut]' }) });
  expect(findings.map(inOneLine)).toEqual([
    'content/services/it/medico.md:5 campo "topics, voce 1": "salut" non esiste: non c’è il file content/topics/it/salut.md. Forse è "salute".',
  ]);
  expect(totals(files.length, findings)).toBe('6 file controllati: 1 errore, 0 avvisi');
});

describe('a sheet with a fault', () => {
  it.each([
    ['a missing field', { 'costs: È gratis.': '-' }, ':2 campo "costs": questo campo manca: è obbligatorio.'],
    [
      'a field that does not exist',
      { 'costs: È gratis.': 'costs: È gratis.\ncosti: 3' },
      ':18 campo "costi": questo campo non esiste',
    ],
    [
      'a wrong word',
      { 'status: active': 'status: attivo' },
      ':4 campo "status": il valore deve essere uno di questi: active, inactive.',
    ],
    [
      'a day that does not exist',
      { 'updated: 2026-11-01': 'updated: 2026-02-30' },
      ':21 campo "updated": deve essere un giorno del calendario',
    ],
    [
      'a day written otherwise',
      { 'updated: 2026-11-01': 'updated: 01/11/2026' },
      ':21 campo "updated": deve essere un giorno del calendario',
    ],
    ['a date in a text', { 'costs: È gratis.': 'costs: 2026-11-01' }, ':17 campo "costs": qui va un testo'],
    ['a colon without quotes', { 'title: Scegliere il medico': 'title: Medico: come si sceglie' }, ':2: '],
    ['a field twice', { 'costs: È gratis.': 'costs: È gratis.\ncosts: 3 euro' }, ':18: questo campo c’è già'],
    ['an office that is not there', { 'office: sportello': 'office: altro' }, ':8 campo "office": "altro" non esiste'],
    [
      'an end before the beginning',
      { 'sample: true': 'sample: true\npublishAt: 2026-12-01\nexpiresAt: 2026-11-30' },
      ':22 campo "expiresAt": la fine',
    ],
    [
      'HTML in Markdown',
      { '  2. Scegli il medico.': '  2. Scegli <b>il</b> medico.' },
      ':12 campo "howTo": l’HTML si vede come testo: togli <b>',
    ],
    [
      'HTML elsewhere',
      { '  - La tessera': '  - La <i>tessera</i>' },
      ':14 campo "needed, voce 1": l’HTML si vede come testo',
    ],
    [
      'marks where they do not work',
      { 'title: Scegliere il medico': "title: '**Scegliere** il medico'" },
      ':2 campo "title": in questo campo grassetto',
    ],
    [
      'a page that does not exist',
      { '  2. Scegli il medico.': '  2. Vedi [qui](/servizi/medic/).' },
      ':12 campo "howTo": la pagina /servizi/medic/ non esiste nel portale: manca content/services/it/medic.md. Forse è /servizi/medico/.',
    ],
    [
      'an address of no page',
      { 'access: Online.': 'access: "[Qui](/uno/due/)"' },
      ':18 campo "access": la pagina /uno/due/ non esiste',
    ],
    [
      'the prefix of Italian',
      { 'access: Online.': 'access: "[Qui](/it/servizi/)"' },
      ':18 campo "access": /it/servizi/ non esiste',
    ],
    [
      'a link that would be text',
      { 'access: Online.': 'access: "[Qui](www.prova.it)"' },
      ':18 campo "access": "www.prova.it" non diventa un collegamento',
    ],
    [
      'a link without words',
      { 'access: Online.': 'access: "Vai [](/servizi/)"' },
      ':18 campo "access": il collegamento a /servizi/ non ha parole',
    ],
    [
      'a picture without text',
      { 'access: Online.': 'access: "![](/portal/logo.svg)"' },
      ':18 campo "access": l’immagine /portal/logo.svg non ha un testo',
    ],
    [
      'a picture that is missing',
      { 'access: Online.': 'access: "![Logo](/logo.png)"' },
      ':18 campo "access": l’immagine /logo.png non c’è: manca il file public/logo.png',
    ],
    [
      'a picture of another site',
      { 'access: Online.': 'access: "![Logo](https://www.prova.it/a.png)"' },
      ':18 campo "access": l’immagine https://www.prova.it/a.png deve stare nel portale',
    ],
  ])('%s', (_, changes, said) => {
    expect(saidOf({ [sheetPath]: sheet(changes) })).toEqual([expect.stringContaining(`${sheetPath}${said}`)]);
  });
});

describe('files', () => {
  it.each([
    ['content/services/it/Medico.md', 'il nome del file ha solo lettere minuscole'],
    ['content/services/it/medico_base.md', 'il nome del file ha solo lettere minuscole'],
    ['content/services/it/salute/medico.md', 'il sito non legge le sottocartelle'],
    ['content/services/xx/medico.md', '"xx" non è una lingua del portale'],
    ['content/services/it/medico.txt', 'il sito legge solo i file che finiscono con “.md”'],
    ['content/servizi/it/medico.md', 'il sito non legge questo file'],
    ['content/offices/en/sportello.md', 'questi testi non si traducono'],
    ['content/services/en/altro.md', 'è la traduzione di un testo che non c’è: manca content/services/it/altro.md'],
  ])('%s', (path, said) => {
    const text = path.includes('/en/') ? translation : sheet();
    expect(saidOf({ [path]: text })).toEqual([expect.stringContaining(`${path}:1: ${said}`)]);
  });

  it('that only keep or explain a folder are no contents', () => {
    expect(saidOf({ 'content/services/it/.gitkeep': '', 'content/README.md': '# Testi' })).toEqual([]);
  });

  it('without the lines of hyphens', () => {
    expect(saidOf({ [sheetPath]: 'title: Medico' })).toEqual([
      expect.stringContaining('fra due righe di tre trattini'),
    ]);
  });

  it('with the same name but for capitals and accents', () => {
    expect(saidOf({ [sheetPath]: sheet(), 'content/services/it/mèdico.md': sheet() })).toContainEqual(
      expect.stringContaining('il nome è lo stesso di content/services/it/medico.md'),
    );
  });

  it('that claim the same place among the most used', () => {
    const popular = sheet({ 'sample: true': 'sample: true\npopularity: 30' });
    expect(saidOf({ [sheetPath]: popular, 'content/services/it/visite.md': popular })).toEqual([
      expect.stringContaining(
        'content/services/it/visite.md:21 campo "popularity": il posto 30 è già di content/services/it/medico.md',
      ),
    ]);
  });

  it('with a body nobody would see, or without the one there should be', () => {
    const page = 'content/pages/it/vuota.md';
    expect(
      saidOf({
        [sheetPath]: `${sheet()}\nTesto.`,
        [page]: '---\ntitle: Vuota\nsummary: Una pagina senza il testo.\nsample: true\nupdated: 2026-11-01\n---\n',
      }),
    ).toEqual([
      expect.stringContaining(`${page}:6: manca il testo`),
      expect.stringContaining(`${sheetPath}:23: il testo sotto i campi non si vede`),
    ]);
  });

  it('that would take the address of a page of the portal', () => {
    const page =
      '---\ntitle: Servizi\nsummary: Una pagina di troppo nel portale.\nsample: true\nupdated: 2026-11-01\n---\n\nTesto.\n';
    expect(saidOf({ 'content/pages/it/servizi.md': page })).toEqual([
      expect.stringContaining('l’indirizzo /servizi/ è già di un’altra pagina'),
    ]);
  });
});

describe('translations', () => {
  const calendar = 'calendar:\n  - what: Fine\n    day: 2027-01-31\n  - what: Risposta\n    afterDays: 30\n';
  const source = sheet({ 'sample: true': `${calendar}sample: true` });
  const translated = (text: string) => translation.replace('sample: true', `${text}sample: true`);

  it('repeat the dates of the Italian text', () => {
    expect(saidOf({ [sheetPath]: source, [translationPath]: translated(calendar) })).toEqual([]);
    expect(saidOf({ [sheetPath]: source, [translationPath]: translation })).toEqual([
      expect.stringContaining('campo "calendar": le voci sono 0, nel testo italiano 2'),
    ]);
    expect(saidOf({ [sheetPath]: source, [translationPath]: translated(calendar.replace('01-31', '01-30')) })).toEqual([
      expect.stringContaining(
        `${translationPath}:15 campo "calendar, voce 1, day": la data non è quella del testo italiano`,
      ),
    ]);
  });

  it('older than their Italian text are told so, with the days', () => {
    expect(
      saidOf({ [sheetPath]: sheet({ 'updated: 2026-11-01': 'updated: 2026-11-11' }), [translationPath]: translation }),
    ).toEqual([
      expect.stringMatching(/^avviso .*medico\.md:14 campo "translatedFrom": traduzione vecchia: .* 10 giorni dopo/),
    ]);
  });

  it('of the most used services are missed', () => {
    expect(saidOf({ [sheetPath]: sheet({ 'sample: true': 'sample: true\npopularity: 3' }) })).toEqual([
      expect.stringMatching(/^avviso .*campo "popularity": .* mancano le traduzioni in inglese\.$/),
    ]);
  });
});

describe('time', () => {
  it.each([
    ['expiresAt: 2026-11-20', 'non è più nel sito da 3 giorni'],
    ['expiresAt: 2026-11-24', 'esce dal sito fra 1 giorno'],
    ['checkedOn: 2025-11-01', 'non si controllano da più di un anno'],
    ['calendar: [{ what: Fine, day: 2026-10-31 }]', 'la scadenza del 2026-10-31 è passata'],
  ])('%s', (line, said) => {
    expect(saidOf({ [sheetPath]: sheet({ 'sample: true': `sample: true\n${line}` }) })).toEqual([
      expect.stringMatching(`^avviso .*:21 campo .*${said}`),
    ]);
  });

  it('ends alerts, whose instants have an offset', () => {
    const alert =
      '---\ntitle: Vento forte\nsummary: Resta in casa finché il vento è forte.\nseverity: info\nente: r_prova\nvalidFrom: 2026-11-01T08:00:00+01:00\nvalidUntil: 2026-11-02T08:00:00+01:00\nsample: true\nupdated: 2026-11-01\n---\n';
    expect(saidOf({ 'content/alerts/it/vento.md': alert })).toEqual([
      expect.stringContaining(':7 campo "validUntil": l’allerta è finita da 21 giorni'),
    ]);
    expect(saidOf({ 'content/alerts/it/vento.md': alert.replace('02T08:00:00+01:00', '02') })).toEqual([
      expect.stringContaining(':7 campo "validUntil": deve essere un giorno con l’ora e il fuso'),
      expect.stringContaining('l’allerta è finita'),
    ]);
  });
});

it('asks closed consultations for their outcome', () => {
  const closed = `---
title: Piste ciclabili
summary: Dicci dove vuoi le nuove piste ciclabili.
question: Dove?
howToTakePart: Scrivici.
ente: r_prova
audiences: [citizens]
opensOn: 2026-10-01
closesOn: 2026-10-31
sample: true
updated: 2026-10-01
---
`;
  expect(saidOf({ 'content/consultations/it/piste.md': closed })).toEqual([
    expect.stringContaining(':9 campo "closesOn": è chiusa da 23 giorni'),
  ]);
  expect(
    saidOf({ 'content/consultations/it/piste.md': closed.replace('sample:', 'outcome: In centro.\nsample:') }),
  ).toEqual([]);
});

describe('links', () => {
  const linking = (address: string) =>
    saidOf({ [sheetPath]: sheet({ 'access: Online.': `access: "[Qui](${address})"` }) });

  it.each([
    '/',
    '/servizi/',
    '/servizi',
    '/servizi/medico/?da=qui',
    '/servizi/argomento/salute/',
    '/servizi/per/cittadini/',
    '/assistenza/#prenotare',
    '/portal/logo.svg',
    'tel:800333444',
    'mailto:urp@prova.it',
    '#costi',
    'https://www.prova.it/a',
  ])('%s is good', (address) => {
    expect(linking(address)).toEqual([]);
  });

  it.each([
    ['/en/servizi/', 'porta a un’altra lingua'],
    ['/assistenza/#altro', 'non c’è un titolo che finisce con {#altro}'],
    ['tel:011-ufficio', 'non è un numero di telefono'],
    ['mailto:urp', 'non è un indirizzo di posta'],
    ['https://prova/', 'non sembra scritto bene'],
  ])('%s is worth a look', (address, said) => {
    expect(linking(address)).toEqual([expect.stringMatching(`^avviso .*${said.replaceAll(/[{}]/g, String.raw`\$&`)}`)]);
  });

  it('to a content that is not published today', () => {
    const later = sheet({ 'sample: true': 'sample: true\npublishAt: 2027-01-01' });
    expect(
      saidOf({
        [sheetPath]: sheet({ 'access: Online.': 'access: "[Qui](/servizi/visite/)"' }),
        'content/services/it/visite.md': later,
      }),
    ).toEqual([expect.stringContaining('/servizi/visite/ oggi non è nel sito')]);
  });
});

describe('the configuration and the synonyms', () => {
  it('names enti that exist, with their fiscal code', () => {
    const portal =
      '{ "administration": { "ipa": "r_altra", "fiscalCode": "80087670016" }, "languages": [{ "code": "it" }, { "code": "en" }],\n"enti": [{ "ipa": "r_prova",\n"fiscalCode": "00514490010" }] }';
    expect(saidOf({ 'content/portal.json': portal })).toEqual([
      expect.stringContaining('content/portal.json:1 campo "administration, ipa": l’ente "r_altra" non esiste'),
      expect.stringContaining(
        'content/portal.json:3 campo "enti, voce 1, fiscalCode": il codice fiscale è 00514490010',
      ),
    ]);
  });

  it('has each word in one group, and no group of one', () => {
    const text = 'ignore: [il]\ngroups:\n  - [bollo, tassa auto, 730]\n  - [Bòllo, targa]\n  - [solo]\n';
    expect(saidOf({ 'content/synonyms/it.yaml': text })).toEqual([
      'content/synonyms/it.yaml:4 campo "groups, voce 2, voce 1": "Bòllo" è già nel gruppo della riga 3: ogni parola sta in un gruppo solo.',
      'content/synonyms/it.yaml:5 campo "groups, voce 3": in un gruppo servono almeno due parole.',
    ]);
    expect(saidOf({ 'content/synonyms/xx.yaml': text })).toEqual([
      expect.stringContaining('il nome è quello di una lingua (it, en)'),
    ]);
  });
});
