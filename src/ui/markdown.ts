import MarkdownIt from 'markdown-it';
import { linkIn } from '../i18n/links.ts';

/** Editors' Markdown: no HTML goes through, and only links that the content's schema would take. */
function createRenderer(locale: string) {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = (url) => /^(https:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(url);
  const plain = new MarkdownIt();
  markdown.normalizeLink = (url) => linkIn(plain.normalizeLink(url), locale);
  // A heading that ends in `{#name}` can be linked to by that name, the same in every language. That of the licence is
  // where the national checker looks for it, by these names.
  markdown.core.ruler.push('named-headings', ({ tokens }) => {
    let section: string | undefined;
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'heading_open') section = undefined;
      if (token.type === 'paragraph_open' && section === 'licenza') token.attrSet('data-element', 'legal-notes-body');
      const words = tokens[index + 1]?.children?.at(-1);
      const [mark = '', name] = /\s*\{#([a-z][a-z0-9-]*)\}$/.exec(words?.content ?? '') ?? [];
      if (token.type !== 'heading_open' || !words || name === undefined) continue;
      section = name;
      token.attrSet('id', name);
      if (section === 'licenza') token.attrSet('data-element', 'legal-notes-section');
      words.content = words.content.slice(0, -mark.length);
    }
  });
  return markdown;
}

/** A space inside a number: it must not break over lines, nor turn its groups round where one reads from the right. */
const spaceInNumber = /(?<=\d) (?=\d)/g;

const renderers = new Map<string, ReturnType<typeof createRenderer>>();

/** HTML of a text of one or more paragraphs; links to pages of this site lead to the reader's language. */
export function renderMarkdown(text: string, locale: string): string {
  const renderer = renderers.get(locale) ?? createRenderer(locale);
  renderers.set(locale, renderer);
  return renderer.render(text.replaceAll(spaceInNumber, '\u00a0'));
}

const reader = new MarkdownIt();

/** The words of such a text without its marks, for those who read no Markdown: harvesters, search engines. */
export function plainText(text: string): string {
  const paragraphs = reader.parse(text, {}).filter(({ type }) => type === 'inline');
  return paragraphs.map(({ children }) => (children ?? []).map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')).join('\n');
}
