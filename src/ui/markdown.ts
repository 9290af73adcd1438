import MarkdownIt from 'markdown-it';

/** Editors' Markdown: no HTML goes through, and only links that the sheet's schema would take. */
const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false });
renderer.validateLink = (url) => /^(https:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(url);

/** HTML of a text of one or more paragraphs. */
export function renderMarkdown(text: string): string {
  return renderer.render(text);
}
