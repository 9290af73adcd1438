import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import { relations } from '../collections.ts';
import { nearest } from './addresses.ts';
import { isSource, sourcePath, type ContentFile } from './file.ts';
import { errorAt, type Finding } from './finding.ts';
import type { Site } from './site.ts';

/** Names of other files that no file has. */
export function relationFindings(file: ContentFile, site: Site): Finding[] {
  if (!isSource(file)) return [];
  return relations
    .filter(({ from }) => from === file.kind)
    .flatMap(({ field, to }) =>
      file.fields.values(field).flatMap(({ path, value }) => {
        if (typeof value !== 'string' || site.file(to, SOURCE_LOCALE, value)) return [];
        const near = nearest(value, site.slugs(to));
        const advice = near === undefined ? '' : ` Forse è "${near}".`;
        return [
          errorAt(file.fields.place(path), `"${value}" non esiste: non c’è il file ${sourcePath(to, value)}.${advice}`),
        ];
      }),
    );
}

/** Services that claim the same place among the most used. */
export function popularityFindings(files: readonly ContentFile[]): Finding[] {
  const taken = new Map<number, string>();
  return files.flatMap(({ kind, path, fields }) => {
    const place = kind === 'services' ? fields.values('popularity')[0]?.value : undefined;
    if (typeof place !== 'number') return [];
    const other = taken.get(place);
    if (other === undefined) taken.set(place, path);
    return other === undefined
      ? []
      : [errorAt(fields.place(['popularity']), `il posto ${place} è già di ${other}: ogni servizio ha il suo.`)];
  });
}
