import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

/** What is wrong with a field, in the words of the person who wrote it. Astro puts the file and the field before it. */
function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'questo campo manca: è obbligatorio.' : 'il valore non è del tipo giusto.';
    case 'too_small':
      return issue.origin === 'string' ? `il testo è troppo corto: servono almeno ${issue.minimum} caratteri.` : 'manca almeno una voce.';
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
const inWords = { error: sentenceOf };

/** A day as editors write it in front matter (2026-11-23): YAML makes it a Date at midnight UTC. */
const day = z.coerce.date({ error: 'deve essere una data scritta così: 2026-11-23.' }).transform((date) => date.toISOString().slice(0, 10));

/** A text of one or more paragraphs in Markdown (bold, lists, links; no HTML). */
const richText = z.string(inWords).trim().min(1);

/** A link that editors may write: https, mail or telephone, or an address of this site. */
const link = z.string(inWords).regex(/^(https:\/\/|mailto:|tel:|\/)/, 'il collegamento deve cominciare con https://, mailto:, tel: oppure /');

/**
 * The texts of a service sheet, one per language.
 * The fields and their order follow the national model of the service sheet (Designers Italia, "Scheda servizio").
 */
const serviceTexts = z.strictObject({
  title: z.string(inWords).trim().min(3).max(90),
  /** What the service lets a person do, in one or two sentences. */
  summary: z.string(inWords).trim().min(20).max(220),
  /** Why the service is not active; compulsory when `status` is `inactive`. */
  statusReason: z.string(inWords).trim().min(1).optional(),
  /** Who the service is for. */
  whoFor: richText,
  /** How to do it, step by step. */
  howTo: richText,
  /** What a person needs at hand: one thing a line. */
  needed: z.array(z.string(inWords).trim().min(1), inWords).min(1),
  /** What a person gets in the end. */
  outcome: richText,
  /** Times and deadlines in words. */
  deadlines: richText,
  /** What it costs; a free service says so. */
  costs: richText,
  /** Where and how to reach the service, apart from the online button. */
  access: richText,
  /** What prevents a person from having the service. */
  constraints: richText.optional(),
  /** Special cases, exceptions. */
  specialCases: richText.optional(),
  /** Conditions of service. */
  conditions: richText,
  /** Other words people use for it; they are found by the search. */
  keywords: z.array(z.string(inWords).trim().min(1)).default([]),
  /** Whether the text is an example and not an official publication; the page says so. */
  sample: z.boolean(inWords),
});

const serviceFacts = z.strictObject({
  status: z.enum(['active', 'inactive'], inWords),
  /** Names of files of content/topics/it. */
  topics: z.array(z.string(inWords), inWords).min(1),
  audiences: z.array(z.enum(['citizens', 'companies', 'professionals', 'administrations'], inWords)).min(1),
  /** IPA code of the ente in charge; it must be one of portal.json's enti. */
  ente: z.string(inWords).min(1),
  /** The unit that answers for the service, and how to reach it. */
  contact: z.strictObject({
    unit: z.string(inWords).min(1),
    url: link.optional(),
    phone: z.string(inWords).optional(),
    email: z.email().optional(),
  }),
  online: z
    .strictObject({
      url: link,
      /** Whether the whole procedure can be concluded online. */
      concludable: z.boolean(inWords),
      waysIn: z.array(z.enum(['spid', 'cie', 'eidas', 'cns'], inWords)).default([]),
      minutes: z.number(inWords).int().positive().optional(),
    })
    .optional(),
  bookingUrl: link.optional(),
  legalBasis: z.array(z.strictObject({ title: z.string(inWords).min(1), url: link.optional() })).default([]),
  attachments: z.array(z.strictObject({ title: z.string(inWords).min(1), url: link })).default([]),
  /** Position among the most used services of the home page, from 1; absent: not there. */
  popularity: z.number(inWords).int().positive().optional(),
  /** To whom the area suggests the service. Ages in whole years, both ends included. */
  suggest: z
    .strictObject({
      minAge: z.number(inWords).int().min(0).optional(),
      maxAge: z.number(inWords).int().min(0).optional(),
    })
    .optional(),
  /** Where the facts come from. */
  sources: z.array(z.url()).default([]),
  updated: day,
});

const services = defineCollection({
  loader: glob({ base: './content/services', pattern: 'it/*.md' }),
  schema: z
    .strictObject({ ...serviceFacts.shape, ...serviceTexts.shape })
    .refine((service) => service.status === 'active' || service.statusReason !== undefined, {
      path: ['statusReason'],
      message: 'un servizio non attivo deve dire perché.',
    }),
});

const serviceTranslations = defineCollection({
  loader: glob({ base: './content/services', pattern: '!(it)/*.md' }),
  schema: serviceTexts.extend({
    /** The `updated` day of the Italian text that was translated: an older one is shown as out of date. */
    translatedFrom: day,
  }),
});

const topics = defineCollection({
  loader: glob({ base: './content/topics', pattern: '*/*.md' }),
  schema: z.strictObject({
    title: z.string(inWords).trim().min(3).max(60),
    summary: z.string(inWords).trim().min(10).max(160),
  }),
});

const institutionalPages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*/*.md' }),
  schema: z.strictObject({
    title: z.string(inWords).trim().min(3).max(90),
    summary: z.string(inWords).trim().min(20).max(220),
    sample: z.boolean(inWords),
    updated: day,
  }),
});

export const collections = { services, serviceTranslations, topics, institutionalPages };
