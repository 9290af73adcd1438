import { comparableWords } from '../../domain/search.ts';
import { synonyms } from '../schemas.ts';
import { Fields, type Value } from './fields.ts';
import type { RawFile } from './file.ts';
import { errorAt, warningAt, type Finding } from './finding.ts';
import { issuesOf } from './schema.ts';

const folder = 'content/synonyms/';

/** Whether a file is one of synonyms, by its path. */
export const isSynonyms = (path: string) => path.startsWith(folder) && !/\/\.[^/]*$/.test(path);

/** What is wrong with a file of synonyms: besides its form, a word that stands twice, a group of one. */
export function synonymFindings({ path, text }: RawFile, languages: readonly string[]): Finding[] {
  const locale = /^content\/synonyms\/([^/]+)\.yaml$/.exec(path)?.[1];
  if (locale === undefined || !languages.includes(locale)) {
    return [
      errorAt(
        { file: path, line: 1 },
        `il sito non legge questo file: il nome è quello di una lingua (${languages.join(', ')}) e finisce con “.yaml”.`,
      ),
    ];
  }
  const fields = new Fields(path, text, 1, true);
  if (fields.findings.length > 0) return [...fields.findings];
  const groups = fields.values('groups[]').filter(({ value }) => Array.isArray(value));
  const lonely = groups.filter(({ value }) => Array.isArray(value) && value.length < 2).map((group) => group.path);
  const said = new Set(lonely.map((one) => fields.place(one).field));
  return [
    ...issuesOf(synonyms, fields).filter(({ field }) => !said.has(field)),
    ...lonely.map((one) => errorAt(fields.place(one), 'in un gruppo servono almeno due parole.')),
    ...twiceFindings(groups, fields),
  ];
}

/** A word in two groups would make the groups one; twice in the same, one is there for nothing. */
function twiceFindings(groups: readonly Value[], fields: Fields): Finding[] {
  const seen = new Map<string, { group: number; line: number }>();
  return groups.flatMap(({ path, value }, group) =>
    (Array.isArray(value) ? value : []).flatMap((word: unknown, index) => {
      if (typeof word !== 'string') return [];
      const key = comparableWords(word).join(' ');
      const place = fields.place([...path, index]);
      const other = seen.get(key);
      if (other === undefined) seen.set(key, { group, line: place.line });
      if (other === undefined) return [];
      return other.group === group
        ? [warningAt(place, `"${word}" per la ricerca è uguale a un’altra parola di questo gruppo: si può togliere.`)]
        : [errorAt(place, `"${word}" è già nel gruppo della riga ${other.line}: ogni parola sta in un gruppo solo.`)];
    }),
  );
}
