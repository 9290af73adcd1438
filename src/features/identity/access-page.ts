import { safeReturnPath } from '../../domain/return-path.ts';

/** Sends the person back, after signing in, to the page they came for; without this script they reach the overview. */
const returnTo = safeReturnPath(new URLSearchParams(location.search).get('return_to'), '');
if (returnTo !== '') {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/auth/login"]')) {
    const address = new URL(link.href);
    address.searchParams.set('return_to', returnTo);
    link.href = address.href;
  }
}

/** Tells a person who is already signed in that there is nothing to do here. */
try {
  const response = await fetch('/api/v1/session', { headers: { accept: 'application/json' } });
  const session: unknown = response.ok ? await response.json() : null;
  const signedIn = typeof session === 'object' && session !== null && 'signedIn' in session && session.signedIn === true;
  document.querySelector('#already-signed-in')?.toggleAttribute('hidden', !signedIn);
} catch {
  // Without an answer the page stays as it is: signing in again does no harm.
}

export {};
