import * as z from 'zod';
import { isBodyFiscalCode } from '../domain/fiscal-code.ts';
import { contacts, day, flag, instant, line, link, relation, richText, source, sources, summary, title, translated, webPage } from './parts.ts';
import { inWords } from './sentences.ts';

// What redattori may write, one schema for each kind of content. The build (`src/content.config.ts`) and
// `npm run content:check` read the same ones. Italian files hold facts and texts; translations hold the texts and the
// day of the Italian text that they translate.

/** Groups of people that a content is for. */
export const audiences = ['citizens', 'companies', 'professionals', 'administrations'] as const;
const audience = z.enum(audiences, inWords);

/** Ways to reach a service besides the online one, which `online` describes. */
export const channels = ['office', 'phone', 'post', 'email', 'app', 'intermediary'] as const;

// --- Services -------------------------------------------------------------------------------------------------------

/** A date or a time limit of a service: a fixed day, or so many days from the application. */
const calendarEntry = z
  .strictObject({ what: line, day: day.optional(), afterDays: z.number(inWords).int().positive().optional() })
  .refine((entry) => (entry.day === undefined) !== (entry.afterDays === undefined), {
    path: ['day'],
    message: 'scrivi o una data (day) o un numero di giorni (afterDays), non tutti e due.',
  });

/**
 * The texts of a service sheet, one set per language.
 * The fields and their order follow the national model of the service sheet (Designers Italia, "Scheda servizio").
 */
const serviceTexts = {
  title,
  /** What the service lets a person do. */
  summary,
  /** Why the service is not active; compulsory when `status` is `inactive`. */
  statusReason: line.optional(),
  /** Who the service is for. */
  whoFor: richText,
  /** How to do it, step by step. */
  howTo: richText,
  /** What a person needs at hand: one thing a line. */
  needed: z.array(line, inWords).min(1),
  /** What a person gets in the end. */
  outcome: richText,
  /** Times and deadlines in words. */
  deadlines: richText,
  /** Dates and time limits, one a line; translations repeat them in the same order. */
  calendar: z.array(calendarEntry, inWords).default([]),
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
  /** Further information. */
  furtherInformation: richText.optional(),
  /** Other words people use for it; they are found by the search. */
  keywords: z.array(line, inWords).default([]),
};

const serviceFacts = {
  status: z.enum(['active', 'inactive'], inWords),
  topics: z.array(relation, inWords).min(1),
  audiences: z.array(audience, inWords).min(1),
  /** IPA code of the ente in charge. */
  ente: relation,
  /** The unit that answers for the service. */
  office: relation,
  channels: z.array(z.enum(channels, inWords), inWords).default([]),
  online: z
    .strictObject({
      url: link,
      /** Whether the whole procedure can be concluded online. */
      concludable: flag,
      /** Ways to sign in, as `portal.json` names them; none: no sign-in is needed. */
      waysIn: z.array(z.enum(['spid', 'cie', 'eidas', 'cns'], inWords)).default([]),
      minutes: z.number(inWords).int().positive().optional(),
    })
    .optional(),
  bookingUrl: link.optional(),
  /** The day on which amounts and deadlines were last checked, when they change every year. */
  checkedOn: day.optional(),
  /** Regulation (EU) 2018/1724 (Single Digital Gateway). */
  sdg: z
    .strictObject({
      /** Codes of annex I (areas of information, A to Q) or annex II (procedures, R to X), such as `F3` or `T1`. */
      codes: z.array(z.string(inWords).regex(/^[A-X]\d{1,2}$/, 'deve essere un codice degli allegati I o II, come F3 o T1.'), inWords).min(1),
      /** Whether a person from another member state can do it as a resident can. */
      crossBorder: flag,
      /** Languages in which it can be done, as BCP 47 tags. */
      languages: z.array(line, inWords).min(1),
    })
    .optional(),
  related: z.array(relation, inWords).default([]),
  documents: z.array(relation, inWords).default([]),
  legalBasis: z.array(z.strictObject({ title: line, url: link.optional() }), inWords).default([]),
  /** Position among the most used services, from 1; absent: not among them. */
  popularity: z.number(inWords).int().positive().optional(),
  /** To whom the area suggests the service. Ages in whole years, both ends included. */
  suggest: z
    .strictObject({
      minAge: z.number(inWords).int().min(0).optional(),
      maxAge: z.number(inWords).int().min(0).optional(),
    })
    .optional(),
  sources,
};

