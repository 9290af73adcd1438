import { QueryClient } from '@tanstack/react-query';

/** One cache per page, in memory only: nothing personal outlives the tab. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        staleTime: 60_000,
        // Each block has its own "try again"; asking a failing office three times in silence only makes people wait.
        retry: false,
        refetchOnWindowFocus: false,
        // Without a connection a request fails at once and says so, rather than waiting in silence.
        networkMode: 'always',
      },
    },
  });
}
