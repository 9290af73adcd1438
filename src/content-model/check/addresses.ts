import { lettersApart } from '../../domain/search.ts';
import type { KindName } from '../collections.ts';

/** What the routes of the site (`src/pages`) say about its addresses. */
export interface SitePages {
  /** Addresses without the prefix of the language, with their final slash: `/servizi/`. */
  fixed: ReadonlySet<string>;
  /** Routes whose parts are not known beforehand. */
  open: readonly RegExp[];
}

/** Pages made of content, by what comes before the name of its file. */
const contentPages: readonly (readonly [before: string, kind: KindName])[] = [
  ['/servizi/argomento/', 'topics'],
  ['/servizi/evento/', 'lifeEvents'],
  ['/servizi/ente/', 'enti'],
  ['/servizi/', 'services'],
  ['/argomenti/', 'topics'],
  ['/eventi-della-vita/', 'lifeEvents'],
  ['/enti/', 'enti'],
  ['/novita/', 'news'],
  ['/consultazioni/', 'consultations'],
  ['/', 'pages'],
];

/** Routes of which content says which addresses they have. */
const contentRoutes = new Set(contentPages.map(([before]) => `${before}[]/`));

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The addresses that files of `src/pages` make.
 * @param files paths below `src/pages`, with forward slashes; those that are answered on demand are below `_on-demand/`
 * @param listed addresses below routes that end in `[...rest]`, for those that have a list of them
 */
export function pagesOf(files: readonly string[], listed: readonly string[]): SitePages {
  const fixed = new Set(listed);
  const open: RegExp[] = [];
  for (const file of files) {
    const path = file.replace(/^_on-demand\//, '');
    if (
      !/\.(astro|ts)$/.test(path) ||
      path.split('/').some((part) => part.startsWith('_')) ||
      path.endsWith('404.astro')
    )
      continue;
    const isPage = path.endsWith('.astro');
    const bare = `/${path
      .replace(/^\[(\.\.\.)?locale\]\//, '')
      .replace(/\.(astro|ts)$/, '')
      .replace(/(^|\/)index$/, '$1')}`;
    const address = isPage && !bare.endsWith('/') ? `${bare}/` : bare;
    const rest = /\/\[\.\.\.\w+\]\/?$/.exec(address);
    if (rest) {
      const above = `${address.slice(0, rest.index)}/`;
      fixed.add(above);
      if (!listed.some((one) => one.startsWith(above))) open.push(new RegExp(`^${escape(above)}`));
    } else if (!address.includes('[')) fixed.add(address);
    else if (!contentRoutes.has(address.replaceAll(/\[\w+\]/g, '[]'))) {
      open.push(
        new RegExp(
          `^${address
            .split(/\[\w+\]/)
            .map(escape)
            .join('[^/]+')}/?$`,
        ),
      );
    }
  }
  return { fixed, open };
}

/** What an address of the site leads to. */
export type Target = { to: 'page' } | { to: 'content'; kind: KindName; slug: string } | { to: 'nothing' };

/** The address of a page without language, `#…` and `?…`, with its final slash. */
export function pageAddress(
  address: string,
  languages: readonly string[],
): { path: string; locale: string | null; anchor: string | null } {
  const [beforeAnchor = '', anchor = null] = address.split('#', 2);
  const [path = ''] = beforeAnchor.split('?', 1);
  const first = path.split('/')[1] ?? '';
  const locale = languages.includes(first) ? first : null;
  const bare = locale === null ? path : path.slice(locale.length + 1);
  return { path: bare.endsWith('/') || /\.\w+$/.test(bare) ? bare : `${bare}/`, locale, anchor };
}

/** What the address of a page without language leads to: the content itself may still be missing. */
export function targetOf(path: string, { fixed, open }: SitePages): Target {
  if (fixed.has(path) || fixed.has(path.replace(/\/$/, ''))) return { to: 'page' };
  for (const [before, kind] of contentPages) {
    const slug = path.startsWith(before) ? path.slice(before.length, -1) : '';
    if (slug !== '' && !slug.includes('/') && path.endsWith('/')) return { to: 'content', kind, slug };
  }
  return open.some((route) => route.test(path)) ? { to: 'page' } : { to: 'nothing' };
}

/** The name nearest to a mistyped one, if there is one that is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const limit = name.length > 7 ? 2 : 1;
  let best: { name: string; letters: number } | undefined;
  for (const other of names) {
    const letters = lettersApart(name, other, limit);
    if (letters <= limit && (best === undefined || letters < best.letters)) best = { name: other, letters };
  }
  return best?.name;
}
