import type * as z from 'zod';
import * as schemas from './schemas.ts';

/** A kind of content: its folder below `content/`, and the schemas of its Italian files and of their translations. */
export interface Kind {
  folder: string;
  source: z.ZodType;
  /** Absent: its files are not translated (names and addresses of offices are the same in every language). */
  translation?: z.ZodType;
}

/** Every kind of content, by the name its collection has in the code; that of the translations ends in `Translations`. */
export const kinds = {
  services: { folder: 'services', source: schemas.service, translation: schemas.serviceTranslation },
  topics: { folder: 'topics', source: schemas.topic, translation: schemas.topicTranslation },
  lifeEvents: { folder: 'life-events', source: schemas.lifeEvent, translation: schemas.lifeEventTranslation },
  enti: { folder: 'enti', source: schemas.ente },
  offices: { folder: 'offices', source: schemas.office },
  news: { folder: 'news', source: schemas.news, translation: schemas.newsTranslation },
  alerts: { folder: 'alerts', source: schemas.alert, translation: schemas.alertTranslation },
  consultations: { folder: 'consultations', source: schemas.consultation, translation: schemas.consultationTranslation },
  documents: { folder: 'documents', source: schemas.publicDocument, translation: schemas.publicDocumentTranslation },
  faqs: { folder: 'faqs', source: schemas.faq, translation: schemas.faqTranslation },
  pages: { folder: 'pages', source: schemas.institutionalPage, translation: schemas.institutionalPageTranslation },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

/** A field of Italian files that names files of another kind; `steps[].services` looks into each item of a list. */
export interface Relation {
  from: KindName;
  field: string;
  to: KindName;
}

/** Every relation between contents; a name that no file has stops the build. */
export const relations: readonly Relation[] = [
  { from: 'services', field: 'topics', to: 'topics' },
  { from: 'services', field: 'ente', to: 'enti' },
  { from: 'services', field: 'office', to: 'offices' },
  { from: 'services', field: 'related', to: 'services' },
  { from: 'services', field: 'documents', to: 'documents' },
  { from: 'lifeEvents', field: 'steps[].services', to: 'services' },
  { from: 'offices', field: 'ente', to: 'enti' },
  { from: 'news', field: 'ente', to: 'enti' },
  { from: 'news', field: 'topics', to: 'topics' },
  { from: 'news', field: 'services', to: 'services' },
  { from: 'alerts', field: 'ente', to: 'enti' },
  { from: 'alerts', field: 'topics', to: 'topics' },
  { from: 'consultations', field: 'ente', to: 'enti' },
  { from: 'consultations', field: 'topics', to: 'topics' },
  { from: 'consultations', field: 'documents', to: 'documents' },
  { from: 'documents', field: 'ente', to: 'enti' },
  { from: 'documents', field: 'topics', to: 'topics' },
  { from: 'faqs', field: 'services', to: 'services' },
];
