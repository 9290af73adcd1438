/** The kinds of page that the search tells apart, in the order of its list. */
export const searchKinds = [
  'service',
  'life-event',
  'topic',
  'ente',
  'news',
  'alert',
  'consultation',
  'document',
  'faq',
  'page',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Under what the full-text search files a page, in the words its readers see. */
export interface Filed {
  kind: SearchKind;
  /** Names of topics in the page's language. */
  topics?: readonly string[];
  /** Name of the ente. */
  ente?: string;
  /** Whether it is done online. */
  online?: boolean;
  /** The day that counts for "newest first", `YYYY-MM-DD`. */
  date?: string;
  /** Other words people use for it: editors' keywords and their synonyms. */
  words?: readonly string[];
  /** Its place among the most used, from 1. */
  popularity?: number;
  /** The language of the texts, when it is not the page's. */
  lang?: string;
}

/** The attributes that file a page: for its `<main>`, whose content the search then reads. Nothing else is indexed. */
export function searchAttributes({ kind, topics = [], ente, online, date, words = [], popularity, lang }: Filed): Record<string, string> {
  const filters = [['kind', kind], ...topics.map((topic) => ['topic', topic]), ...(ente ? [['ente', ente]] : []), ...(online ? [['online', 'yes']] : [])];
  const known = [
    ...(date ? [['date', date]] : []),
    ...(words.length > 0 ? [['words', words.join(', ')]] : []),
    ...(popularity === undefined ? [] : [['popularity', String(popularity)]]),
    ...(lang ? [['lang', lang]] : []),
  ];
  const attributes: Record<string, string> = { 'data-pagefind-body': '' };
  for (const [list, name] of [[filters, 'data-pagefind-filter'], [known, 'data-pagefind-meta']] as const) {
    const named = list.map(([key = '', value = ''], index) => {
      const attribute = `data-${name.slice('data-pagefind-'.length)}-${index}`;
      attributes[attribute] = value;
      return `${key}[${attribute}]`;
    });
    if (named.length > 0) attributes[name] = named.join(', ');
  }
  return attributes;
}
