import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import { nearest, pageAddress, targetOf } from './addresses.ts';
import type { Value } from './fields.ts';
import { sourcePath, type ContentFile } from './file.ts';
import { errorAt, warningAt, type Finding, type Place } from './finding.ts';
import type { Parts, Reference } from './markdown.ts';
import type { Site } from './site.ts';

/** A link that leads out of the site. */
export interface ExternalLink {
  url: string;
  place: Place;
}

/** Fields that are addresses; those of lists of sources too. */
const addressFields = new Set(['url', 'bookingUrl', 'website', 'sources']);

/** Whether an address is one of this site. */
const isOwn = (address: string) => /^\/(?!\/)/.test(address);

/** The addresses in the fields of a file. */
export function fieldLinks({ fields }: ContentFile, leaves: readonly Value[]): Reference[] {
  return leaves.flatMap(({ path, value }) => {
    const name = path.findLast((part) => typeof part === 'string') ?? '';
    return typeof value === 'string' && addressFields.has(name)
      ? [{ address: value, words: '', place: fields.place(path) }]
      : [];
  });
}

/** Links to other sites, each once for each place. */
export const externalLinks = (links: readonly Reference[]): ExternalLink[] =>
  links.filter(({ address }) => /^https?:\/\//.test(address)).map(({ address, place }) => ({ url: address, place }));

/** What is wrong with the links of a text in Markdown that can be said without knowing where they lead. */
export function writtenLinks({ links }: Pick<Parts, 'links'>): Finding[] {
  return links.flatMap(({ address, words, place }) => {
    if (words.trim() === '')
      return [errorAt(place, `il collegamento a ${address} non ha parole: scrivile fra le parentesi quadre.`)];
    if (/^(https:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(address)) return [];
    return [
      errorAt(
        place,
        `"${address}" non diventa un collegamento: deve cominciare con https://, mailto:, tel:, / oppure #.`,
      ),
    ];
  });
}

/** What is wrong with where links lead, as far as it can be known without asking other sites. */
export function linkFindings(links: readonly Reference[], locale: string, site: Site): Finding[] {
  return links.flatMap(({ address, place }) => {
    if (/^https?:/.test(address)) return formatFindings(address, place);
    if (address.startsWith('mailto:') && !/^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address))
      return [warningAt(place, `"${address}" non è un indirizzo di posta: si scrive mailto:nome@esempio.it.`)];
    if (address.startsWith('tel:') && !/^tel:\+?\d[\d-]*$/.test(address))
      return [warningAt(place, `"${address}" non è un numero di telefono: dopo tel: vanno solo cifre, senza spazi.`)];
    return isOwn(address) ? internalFindings(address, place, locale, site) : [];
  });
}

function formatFindings(address: string, place: Place): Finding[] {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/\.\p{L}{2,}$/u.test(url.hostname) || /[\s<>"]|[.,;]$/.test(address)) {
    return [warningAt(place, `l’indirizzo ${address} non sembra scritto bene: controllalo aprendolo.`)];
  }
  return url.protocol === 'http:' && url.hostname !== 'eurovoc.europa.eu'
    ? [warningAt(place, `l’indirizzo ${address} comincia con http://: usa https://.`)]
    : [];
}

function internalFindings(address: string, place: Place, locale: string, site: Site): Finding[] {
  const { path, locale: written, anchor } = pageAddress(address, site.languages);
  if (written === SOURCE_LOCALE)
    return [errorAt(place, `${address} non esiste: gli indirizzi in italiano non cominciano con /it/.`)];
  if (site.publicFiles.has(path)) return [];
  const target = targetOf(path, site.pages);
  if (target.to === 'nothing') return [errorAt(place, `la pagina ${address} non esiste nel portale.`)];
  const language =
    written === null || written === locale
      ? []
      : [
          warningAt(
            place,
            `${address} porta a un’altra lingua: senza /${written} il portale sceglie quella di chi legge.`,
          ),
        ];
  if (target.to === 'page') return language;
  const content = site.file(target.kind, SOURCE_LOCALE, target.slug);
  if (content === undefined) {
    const near = nearest(target.slug, site.slugs(target.kind));
    const advice = near === undefined ? '' : ` Forse è ${path.slice(0, -target.slug.length - 1)}${near}/.`;
    return [
      errorAt(
        place,
        `la pagina ${address} non esiste nel portale: manca ${sourcePath(target.kind, target.slug)}.${advice}`,
      ),
    ];
  }
  if (!site.isPublished(content))
    return [warningAt(place, `${address} oggi non è nel sito: guarda publishAt ed expiresAt di ${content.path}.`)];
  const anchors =
    anchor === null
      ? undefined
      : (site.anchors.get(`${locale}/${target.slug}`) ?? site.anchors.get(`${SOURCE_LOCALE}/${target.slug}`));
  if (target.kind !== 'pages' || anchors === undefined || anchors.has(anchor ?? '')) return language;
  return [
    ...language,
    warningAt(place, `nella pagina non c’è un titolo che finisce con {#${anchor}}: il collegamento porta all’inizio.`),
  ];
}

/** An address as the name of a file; one that is not well written names none. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Pictures that are missing, that come from other sites, or that a blind reader would miss. */
export function pictureFindings({ pictures }: Pick<Parts, 'pictures'>, site: Site): Finding[] {
  return pictures.flatMap(({ address, words, place }) => [
    ...(words.trim() === ''
      ? [
          errorAt(
            place,
            `l’immagine ${address} non ha un testo per chi non la vede: scrivilo fra le parentesi quadre, ![così](…).`,
          ),
        ]
      : []),
    ...(isOwn(address)
      ? site.publicFiles.has(decoded(address))
        ? []
        : [errorAt(place, `l’immagine ${address} non c’è: manca il file public${address}.`)]
      : [
          errorAt(
            place,
            `l’immagine ${address} deve stare nel portale: metti il file in public/ e scrivi il suo indirizzo con / davanti.`,
          ),
        ]),
  ]);
}

/** HTML in Markdown, and marks where they do not work: readers would see them as they are. */
export function markFindings(
  file: ContentFile,
  leaves: readonly Value[],
  rich: ReadonlySet<string>,
  parts: readonly Parts[],
): Finding[] {
  const inText = parts.flatMap(({ html }) =>
    html
      .filter(({ text }) => !text.startsWith('</'))
      .map(({ text, place }) => errorAt(place, `l’HTML si vede come testo: togli ${text.split('\n', 1)[0] ?? ''}`)),
  );
  const inFields = leaves.flatMap(({ path, value }) => {
    if (typeof value !== 'string' || rich.has(path.join('.'))) return [];
    if (/<\/?[a-z][^<>]*>/i.test(value))
      return [errorAt(file.fields.place(path), 'l’HTML si vede come testo: toglilo.')];
    if (/\*\*\S|\]\(\S/.test(value))
      return [
        errorAt(
          file.fields.place(path),
          'in questo campo grassetto e collegamenti non funzionano: si vedrebbero i segni.',
        ),
      ];
    return [];
  });
  return [...inText, ...inFields];
}
