import MarkdownIt from 'markdown-it';
import { localeOfPath, SOURCE_LOCALE } from '../i18n/locales.ts';
import { localizedPath } from '../i18n/paths.ts';

/** Editors' Markdown: no HTML goes through, and only links that the content's schema would take. */
const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false });
renderer.validateLink = (url) => /^(https:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(url);

/** A page of this site in the reader's language, however the editor wrote its address. */
function inLanguage(href: string, locale: string): string {
  return href.startsWith('/') && localeOfPath(href) === SOURCE_LOCALE ? localizedPath(locale, href) : href;
}

const plainLink = renderer.renderer.rules.link_open ?? ((tokens, index, options, _env, self) => self.renderToken(tokens, index, options));
renderer.renderer.rules.link_open = (tokens, index, options, env: { locale: string }, self) => {
  const href = tokens[index]?.attrGet('href');
  if (href) tokens[index]?.attrSet('href', inLanguage(String(href), env.locale));
  return plainLink(tokens, index, options, env, self);
};

/** A heading that ends in `{#name}` can be linked to by that name, the same in every language. */
renderer.core.ruler.push('named headings', ({ tokens }) => {
  for (const [index, token] of tokens.entries()) {
    const words = tokens[index + 1]?.children?.at(-1);
    const [mark = '', name] = /\s*\{#([a-z][a-z0-9-]*)\}$/.exec(words?.content ?? '') ?? [];
    if (token.type !== 'heading_open' || !words || name === undefined) continue;
    token.attrSet('id', name);
    words.content = words.content.slice(0, -mark.length);
  }
});

/** HTML of a text of one or more paragraphs; links to pages of this site lead to the reader's language. */
export function renderMarkdown(text: string, locale: string): string {
  return renderer.render(text, { locale });
}