export const service = z
  .strictObject({ ...serviceFacts, ...serviceTexts, ...source })
  .refine((data) => data.status === 'active' || data.statusReason !== undefined, {
    path: ['statusReason'],
    message: 'un servizio non attivo deve dire perché.',
  });
export const serviceTranslation = z.strictObject({ ...serviceTexts, ...translated });

// --- Ways to find them ----------------------------------------------------------------------------------------------

const topicTexts = { title: z.string(inWords).trim().min(3).max(60), summary: z.string(inWords).trim().min(10).max(160) };

/** A topic of the catalogue; its concept in EuroVoc is its address, `http://eurovoc.europa.eu/…`. */
export const topic = z.strictObject({
  ...topicTexts,
  eurovoc: z.url().regex(/^http:\/\/eurovoc\.europa\.eu\/\d+$/, 'deve essere un concetto di EuroVoc: http://eurovoc.europa.eu/ e il numero.').optional(),
  updated: day,
});
export const topicTranslation = z.strictObject({ ...topicTexts, translatedFrom: day });

/** A step of a guide: what to do, in which order. */
const stepTexts = { title, text: richText, when: line.optional() };

const lifeEventTexts = { title: z.string(inWords).trim().min(3).max(60), summary };

/** A moment of life, or of a company's life, as an ordered guide. */
export const lifeEvent = z.strictObject({
  ...lifeEventTexts,
  audience: z.enum(['citizens', 'companies'], inWords),
  /** Position in lists, from 1. */
  order: z.number(inWords).int().positive(),
  steps: z.array(z.strictObject({ ...stepTexts, services: z.array(relation, inWords).default([]) }), inWords).min(2),
  keywords: z.array(line, inWords).default([]),
  ...source,
  sources,
});
export const lifeEventTranslation = z.strictObject({
  ...lifeEventTexts,
  /** The Italian steps in the same order. */
  steps: z.array(z.strictObject(stepTexts), inWords).min(2),
  keywords: z.array(line, inWords).default([]),
  ...translated,
});

// --- Who answers ----------------------------------------------------------------------------------------------------

/** Kinds of ente, as lists group them. */
export const enteKinds = ['region', 'metropolitan-city', 'province', 'municipality', 'union', 'health', 'university', 'agency', 'chamber', 'park', 'national'] as const;

/** An administration; the name of its file is its IPA code in lower case. */
export const ente = z.strictObject({
  name: title,
  kind: z.enum(enteKinds, inWords),
  summary,
  fiscalCode: z.string(inWords).refine(isBodyFiscalCode, 'deve essere il codice fiscale di un ente: 11 cifre, con la cifra di controllo giusta.'),
  website: webPage,
  ...contacts,
  ...source,
  sources,
});

/** An office or desk of an ente. */
export const office = z.strictObject({
  name: title,
  ente: relation,
  url: link.optional(),
  ...contacts,
  /** Opening hours, one line each. */
  hours: z.array(line, inWords).default([]),
  bookingUrl: link.optional(),
  ...source,
  sources,
});

// --- News, alerts, consultations ------------------------------------------------------------------------------------

const newsTexts = { title: z.string(inWords).trim().min(3).max(120), summary };

/** A news item; its text is the body of the file. */
export const news = z.strictObject({
  ...newsTexts,
  kind: z.enum(['news', 'notice', 'press'], inWords),
  published: day,
  ente: relation,
  topics: z.array(relation, inWords).default([]),
  services: z.array(relation, inWords).default([]),
  ...source,
  sources,
});
export const newsTranslation = z.strictObject({ ...newsTexts, ...translated });

