import { comparable } from '../../domain/search.ts';
import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import { kinds, type Kind, type KindName } from '../collections.ts';
import { Fields } from './fields.ts';
import { errorAt, type Finding, type Place } from './finding.ts';

/** A file as it is on disk, or as an editor is writing it. */
export interface RawFile {
  /** Path from the project's folder, with forward slashes: `content/services/it/bollo-auto.md`. */
  path: string;
  text: string;
}

/** A content in one language, with the lines of its parts. */
export interface ContentFile {
  path: string;
  kind: KindName;
  locale: string;
  slug: string;
  fields: Fields;
  /** What stands below the fields. */
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
}

/** What a path says about a file. */
export type FileName = Pick<ContentFile, 'kind' | 'locale' | 'slug'>;

export const kindOf = (name: KindName): Kind => kinds[name];

const kindNames = Object.keys(kinds).filter((name): name is KindName => name in kinds);
const kindByFolder = new Map(kindNames.map((name) => [kinds[name].folder, name]));

export const isSource = ({ locale }: Pick<ContentFile, 'locale'>) => locale === SOURCE_LOCALE;

/** The path of a content's Italian file. */
export const sourcePath = (kind: KindName, slug: string) =>
  `content/${kindOf(kind).folder}/${SOURCE_LOCALE}/${slug}.md`;

/** Files that configure the portal, keep a folder or explain it: no content of editors. */
const isBeside = (path: string) => /^content\/[^/]+\.json$|\/(\.[^/]*|README\.md)$/.test(path);

const start = (path: string): Place => ({ file: path, line: 1 });

/**
 * What a path below `content/` says about its file.
 * @param languages codes of the portal's languages
 * @returns no name for a file that the site does not read, with why when that is a mistake
 */
export function readName(path: string, languages: readonly string[]): { name: FileName | null; findings: Finding[] } {
  const refuse = (sentence: string) => ({ name: null, findings: [errorAt(start(path), sentence)] });
  if (isBeside(path)) return { name: null, findings: [] };
  const [, folder = '', locale = '', file = '', ...deeper] = path.split('/');
  const kind = kindByFolder.get(folder);
  if (kind === undefined)
    return refuse(
      `il sito non legge questo file: le cartelle di content/ sono ${[...kindByFolder.keys(), 'synonyms'].join(', ')}.`,
    );
  if (file === '') return refuse(`il file va nella cartella di una lingua, come content/${folder}/it/.`);
  if (!languages.includes(locale))
    return refuse(`"${locale}" non è una lingua del portale. Le lingue sono: ${languages.join(', ')}.`);
  if (deeper.length > 0)
    return refuse(`il sito non legge le sottocartelle: sposta il file in content/${folder}/${locale}/.`);
  if (!file.endsWith('.md')) return refuse('il sito legge solo i file che finiscono con “.md”.');
  if (locale !== SOURCE_LOCALE && kindOf(kind).translation === undefined) {
    return refuse(`questi testi non si traducono: content/${folder}/ ha solo la cartella it.`);
  }
  const slug = file.slice(0, -'.md'.length);
  return {
    name: { kind, locale, slug },
    findings: isProperSlug(kind, slug) ? [] : [errorAt(start(path), nameSentence(kind))],
  };
}

/** IPA codes have underscores, other names hyphens. */
const isProperSlug = (kind: KindName, slug: string) =>
  (kind === 'enti' ? /^[a-z0-9]+([_-][a-z0-9]+)*$/ : /^[a-z0-9]+(-[a-z0-9]+)*$/).test(slug);

const nameSentence = (kind: KindName) =>
  kind === 'enti'
    ? 'il nome del file è il codice IPA dell’ente in lettere minuscole.'
    : 'il nome del file ha solo lettere minuscole senza accenti, numeri e trattini, come bollo-auto.md.';

const fence = /^---[ \t]*$/;

/** Reads a content's file: its fields between two lines of three hyphens, and its body below them. */
export function readContent(
  { path, text }: RawFile,
  name: FileName,
): { file: ContentFile; findings: readonly Finding[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const opening = lines.findIndex((line) => line.trim() !== '');
  const closing = fence.test(lines[opening] ?? '')
    ? lines.findIndex((line, index) => index > opening && fence.test(line))
    : -1;
  const yaml = closing === -1 ? '' : `${lines.slice(opening + 1, closing).join('\n')}\n`;
  const fields = new Fields(path, yaml, opening + 2);
  const file = { path, ...name, fields, body: lines.slice(closing + 1).join('\n'), bodyLine: closing + 2 };
  const findings =
    closing === -1
      ? [errorAt(start(path), 'i campi stanno all’inizio del file, fra due righe di tre trattini (---): ne manca una.')]
      : fields.findings;
  return { file, findings };
}

/** Names that a computer or a reader could take for one another. */
export function findTwins(names: readonly (FileName & { path: string })[]): Finding[] {
  const seen = new Map<string, string>();
  return names.flatMap(({ path, kind, locale, slug }) => {
    const key = `${kind}/${locale}/${comparable(slug)}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, path);
    return other === undefined
      ? []
      : [
          errorAt(
            start(path),
            `il nome è lo stesso di ${other}, a parte maiuscole e accenti: due pagine avrebbero lo stesso indirizzo.`,
          ),
        ];
  });
}
