/** Plain, accessible pages of the demo back ends: no scripts but the one that a page names, one inline style. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** HTML that is already escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

/** Template tag: strings and numbers are escaped, `Html` is taken as it is, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const rendered = parts.map((part) => {
    if (part === undefined) return '';
    if (part instanceof Html) return part.text;
    if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
    return part.map((each) => each.text).join('\n');
  });
  return new Html(strings.reduce((text, literal, index) => `${text}${rendered[index - 1] ?? ''}${literal}`));
}

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The one style sheet of these pages. */
export const style = `
:root { color-scheme: light dark; --ink: #17202b; --paper: #fff; --line: #5b6b7c; --accent: #004a99; --on-accent: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef2f6; --paper: #12171d; --line: #93a3b4; --accent: #9cc4ff; --on-accent: #0b1622 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem }
p { margin: 0 0 0.75rem; max-width: 70ch }
a { color: var(--accent) }
ul.rows { list-style: none; margin: 1.5rem 0; padding: 0 }
ul.rows > li { border-top: 1px solid var(--line); padding: 1rem 0 }
ul.rows p { margin: 0.5rem 0 0 }
button, select, input { font: inherit; min-height: 2.75rem; max-width: 100% }
button { padding: 0.4rem 1.1rem; border: 2px solid var(--accent); border-radius: 4px; font-weight: 600; cursor: pointer }
button { background: var(--accent); color: var(--on-accent) }
button.plain { background: transparent; color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
fieldset { border: 1px solid var(--line); border-radius: 4px; margin: 0 0 1.5rem; padding: 1rem }
legend { font-weight: 600; padding: 0 0.4rem }
label { display: block; margin: 0 0 0.75rem }
select, input { display: block; width: 100%; padding: 0.3rem 0.5rem; border: 1px solid var(--line); border-radius: 4px }
select, input { background: var(--paper); color: var(--ink) }
.scroll { overflow-x: auto; margin-bottom: 1rem }
form + p { margin-top: 0.5rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: middle; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line) }
caption { text-align: start; padding-bottom: 0.5rem }
code { overflow-wrap: anywhere }
`;

/** The source expression with which a policy admits exactly this inline text. */
function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

export interface Page {
  title: string;
  body: Html;
  /** Origins to which a form of the page may lead, by redirects too. */
  formTargets?: readonly string[];
  /** The one script of the page. */
  script?: string;
}

/** The document and the headers that go with it. Pages are in Italian; English stands in `lang="en"`. */
export function renderPage(page: Page): { document: string; headers: Record<string, string> } {
  const script = page.script === undefined ? '' : `<script>${page.script}</script>`;
  const document = `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(page.title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
${page.body.text}
</main>
${script}
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `style-src ${sourceHash(style)}`,
    ...(page.script === undefined ? [] : [`script-src ${sourceHash(page.script)}`]),
    'img-src data:',
    // Browsers apply this to the redirects that follow a form as well, so the portal must be named.
    `form-action ${["'self'", ...(page.formTargets ?? [])].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    document,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  };
}

/** Sends a page on a Node response. */
export function sendPage(response: ServerResponse, status: number, page: Page): void {
  const { document, headers } = renderPage(page);
  response.writeHead(status, headers).end(document);
}