/** How much an alert matters, the gravest last. */
export const severities = ['info', 'warning', 'danger'] as const;

const alertTexts = {
  title,
  /** What to do, in one or two sentences. */
  summary,
  /** The place concerned, in words. */
  area: line.optional(),
};

/** An alert in force from `validFrom` to `validUntil`, instants. */
export const alert = z
  .strictObject({
    ...alertTexts,
    severity: z.enum(severities, inWords),
    ente: relation,
    topics: z.array(relation, inWords).default([]),
    validFrom: instant,
    validUntil: instant,
    url: link.optional(),
    ...source,
  })
  .refine((data) => data.validFrom < data.validUntil, { path: ['validUntil'], message: 'la fine deve venire dopo l’inizio (validFrom).' });
export const alertTranslation = z.strictObject({ ...alertTexts, ...translated });

const consultationTexts = {
  title: z.string(inWords).trim().min(3).max(120),
  summary,
  /** What is asked. */
  question: richText,
  howToTakePart: richText,
  /** What came of it; absent until it is known. */
  outcome: richText.optional(),
};

/** A public consultation, open from `opensOn` to `closesOn`, both included. */
export const consultation = z
  .strictObject({
    ...consultationTexts,
    ente: relation,
    topics: z.array(relation, inWords).default([]),
    audiences: z.array(audience, inWords).min(1),
    opensOn: day,
    closesOn: day,
    url: link.optional(),
    documents: z.array(relation, inWords).default([]),
    ...source,
    sources,
  })
  .refine((data) => data.opensOn <= data.closesOn, { path: ['closesOn'], message: 'la chiusura deve venire dopo l’apertura (opensOn).' });
export const consultationTranslation = z.strictObject({ ...consultationTexts, ...translated });

// --- Documents, questions, pages ------------------------------------------------------------------------------------

/** Kinds of document, as the list groups them. */
export const documentKinds = ['form', 'guide', 'act', 'plan', 'report'] as const;

const documentTexts = { title: z.string(inWords).trim().min(3).max(120), summary };

/** A public document or a form to fill in. */
export const publicDocument = z.strictObject({
  ...documentTexts,
  kind: z.enum(documentKinds, inWords),
  ente: relation,
  topics: z.array(relation, inWords).default([]),
  url: link,
  /** Format of the file or page: `PDF`, `ODT`, `HTML`… */
  format: line,
  /** Languages of the document, as BCP 47 tags. */
  languages: z.array(line, inWords).default(['it']),
  ...source,
  sources,
});
export const publicDocumentTranslation = z.strictObject({ ...documentTexts, ...translated });

/** Groups of questions, in the order in which help shows them. */
export const faqGroups = ['signing-in', 'area', 'payments', 'health', 'services', 'portal'] as const;

const faqTexts = { question: z.string(inWords).trim().min(8).max(140) };

/** A question people ask; the answer is the body of the file. */
export const faq = z.strictObject({
  ...faqTexts,
  group: z.enum(faqGroups, inWords),
  /** Position in the group, from 1. */
  order: z.number(inWords).int().positive(),
  services: z.array(relation, inWords).default([]),
  ...source,
  sources,
});
export const faqTranslation = z.strictObject({ ...faqTexts, ...translated });

const pageTexts = { title, summary };

/** A page of the institution; its text is the body of the file. */
export const institutionalPage = z.strictObject({ ...pageTexts, ...source });
export const institutionalPageTranslation = z.strictObject({ ...pageTexts, ...translated });

/** The everyday words of a language, for the search: `content/synonyms/<locale>.yaml`. */
export const synonyms = z.strictObject({
  /** Words that say nothing to a search: articles, prepositions, "come si fa". */
  ignore: z.array(line, inWords),
  /** Each group: different words for one thing, of which a page needs only one to be found by all. */
  groups: z.array(z.array(z.string(inWords).trim().min(2).max(60), inWords).min(2), inWords),
});
