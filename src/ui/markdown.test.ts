import { expect, it } from 'vitest';
import { plainText, renderMarkdown } from './markdown.ts';

it('renders paragraphs, lists and links', () => {
  expect(renderMarkdown('Vai su [SPID](https://www.spid.gov.it/).\n\n- uno\n- due', 'it')).toContain('<a href="https://www.spid.gov.it/">SPID</a>');
});

it('lets no HTML and no script address through', () => {
  const html = renderMarkdown('<script>alert(1)</script> [qui](javascript:alert(1)) [lì](//evil.example)', 'it');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<a ');
});

it('leads to pages of this site in the reader’s language', () => {
  expect(renderMarkdown('[bollo](/servizi/bollo-auto/)', 'fr')).toContain('href="/fr/servizi/bollo-auto/"');
  expect(renderMarkdown('[bollo](/en/servizi/bollo-auto/)', 'fr')).toContain('href="/en/servizi/bollo-auto/"');
  expect(renderMarkdown('[bollo](/servizi/bollo-auto/)', 'it')).toContain('href="/servizi/bollo-auto/"');
});

it('leaves pictures and files where they are', () => {
  expect(renderMarkdown('![Il logo](/portal/logo.svg) [tabella](/api/catalogo/v1/servizi.csv)', 'fr')).toContain('src="/portal/logo.svg"');
  expect(renderMarkdown('[tabella](/api/catalogo/v1/servizi.csv)', 'fr')).toContain('href="/api/catalogo/v1/servizi.csv"');
});

it('gives the words without marks', () => {
  expect(plainText('Vai **subito** su\n[SPID](https://www.spid.gov.it/).\n\n- uno\n- due')).toBe('Vai subito su SPID.\nuno\ndue');
});

it('names headings that end in {#name}', () => {
  expect(renderMarkdown('## Un appuntamento {#appuntamento}', 'it')).toBe('<h2 id="appuntamento">Un appuntamento</h2>\n');
});

it('marks the section on the licence for the national checker', () => {
  const html = renderMarkdown('## Licenza {#licenza}\n\nCC BY 4.0.\n\n## Altro\n\nAltro.', 'it');
  expect(html).toContain('<h2 id="licenza" data-element="legal-notes-section">Licenza</h2>\n<p data-element="legal-notes-body">CC BY 4.0.</p>');
  expect(html).toContain('<p>Altro.</p>');
});

it('keeps the groups of a telephone number together and in their order', () => {
  expect(renderMarkdown('Chiama 800 000 500.', 'ar')).toContain('800\u00a0000\u00a0500');
});
