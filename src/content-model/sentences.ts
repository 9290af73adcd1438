import * as z from 'zod';

/** What is wrong with a field, in the words of the person who wrote it: Astro and `content:check` put file and field before it. */
export function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'questo campo manca: è obbligatorio.';
      if (issue.expected === 'string') return 'qui va un testo: un numero, una data, sì o no da soli vanno scritti fra virgolette.';
      return 'il valore non è del tipo giusto.';
    case 'too_small':
      if (issue.origin === 'string') return `il testo è troppo corto: servono almeno ${issue.minimum} caratteri.`;
      return issue.origin === 'array' ? 'manca almeno una voce.' : 'il valore è troppo piccolo.';
    case 'too_big':
      return issue.origin === 'string' ? `il testo è troppo lungo: al massimo ${issue.maximum} caratteri.` : 'il valore è troppo grande.';
    case 'invalid_value':
      return `il valore deve essere uno di questi: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return `questi campi non esistono: ${issue.keys.join(', ')}. Controlla come sono scritti.`;
    case 'invalid_format':
      return `il valore non è scritto come dovrebbe (${issue.format}).`;
    default:
      return undefined;
  }
}

z.config({ customError: sentenceOf });

/** Astro words wrong types by itself; only a schema's own error comes before it. */
export const inWords = { error: sentenceOf };
