import MarkdownIt from 'markdown-it';
import type { KindName } from '../collections.ts';
import type { ContentFile } from './file.ts';
import type { Place } from './finding.ts';

/** Fields in Markdown, of Italian files and of translations. All others are shown as they are written. */
const markdownFields: Readonly<Record<KindName, readonly string[]>> = {
  services: [
    'whoFor',
    'howTo',
    'outcome',
    'deadlines',
    'costs',
    'access',
    'constraints',
    'specialCases',
    'conditions',
    'furtherInformation',
  ],
  topics: [],
  lifeEvents: ['steps[].text'],
  enti: [],
  offices: [],
  news: [],
  alerts: [],
  consultations: ['question', 'howToTakePart', 'outcome'],
  documents: [],
  faqs: [],
  pages: [],
};

/** Kinds whose text is the body of the file. */
const withBody = new Set<KindName>(['news', 'faqs', 'pages']);

export const hasBody = (kind: KindName) => withBody.has(kind);

/** A text in Markdown, and where its lines (from 0) stand. */
export interface RichText {
  source: string;
  /** The field, as `values` of the fields gives it; null: the body. */
  path: readonly (string | number)[] | null;
  place: (line: number) => Place;
}

/** The Markdown texts of a file. */
export function richTextsOf({ path: file, kind, fields, body, bodyLine }: ContentFile): RichText[] {
  const inFields = markdownFields[kind].flatMap((field) =>
    fields
      .values(field)
      .flatMap(({ path, value }): RichText[] =>
        typeof value === 'string'
          ? [{ source: value, path, place: (line) => ({ ...fields.place(path), line: fields.lineInText(path, line) }) }]
          : [],
      ),
  );
  return hasBody(kind)
    ? [...inFields, { source: body, path: null, place: (line) => ({ file, line: bodyLine + line }) }]
    : inFields;
}

/** A link or a picture in a text. */
export interface Reference {
  address: string;
  /** The words of the link, or the text that stands for the picture. */
  words: string;
  place: Place;
}

/** A paragraph or an item of a list, without marks. */
export interface Passage {
  text: string;
  place: Place;
}

/** What a text in Markdown is made of. */
export interface Parts {
  links: Reference[];
  pictures: Reference[];
  /** HTML, which readers would see as it is written. */
  html: Passage[];
  /** Names of headings that end in `{#name}`. */
  anchors: string[];
  passages: Passage[];
}

/** As the site reads it, but HTML and addresses are let through, so that they can be looked at. */
const reader = new MarkdownIt({ html: true });
reader.validateLink = () => true;
reader.normalizeLink = (address) => address;

type Token = ReturnType<typeof reader.parse>[number];

/** Reads the parts of a text. */
export function partsOf(text: RichText): Parts {
  const parts: Parts = { links: [], pictures: [], html: [], anchors: [], passages: [] };
  let heading = false;
  for (const token of reader.parse(text.source, {})) {
    const line = token.map?.[0] ?? 0;
    if (token.type === 'heading_open') heading = true;
    if (token.type === 'heading_close') heading = false;
    if (token.type === 'html_block') parts.html.push({ text: token.content.trim(), place: text.place(line) });
    if (token.type !== 'inline') continue;
    const words = readInline(token.children ?? [], line, text, parts);
    const anchor = /\{#([a-z][a-z0-9-]*)\}$/.exec(words)?.[1];
    if (heading && anchor !== undefined) parts.anchors.push(anchor);
    if (!heading) parts.passages.push({ text: words, place: text.place(line) });
  }
  return parts;
}

/** Reads the pieces of a paragraph, and answers with its words. */
function readInline(tokens: readonly Token[], firstLine: number, text: RichText, parts: Parts): string {
  let line = firstLine;
  let words = '';
  let link: Reference | null = null;
  for (const token of tokens) {
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        line += 1;
        words += ' ';
        break;
      case 'link_open':
        link = { address: String(token.attrGet('href') ?? ''), words: '', place: text.place(line) };
        parts.links.push(link);
        break;
      case 'link_close':
        link = null;
        break;
      case 'image':
        parts.pictures.push({
          address: String(token.attrGet('src') ?? ''),
          words: token.content,
          place: text.place(line),
        });
        break;
      case 'html_inline':
        parts.html.push({ text: token.content, place: text.place(line) });
        break;
      default:
        words += token.content;
        if (link) link.words += token.content;
    }
  }
  return words;
}

/** Whether a text may hold links, pictures, HTML or names of headings: most do not, and need not be read for them. */
export const mayHoldMarks = (source: string) => /[<[]|\{#/.test(source);
