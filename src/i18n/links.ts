import { localeOfPath, SOURCE_LOCALE } from './locales.ts';
import { localizedPath } from './paths.ts';

/**
 * An address as an editor wrote it, for one reader: pages of this site lead to the reader's language, unless another is
 * asked for by its prefix. Other sites, the open data and files (`/portal/logo.svg`) are the same in every language.
 */
export function linkIn(address: string, locale: string): string {
  const [path = ''] = address.split(/[?#]/, 1);
  const isPage = /^\/(?!\/|api\/)/.test(path) && !/\.\w+$/.test(path);
  return isPage && localeOfPath(path) === SOURCE_LOCALE ? localizedPath(locale, address) : address;
}
