import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

/** A day as editors write it in front matter (2026-11-23): YAML makes it a Date at midnight UTC. */
const day = z.coerce.date().transform((date) => date.toISOString().slice(0, 10));

/** A text of one or more paragraphs in Markdown (bold, lists, links; no HTML). */
const richText = z.string().trim().min(1);

/** A link that editors may write: https, mail or telephone, or an address of this site. */
const link = z.string().regex(/^(https:\/\/|mailto:|tel:|\/)/, 'must begin with https://, mailto:, tel: or /');

/**
 * The texts of a service sheet, one per language.
 * The fields and their order follow the national model of the service sheet (Designers Italia, "Scheda servizio").
 */
const serviceTexts = z.strictObject({
  title: z.string().trim().min(3).max(90),
  /** What the service lets a person do, in one or two sentences. */
  summary: z.string().trim().min(20).max(220),
  /** Why the service is not active; compulsory when `status` is `inactive`. */
  statusReason: z.string().trim().min(1).optional(),
  /** Who the service is for. */
  whoFor: richText,
  /** How to do it, step by step. */
  howTo: richText,
  /** What a person needs at hand: one thing a line. */
  needed: z.array(z.string().trim().min(1)).min(1),
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
  keywords: z.array(z.string().trim().min(1)).default([]),
  /** Whether the text is an example and not an official publication; the page says so. */
  sample: z.boolean(),
});

const serviceFacts = z.strictObject({
  status: z.enum(['active', 'inactive']),
  /** Names of files of content/topics/it. */
  topics: z.array(z.string()).min(1),
  audiences: z.array(z.enum(['citizens', 'companies', 'professionals', 'administrations'])).min(1),
  /** IPA code of the ente in charge; it must be one of portal.json's enti. */
  ente: z.string().min(1),
  /** The unit that answers for the service, and how to reach it. */
  contact: z.strictObject({
    unit: z.string().min(1),
    url: link.optional(),
    phone: z.string().optional(),
    email: z.email().optional(),
  }),
  online: z
    .strictObject({
      url: link,
      /** Whether the whole procedure can be concluded online. */
      concludable: z.boolean(),
      waysIn: z.array(z.enum(['spid', 'cie', 'eidas', 'cns'])).default([]),
      minutes: z.number().int().positive().optional(),
    })
    .optional(),
  bookingUrl: link.optional(),
  legalBasis: z.array(z.strictObject({ title: z.string().min(1), url: link.optional() })).default([]),
  attachments: z.array(z.strictObject({ title: z.string().min(1), url: link })).default([]),
  /** Position among the most used services of the home page, from 1; absent: not there. */
  popularity: z.number().int().positive().optional(),
  /** To whom the area suggests the service. Ages in whole years, both ends included. */
  suggest: z
    .strictObject({
      minAge: z.number().int().min(0).optional(),
      maxAge: z.number().int().min(0).optional(),
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
      message: 'an inactive service must say why',
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
    title: z.string().trim().min(3).max(60),
    summary: z.string().trim().min(10).max(160),
  }),
});

const institutionalPages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*/*.md' }),
  schema: z.strictObject({
    title: z.string().trim().min(3).max(90),
    summary: z.string().trim().min(20).max(220),
    sample: z.boolean(),
    updated: day,
  }),
});

export const collections = { services, serviceTranslations, topics, institutionalPages };
