/** A PDF of one page, small but valid: enough to open, print and check. */

/** Characters outside Latin-1 have no place in the standard fonts. */
function pdfText(text: string): string {
  return text
    .replace(/[^\x20-\x7e\xa0-\xff]/g, '?')
    .replace(/[\\()]/g, (character) => `\\${character}`)
    .replace(/[\x80-\xff]/g, (character) => `\\${character.charCodeAt(0).toString(8)}`);
}

/** A one-page A4 document, the first line as its title; base64. */
export function pdfOf(lines: readonly [title: string, ...rest: string[]]): string {
  const [title, ...rest] = lines;
  const content = [
    `BT /F1 20 Tf 56 770 Td (${pdfText(title)}) Tj ET`,
    ...rest.map((line, index) => `BT /F1 12 Tf 56 ${732 - index * 22} Td (${pdfText(line)}) Tj ET`),
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${pdfText(title)}) >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return btoa(file);
}
