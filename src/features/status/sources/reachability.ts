/** A source that the portal checks, and where: an address that concerns no person. */
export interface CheckedSource {
  id: string;
  name: string;
  address: string;
  /** What counts as an answer: any below 500, which only says that somebody is there, or one that went well. */
  expects: 'any-answer' | 'success';
}

/** What came of asking. */
export interface Reachability {
  answered: boolean;
  milliseconds: number;
}

/** Asks a source whether it is there; a failure is an outcome like any other. */
export type Probe = (source: CheckedSource) => Promise<Reachability>;

/** Reads no more than the beginning of the answer: what is in it does not matter. */
export function createProbe(options: { fetch: typeof fetch; timeoutMs: number }): Probe {
  const { fetch: doFetch, timeoutMs } = options;
  return async ({ address, expects }) => {
    const started = performance.now();
    let answered = false;
    try {
      const response = await doFetch(address, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
      answered = expects === 'success' ? response.ok : response.status > 0 && response.status < 500;
      await response.body?.cancel();
    } catch {
      // Nobody is there, or nobody answered in time.
    }
    return { answered, milliseconds: performance.now() - started };
  };
}
