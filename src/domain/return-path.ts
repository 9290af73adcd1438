const LONGEST_PATH = 512;

/**
 * A path of this portal to come back to, or the fallback.
 * Taken only when a browser, resolving it against this portal, stays here: so `//evil`, `/\evil`, `https://…`, control
 * characters and encoded tricks all fall back. The sign-in routes themselves are no place to return to.
 */
export function safeReturnPath(value: string | null | undefined, fallback: string): string {
  if (!value?.startsWith('/') || value.length > LONGEST_PATH || /[\\\s\p{Cc}]|%[01]|%5c|%7f/iu.test(value)) return fallback;
  const here = 'https://portal.invalid';
  const url = URL.canParse(value, here) ? new URL(value, here) : null;
  if (!url || url.origin !== here || /^\/+(auth|api)\//.test(url.pathname) || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search;
}
