import type { QueryClient } from '@tanstack/react-query';

/** Where the session is kept in the page's memory. */
export const SESSION_KEY = ['session'] as const;

/** Whether the session of this page has ended: what still arrives for it is thrown away. */
export function hasEnded(client: QueryClient): boolean {
  return client.getQueryData<{ signedIn: boolean }>(SESSION_KEY)?.signedIn === false;
}

/** The server says that the session is over: the page says so, in place of what it showed. */
export function endSession(client: QueryClient): void {
  client.setQueryData(SESSION_KEY, { signedIn: false, ended: true });
}

/**
 * Nothing of the person stays in the page's memory. To be called once nothing on the page shows it any more:
 * what is still shown would be asked for again.
 */
export function forgetPerson(client: QueryClient): void {
  client.removeQueries({ queryKey: ['sources'] });
}
