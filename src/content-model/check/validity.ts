import { dayInItaly, daysBetween, type Day } from '../../domain/day.ts';
import { dayIn, writtenDate } from './fields.ts';
import { isSource, type ContentFile } from './file.ts';
import { days, errorAt, warningAt, type Finding } from './finding.ts';

/** Days before its end on which a content is said to be ending. */
const SOON = 14;

/** Days after which what changes every year must be looked at again. */
const YEAR = 365;

const whenItEnds = (left: number) => (left === 0 ? 'oggi' : `fra ${days(left)}`);

/** What time has done, or soon will do, to an Italian text. */
export function validityFindings(file: ContentFile, today: Day): Finding[] {
  if (!isSource(file)) return [];
  return [...publicationFindings(file, today), ...kindFindings(file, today)];
}

function publicationFindings({ fields }: ContentFile, today: Day): Finding[] {
  const [publishAt, expiresAt, updated] = [fields.day('publishAt'), fields.day('expiresAt'), fields.day('updated')];
  const found: Finding[] = [];
  if (updated !== undefined && updated > today)
    found.push(warningAt(fields.place(['updated']), `il ${updated} deve ancora venire.`));
  if (expiresAt === undefined) return found;
  const place = fields.place(['expiresAt']);
  if (publishAt !== undefined && expiresAt < publishAt)
    return [
      ...found,
      errorAt(
        place,
        `la fine (${expiresAt}) viene prima dell’inizio (publishAt, ${publishAt}): il testo non si vedrebbe mai.`,
      ),
    ];
  const left = daysBetween(today, expiresAt);
  if (left < 0)
    return [...found, warningAt(place, `non è più nel sito da ${days(-left)}: aggiorna la data o togli il file.`)];
  return left <= SOON
    ? [...found, warningAt(place, `esce dal sito ${whenItEnds(left)}, dopo il ${expiresAt}.`)]
    : found;
}

function kindFindings(file: ContentFile, today: Day): Finding[] {
  switch (file.kind) {
    case 'services':
      return [...calendarFindings(file, today), ...checkFindings(file, today)];
    case 'alerts':
      return alertFindings(file, today);
    case 'consultations':
      return consultationFindings(file, today);
    default:
      return [];
  }
}

function calendarFindings({ fields }: ContentFile, today: Day): Finding[] {
  return fields.values('calendar[].day').flatMap(({ path, value }) => {
    const day = dayIn(value);
    return day === undefined || day >= today
      ? []
      : [warningAt(fields.place(path), `la scadenza del ${day} è passata: scrivi la prossima o togli la voce.`)];
  });
}

function checkFindings({ fields }: ContentFile, today: Day): Finding[] {
  const day = fields.day('checkedOn');
  if (day === undefined) return [];
  const place = fields.place(['checkedOn']);
  if (day > today) return [warningAt(place, `il ${day} deve ancora venire.`)];
  return daysBetween(day, today) <= YEAR
    ? []
    : [
        warningAt(
          place,
          'importi e date non si controllano da più di un anno: verificali con l’ente e cambia questa data.',
        ),
      ];
}

function alertFindings({ fields }: ContentFile, today: Day): Finding[] {
  const end = new Date(fields.values('validUntil').map(({ value }) => writtenDate(value) ?? '')[0] ?? '');
  if (Number.isNaN(end.getTime())) return [];
  const left = daysBetween(today, dayInItaly(end));
  const place = fields.place(['validUntil']);
  if (left < 0)
    return [
      warningAt(place, `l’allerta è finita da ${days(-left)} e non si vede più: togli il file quando non serve.`),
    ];
  return left <= SOON ? [warningAt(place, `l’allerta finisce ${whenItEnds(left)}: se continua, cambia la data.`)] : [];
}

function consultationFindings({ fields }: ContentFile, today: Day): Finding[] {
  const end = fields.day('closesOn');
  if (end === undefined) return [];
  const left = daysBetween(today, end);
  const place = fields.place(['closesOn']);
  if (left < 0)
    return fields.text('outcome') === undefined
      ? [warningAt(place, `è chiusa da ${days(-left)} e non dice che cosa ne è venuto: scrivi il campo outcome.`)]
      : [];
  return left <= SOON ? [warningAt(place, `la consultazione chiude ${whenItEnds(left)}.`)] : [];
}
