import { getCollection, type CollectionEntry } from 'astro:content';
import { byTitle, localize, perLocale, type Localized } from '../../content-model/localize.ts';
import { documentKinds, faqGroups } from '../../content-model/schemas.ts';

/** A public document or form in one language. */
export type PublicDocument = Localized<CollectionEntry<'documents'>, CollectionEntry<'documentTranslations'>>;

/** A question and its answer in one language. */
export type Question = Localized<CollectionEntry<'faqs'>, CollectionEntry<'faqTranslations'>>;

/** A page of the institution in one language. */
export type InstitutionalPage = Localized<CollectionEntry<'pages'>, CollectionEntry<'pageTranslations'>>;

/** All documents, by title. */
export const listDocuments = perLocale(async (locale): Promise<PublicDocument[]> =>
  localize(await getCollection('documents'), await getCollection('documentTranslations'), locale).sort(byTitle(locale)),
);

/** The documents by kind, in the order of the kinds; kinds without documents fall out. */
export async function listDocumentsByKind(locale: string) {
  const documents = await listDocuments(locale);
  return documentKinds
    .map((kind) => ({ kind, documents: documents.filter(({ facts }) => facts.kind === kind) }))
    .filter((group) => group.documents.length > 0);
}

/** The questions by group, each group in its own order. */
export const listQuestions = perLocale(async (locale) => {
  const questions = localize(await getCollection('faqs'), await getCollection('faqTranslations'), locale);
  return faqGroups
    .map((group) => ({
      group,
      questions: questions.filter(({ facts }) => facts.group === group).sort((a, b) => a.facts.order - b.facts.order),
    }))
    .filter((one) => one.questions.length > 0);
});

/** The pages of the institution. */
export const listPages = perLocale(async (locale): Promise<InstitutionalPage[]> =>
  localize(await getCollection('pages'), await getCollection('pageTranslations'), locale),
);
