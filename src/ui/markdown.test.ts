import { expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

it('renders paragraphs, lists and links', () => {
  expect(renderMarkdown('Vai su [SPID](https://www.spid.gov.it/).\n\n- uno\n- due')).toContain('<a href="https://www.spid.gov.it/">SPID</a>');
});

it('lets no HTML and no script address through', () => {
  const html = renderMarkdown('<script>alert(1)</script> [qui](javascript:alert(1)) [lì](//evil.example)');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<a ');
});
