/** The address of a page in a language: Italian, the source, has no prefix. */
export function localizedPath(locale: string, path: string): string {
  return locale === 'it' ? path : `/${locale}${path}`;
}
