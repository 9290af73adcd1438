import { listSheets } from '../catalogue.ts';
import { catalogueItemOf } from '../open-catalogue.ts';

/** The day of the newest of some contents, `YYYY-MM-DD`; the oldest day there is when there are none. */
const newest = (contents: readonly { facts: { updated: string } }[]) =>
  contents.reduce((last, { facts }) => (facts.updated > last ? facts.updated : last), '1970-01-01');

/** All services in a language. @param site the portal's own address */
export async function servicesDocument(locale: string, site: URL) {
  const sheets = await listSheets(locale);
  return { language: locale, updated: newest(sheets), services: sheets.map((sheet) => catalogueItemOf(sheet, locale, site)) };
}
