// @ts-check
// What the server in front of the files says of the open data: everybody may read them, from any site.

const openData = /^\/api\/catalogo\//;
const feed = /^(?:\/[a-z]{2,3}(?:-[a-z]+)?)?\/novita\/feed\.xml$/i;

/** Media types that the name of a file does not tell, or that want their characters named. */
const mediaTypes = [
  { name: feed, type: 'application/atom+xml; charset=utf-8' },
  { name: /^\/api\/catalogo\/v\d+\/status$/, type: 'application/problem+json' },
  { name: /\.jsonld$/, type: 'application/ld+json' },
  { name: /\.ttl$/, type: 'text/turtle; charset=utf-8' },
  { name: /\.csv$/, type: 'text/csv; charset=utf-8' },
  { name: /\.json$/, type: 'application/json' },
];

/**
 * True for the addresses of the open catalogue, whether or not there is a file.
 * @param {string} pathname
 */
export const isOpenData = (pathname) => openData.test(pathname);

/**
 * Headers that open data have instead of the usual ones; none for all other addresses.
 * @param {string} pathname
 * @returns {Record<string, string>} names in lower case
 */
export function openDataHeaders(pathname) {
  if (!isOpenData(pathname) && !feed.test(pathname)) return {};
  const type = mediaTypes.find(({ name }) => name.test(pathname))?.type;
  return {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Last-Modified',
    'cross-origin-resource-policy': 'cross-origin',
    // Five minutes: an alert that editors publish reaches every reader within them.
    'cache-control': pathname.endsWith('/status') ? 'no-cache' : 'public, max-age=300',
    ...(type === undefined ? {} : { 'content-type': type }),
  };
}

/** What a browser is told that asks before it reads from another site. */
export const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
  'access-control-max-age': '86400',
};

/**
 * A problem of the open catalogue (RFC 9457), as its OpenAPI document describes it.
 * @param {404 | 405} status
 */
export function openDataProblem(status) {
  const [title, detail] =
    status === 404
      ? ['Not found', 'There is no such file: the language or the id does not exist.']
      : ['Method not allowed', 'Only GET and HEAD are possible here.'];
  return JSON.stringify({ type: 'about:blank', title, status, detail });
}
