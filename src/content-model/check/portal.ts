import * as z from 'zod';
import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import { Fields } from './fields.ts';
import { sourcePath, type RawFile } from './file.ts';
import { errorAt, type Finding } from './finding.ts';
import type { Site } from './site.ts';

const named = z.object({ ipa: z.string(), fiscalCode: z.string() });
const portalFile = z.object({
  administration: named,
  languages: z.array(z.object({ code: z.string() })),
  enti: z.array(named),
});

/** The codes of the portal's languages, as `content/portal.json` gives them; only Italian when it can not be read. */
export function languagesOf(portal: RawFile | undefined): string[] {
  const fields = portal && new Fields(portal.path, portal.text, 1);
  const result = z.object({ languages: portalFile.shape.languages }).safeParse(fields?.data);
  return result.success ? result.data.languages.map(({ code }) => code) : [SOURCE_LOCALE];
}

/** Enti of the portal's configuration that have no file, or another fiscal code there. */
export function portalFindings(portal: RawFile | undefined, site: Site): Finding[] {
  if (portal === undefined)
    return [
      errorAt(
        { file: 'content/portal.json', line: 1 },
        'questo file manca: dice il nome, le lingue e gli enti del portale.',
      ),
    ];
  const fields = new Fields(portal.path, portal.text, 1);
  if (fields.findings.length > 0) return [...fields.findings];
  const result = portalFile.safeParse(fields.data);
  if (!result.success)
    return result.error.issues.map(({ path, message }) =>
      errorAt(fields.place(path.filter((part) => typeof part !== 'symbol')), message),
    );
  const { administration, enti } = result.data;
  return [
    ...enteFindings(administration, ['administration'], fields, site),
    ...enti.flatMap((ente, index) => enteFindings(ente, ['enti', index], fields, site)),
  ];
}

function enteFindings(
  { ipa, fiscalCode }: z.infer<typeof named>,
  path: readonly (string | number)[],
  fields: Fields,
  site: Site,
): Finding[] {
  const ente = site.file('enti', SOURCE_LOCALE, ipa);
  if (!ente)
    return [
      errorAt(
        fields.place([...path, 'ipa']),
        `l’ente "${ipa}" non esiste: non c’è il file ${sourcePath('enti', ipa)}.`,
      ),
    ];
  const there = ente.fields.text('fiscalCode');
  return there === fiscalCode
    ? []
    : [
        errorAt(
          fields.place([...path, 'fiscalCode']),
          `il codice fiscale è ${fiscalCode}, in ${ente.path} è ${there ?? 'assente'}: devono essere uguali.`,
        ),
      ];
}
