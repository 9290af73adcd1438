import { daysBetween } from '../../domain/day.ts';
import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import { dayIn } from './fields.ts';
import { isSource, kindOf, sourcePath, type ContentFile } from './file.ts';
import { days, errorAt, warningAt, type Finding } from './finding.ts';
import type { Site } from './site.ts';

/** Services up to this place among the most used are in every language. */
const MOST_USED = 25;

/** Lists that a translation repeats item by item. */
const repeated = ['steps', 'calendar'];

const languageNames = new Intl.DisplayNames(['it'], { type: 'language' });

/** What is wrong with a translation, held against its Italian text. */
export function translationFindings(file: ContentFile, site: Site): Finding[] {
  if (isSource(file)) return [];
  const source = site.file(file.kind, SOURCE_LOCALE, file.slug);
  if (!source)
    return [
      errorAt(
        { file: file.path, line: 1 },
        `è la traduzione di un testo che non c’è: manca ${sourcePath(file.kind, file.slug)}.`,
      ),
    ];
  return [
    ...ageFindings(file, source),
    ...repeated.flatMap((field) => listFindings(file, source, field)),
    ...calendarFindings(file, source),
  ];
}

function ageFindings({ fields }: ContentFile, source: ContentFile): Finding[] {
  const from = fields.day('translatedFrom');
  const updated = source.fields.day('updated');
  if (from === undefined || updated === undefined || from === updated) return [];
  const place = fields.place(['translatedFrom']);
  return from < updated
    ? [
        warningAt(
          place,
          `traduzione vecchia: il testo italiano è cambiato il ${updated}, ${days(daysBetween(from, updated))} dopo quello tradotto. Chi legge ne è avvisato.`,
        ),
      ]
    : [warningAt(place, `il testo italiano è del ${updated}, prima di questa data: scrivi qui il suo campo updated.`)];
}

function listFindings({ fields }: ContentFile, source: ContentFile, field: string): Finding[] {
  const here = fields.count(field);
  const there = source.fields.count(field);
  return here === there
    ? []
    : [
        errorAt(
          fields.place([field]),
          `le voci sono ${here}, nel testo italiano ${there}: devono essere le stesse, nello stesso ordine (${source.path}).`,
        ),
      ];
}

/** Dates that differ from the Italian ones; an old translation is told to be so already. */
function calendarFindings({ fields }: ContentFile, source: ContentFile): Finding[] {
  const isCurrent = (fields.day('translatedFrom') ?? '') >= (source.fields.day('updated') ?? '');
  const italian = new Map(
    [...source.fields.values('calendar[].day'), ...source.fields.values('calendar[].afterDays')].map(
      ({ path, value }) => [path.join('.'), value],
    ),
  );
  return [...fields.values('calendar[].day'), ...fields.values('calendar[].afterDays')].flatMap(({ path, value }) => {
    const there = italian.get(path.join('.'));
    if (
      (dayIn(value) ?? value) === (dayIn(there) ?? there) ||
      fields.count('calendar') !== source.fields.count('calendar')
    )
      return [];
    const say = isCurrent ? errorAt : warningAt;
    return [say(fields.place(path), `la data non è quella del testo italiano: controlla ${source.path}.`)];
  });
}

/** Most used services that are not in every language. */
export function missingTranslations(file: ContentFile, site: Site): Finding[] {
  const popularity = file.fields.values('popularity')[0]?.value;
  if (file.kind !== 'services' || !isSource(file) || typeof popularity !== 'number' || popularity > MOST_USED)
    return [];
  if (kindOf(file.kind).translation === undefined) return [];
  const missing = site.languages.filter((language) => !site.file(file.kind, language, file.slug));
  if (missing.length === 0) return [];
  const names = missing.map((language) => languageNames.of(language) ?? language).join(', ');
  return [
    warningAt(
      file.fields.place(['popularity']),
      `è fra i ${MOST_USED} servizi più usati: mancano le traduzioni in ${names}.`,
    ),
  ];
}
