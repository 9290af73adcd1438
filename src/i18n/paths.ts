/** The address of a page in a language: Italian, the source, has no prefix. */
export function localizedPath(locale: string, path: string): string {
  return locale === 'it' ? path : `/${locale}${path}`;
}

/** An address without its language prefix. */
export function withoutLocale(pathname: string, locale: string): string {
  return locale !== 'it' && pathname.startsWith(`/${locale}/`) ? pathname.slice(locale.length + 1) : pathname;
}
