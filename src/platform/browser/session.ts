import type { QueryClient } from '@tanstack/react-query';

/** Where the session is kept in the page's memory. */
export const SESSION_KEY = ['session'] as const;

/** The server says that the session is over: the page says so, and nothing of the person stays in its memory. */
export function endSession(client: QueryClient): void {
  client.setQueryData(SESSION_KEY, { signedIn: false, ended: true });
  client.removeQueries({ queryKey: ['sources'] });
}
