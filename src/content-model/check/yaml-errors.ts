import type { YAMLError } from 'yaml';

/** What is wrong with the writing of fields, in the words of the person who wrote them. */
export function sentenceOfYaml(code: YAMLError['code']): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'questo campo c’è già: ogni campo si scrive una volta sola.';
    case 'TAB_AS_INDENT':
      return 'la riga comincia con una tabulazione: usa gli spazi.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'un valore che contiene due punti e uno spazio va fra virgolette. Se è un campo, gli spazi all’inizio della riga non sono giusti.';
    case 'BAD_INDENT':
      return 'gli spazi all’inizio della riga non sono giusti, o più sopra una parentesi aperta non è chiusa.';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return 'questa riga non è un campo: servono nome, due punti, spazio e valore. Un testo lungo comincia con “|” e ogni sua riga con due spazi.';
    case 'BAD_SCALAR_START':
      return 'un valore che comincia con @, % o ` va fra virgolette.';
    case 'MISSING_CHAR':
      return 'manca un segno: controlla virgolette, parentesi quadre, virgole e i due punti dopo il nome del campo.';
    case 'BLOCK_IN_FLOW':
      return 'un elenco fra parentesi quadre sta tutto fra le parentesi: chiudi la parentesi, o scrivi una voce per riga, con il trattino.';
    case 'BAD_DQ_ESCAPE':
      return 'dentro le virgolette doppie c’è una barra rovesciata (\\) che non si può usare: usa le virgolette semplici.';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
    case 'TAG_RESOLVE_FAILED':
      return 'un valore che comincia con *, & o ! va fra virgolette.';
    case 'MULTIPLE_DOCS':
      return 'in mezzo ai campi c’è una riga di tre trattini: va solo all’inizio e alla fine.';
    case 'UNEXPECTED_TOKEN':
      return 'c’è del testo di troppo: di solito il valore va tutto fra virgolette, o la prima voce di un elenco va nella riga sotto.';
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_DIRECTIVE':
    case 'IMPOSSIBLE':
    case 'NON_STRING_KEY':
    case 'RESOURCE_EXHAUSTION':
      return 'questa riga non si capisce: controlla virgolette, parentesi e spazi.';
  }
}
