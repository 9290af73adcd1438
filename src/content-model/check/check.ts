import type { Day } from '../../domain/day.ts';
import type { SitePages } from './addresses.ts';
import { findTwins, isSource, readContent, readName, type ContentFile, type FileName, type RawFile } from './file.ts';
import { errorAt, inOrder, type Finding } from './finding.ts';
import {
  externalLinks,
  fieldLinks,
  linkFindings,
  markFindings,
  pictureFindings,
  writtenLinks,
  type ExternalLink,
} from './links.ts';
import { hasBody, mayHoldMarks, partsOf, richTextsOf, type Parts, type Passage, type Reference } from './markdown.ts';
import { languagesOf, portalFindings } from './portal.ts';
import { readabilityFindings } from './readability.ts';
import { popularityFindings, relationFindings } from './relations.ts';
import { leavesOf, schemaFindings } from './schema.ts';
import { Site } from './site.ts';
import { isSynonyms, synonymFindings } from './synonyms.ts';
import { missingTranslations, translationFindings } from './translations.ts';
import { validityFindings } from './validity.ts';

const PORTAL_FILE = 'content/portal.json';

/** What is to be checked, and against what. */
export interface CheckInput {
  /** All files below `content/`. */
  files: readonly RawFile[];
  pages: SitePages;
  /** Addresses of the files of `public/`: `/portal/logo.svg`. */
  publicFiles: ReadonlySet<string>;
  today: Day;
}

/** What a check has found. */
export interface CheckReport {
  /** The paths of the files that were checked. */
  files: string[];
  findings: Finding[];
  /** Links to other sites, which only those sites can say are alive. */
  externalLinks: ExternalLink[];
}

/** A content with what was read out of it. */
interface Read {
  file: ContentFile;
  links: Reference[];
  parts: Parts[];
}

/** Checks all contents, each by itself and all of them together. */
export function checkContent({ files, pages, publicFiles, today }: CheckInput): CheckReport {
  const portal = files.find(({ path }) => path === PORTAL_FILE);
  const languages = languagesOf(portal);
  const findings: Finding[] = [];
  const names: (FileName & { path: string })[] = [];
  const read: Read[] = [];
  const existing: ContentFile[] = [];
  for (const raw of files) {
    if (raw.path === PORTAL_FILE) continue;
    if (isSynonyms(raw.path)) {
      findings.push(...synonymFindings(raw, languages));
      continue;
    }
    const { name, findings: ofName } = readName(raw.path, languages);
    findings.push(...ofName);
    if (name === null) continue;
    names.push({ path: raw.path, ...name });
    const content = readContent(raw, name);
    findings.push(...content.findings);
    existing.push(content.file);
    // Of a file whose fields can not be read nothing else is said.
    if (content.findings.length === 0) read.push(readFile(content.file, today, findings));
    content.file.fields.release();
  }
  // A file whose fields can not be read exists all the same: what names it is not wrong.
  const site = new Site(existing, { languages, pages, publicFiles, today, anchors: anchorsOf(read) });
  findings.push(
    ...findTwins(names),
    ...portalFindings(portal, site),
    ...popularityFindings(read.map(({ file }) => file).filter(isSource)),
  );
  for (const { file, links, parts } of read) {
    findings.push(
      ...relationFindings(file, site),
      ...translationFindings(file, site),
      ...missingTranslations(file, site),
      ...addressFindings(file, site),
      ...linkFindings(links, file.locale, site),
      ...parts.flatMap((part) => pictureFindings(part, site)),
    );
  }
  return {
    files: files.map(({ path }) => path),
    findings: inOrder(findings),
    externalLinks: read.flatMap(({ links }) => externalLinks(links)),
  };
}

const anchorsOf = (read: readonly Read[]) =>
  new Map(
    read
      .filter(({ file }) => file.kind === 'pages')
      .map(({ file, parts }) => [`${file.locale}/${file.slug}`, new Set(parts.flatMap(({ anchors }) => anchors))]),
  );

/** Reads a content, and says what is wrong in it whatever the other files hold. */
function readFile(file: ContentFile, today: Day, findings: Finding[]): Read {
  const leaves = [...leavesOf(file.fields.data)];
  const rich = richTextsOf(file);
  // Only Italian texts are measured; of the others only those with marks need be taken apart.
  const parts = rich.filter(({ source }) => isSource(file) || mayHoldMarks(source)).map(partsOf);
  findings.push(
    ...schemaFindings(file, leaves),
    ...markFindings(file, leaves, new Set(rich.flatMap(({ path }) => path?.join('.') ?? [])), parts),
    ...parts.flatMap(writtenLinks),
    ...bodyFindings(file),
    ...validityFindings(file, today),
    ...(isSource(file)
      ? readabilityFindings([...plainPassages(file), ...parts.flatMap(({ passages }) => passages)])
      : []),
  );
  return { file, parts, links: [...fieldLinks(file, leaves), ...parts.flatMap(({ links }) => links)] };
}

/** Fields without marks that are read as sentences. */
const sentenceFields = ['summary', 'statusReason'];

const plainPassages = ({ fields }: ContentFile): Passage[] =>
  sentenceFields.flatMap((field) => {
    const text = fields.text(field);
    return text === undefined ? [] : [{ text, place: fields.place([field]) }];
  });

function bodyFindings({ path, kind, body, bodyLine }: ContentFile): Finding[] {
  const isEmpty = body.trim() === '';
  if (hasBody(kind) === !isEmpty) return [];
  const sentence = isEmpty
    ? 'manca il testo: va sotto i campi, dopo la seconda riga di tre trattini.'
    : 'il testo sotto i campi non si vede: in questi file tutto sta nei campi.';
  return [errorAt({ file: path, line: isEmpty ? Math.max(1, bodyLine - 1) : bodyLine }, sentence)];
}

/** Pages that would take the address of one that the portal makes by itself. */
function addressFindings({ path, kind, slug, locale }: ContentFile, site: Site): Finding[] {
  const isTaken = kind === 'pages' && (site.pages.fixed.has(`/${slug}/`) || site.languages.includes(slug));
  return isTaken && isSource({ locale })
    ? [
        errorAt(
          { file: path, line: 1 },
          `l’indirizzo /${slug}/ è già di un’altra pagina del portale: cambia il nome del file.`,
        ),
      ]
    : [];
}
