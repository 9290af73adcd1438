import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { kinds } from './content-model/collections.ts';

const sources = (folder: string) => glob({ base: './content', pattern: `${folder}/it/*.md`, generateId: idOf });
const translations = (folder: string) => glob({ base: './content', pattern: `${folder}/!(it)/*.md`, generateId: idOf });

/** `<language>/<name of the file>`, which is how the languages of a content find each other. */
function idOf({ entry }: { entry: string }): string {
  return entry.slice(entry.indexOf('/') + 1).replace(/\.md$/, '');
}

export const collections = {
  services: defineCollection({ loader: sources('services'), schema: kinds.services.source }),
  serviceTranslations: defineCollection({ loader: translations('services'), schema: kinds.services.translation }),
  topics: defineCollection({ loader: sources('topics'), schema: kinds.topics.source }),
  topicTranslations: defineCollection({ loader: translations('topics'), schema: kinds.topics.translation }),
  lifeEvents: defineCollection({ loader: sources('life-events'), schema: kinds.lifeEvents.source }),
  lifeEventTranslations: defineCollection({ loader: translations('life-events'), schema: kinds.lifeEvents.translation }),
  enti: defineCollection({ loader: sources('enti'), schema: kinds.enti.source }),
  offices: defineCollection({ loader: sources('offices'), schema: kinds.offices.source }),
  news: defineCollection({ loader: sources('news'), schema: kinds.news.source }),
  newsTranslations: defineCollection({ loader: translations('news'), schema: kinds.news.translation }),
  alerts: defineCollection({ loader: sources('alerts'), schema: kinds.alerts.source }),
  alertTranslations: defineCollection({ loader: translations('alerts'), schema: kinds.alerts.translation }),
  consultations: defineCollection({ loader: sources('consultations'), schema: kinds.consultations.source }),
  consultationTranslations: defineCollection({ loader: translations('consultations'), schema: kinds.consultations.translation }),
  documents: defineCollection({ loader: sources('documents'), schema: kinds.documents.source }),
  documentTranslations: defineCollection({ loader: translations('documents'), schema: kinds.documents.translation }),
  faqs: defineCollection({ loader: sources('faqs'), schema: kinds.faqs.source }),
  faqTranslations: defineCollection({ loader: translations('faqs'), schema: kinds.faqs.translation }),
  pages: defineCollection({ loader: sources('pages'), schema: kinds.pages.source }),
  pageTranslations: defineCollection({ loader: translations('pages'), schema: kinds.pages.translation }),
};
