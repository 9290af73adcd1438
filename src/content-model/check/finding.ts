/** An error stops the build; a warning asks for an editor's attention. */
export type Severity = 'error' | 'warning';

/** Where something stands in a file. */
export interface Place {
  /** Path from the project's folder, with forward slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** The field as editors read it; absent: the body of the file, or the file as a whole. */
  field?: string;
}

/** Something that an editor should know about a file, in one Italian sentence. */
export interface Finding extends Place {
  severity: Severity;
  sentence: string;
}

export const errorAt = (place: Place, sentence: string): Finding => ({ ...place, severity: 'error', sentence });
export const warningAt = (place: Place, sentence: string): Finding => ({ ...place, severity: 'warning', sentence });

/** A step into the front matter: the name of a field, or the index of an item in a list. */
export type FieldPath = readonly (string | number)[];

/** A field as editors read it, lists counted from 1: `steps, voce 2, title`. */
export function fieldName(path: FieldPath): string {
  return path.map((part) => (typeof part === 'number' ? `voce ${part + 1}` : part)).join(', ');
}

/** A finding as one line: `content/services/it/bollo-auto.md:12 campo "topics": …`. */
export function inOneLine({ file, line, field, sentence }: Finding): string {
  return `${file}:${line}${field === undefined ? ':' : ` campo "${field}":`} ${sentence}`;
}

/** The findings in the order of files and lines. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** A number of things in words: `2 errori`. */
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** A number of days in words: `1 giorno`. */
export const days = (count: number) => counted(count, 'giorno', 'giorni');

/** The last line of a check: `287 file controllati: 0 errori, 12 avvisi`. */
export function totals(files: number, findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return `${counted(files, 'file controllato', 'file controllati')}: ${counted(errors, 'errore', 'errori')}, ${counted(warnings, 'avviso', 'avvisi')}`;
}
