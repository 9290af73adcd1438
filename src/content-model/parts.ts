import * as z from 'zod';
import { inWords } from './sentences.ts';

// What the schemas of all kinds of content are made of.

/** A day as editors write it in front matter (2026-11-23): YAML makes it a Date at midnight UTC. */
export const day = z.coerce.date({ error: 'deve essere una data scritta così: 2026-11-23.' }).transform((date) => date.toISOString().slice(0, 10));

/** An instant with its offset (2026-11-23T08:00:00+01:00). */
export const instant = z.coerce
  .date({ error: 'deve essere una data con l’ora, scritta così: 2026-11-23T08:00:00+01:00.' })
  .transform((date) => date.toISOString());

export const line = z.string(inWords).trim().min(1);

export const title = z.string(inWords).trim().min(3).max(90);

/** One or two sentences, as lists and search engines show them. */
export const summary = z.string(inWords).trim().min(20).max(220);

/** A text of one or more paragraphs in Markdown (bold, lists, links; no HTML). */
export const richText = line;

/** A link that editors may write: https, mail or telephone, or an address of this site. */
export const link = z.string(inWords).regex(/^(https:\/\/|mailto:|tel:|\/(?!\/))/, 'il collegamento deve cominciare con https://, mailto:, tel: oppure /');

/** A page of another site; no other kind of address may stand where people click. */
export const webPage = z.url({ ...inWords, protocol: /^https?$/ });

/** The name of a file of another collection, without language and ending. */
export const relation = z.string(inWords).regex(/^[a-z0-9][a-z0-9_-]*$/, 'deve essere il nome di un file, senza “.md”: lettere minuscole, numeri e trattini.');

export const flag = z.boolean(inWords);

/** Whether the text is an example and not an official publication; the page says so. */
const sample = flag;

/** How a body or an office is reached. */
export const contacts = {
  address: line.optional(),
  phone: z.string(inWords).regex(/^[+\d][\d ]+$/, 'scrivi solo numeri e spazi.').optional(),
  email: z.email().optional(),
  /** Certified mail. */
  pec: z.email().optional(),
};

/** When a content is on the site: from the day `publishAt` to the day `expiresAt`, both included. */
const publication = { publishAt: day.optional(), expiresAt: day.optional() };

/** What an Italian file says of itself. */
export const source = { sample, updated: day, ...publication };

/** Where the facts come from. */
export const sources = z.array(webPage).default([]);

/** What a translation says of itself: the `updated` day of the Italian text that was translated. */
export const translated = { sample, translatedFrom: day };
