/** Faults that can be put on an imitated source, for demonstrations and tests. */
import portal from '../content/portal.json' with { type: 'json' };

export const faultKinds = ['slow', 'failing', 'unavailable', 'throttled', 'malformed', 'truncated', 'silent'] as const;

/**
 * - `slow`: the right answer, late
 * - `failing`: 500 with the contract's error body
 * - `unavailable`: 503 with Retry-After
 * - `throttled`: 429 with Retry-After
 * - `malformed`: 200, valid JSON of the wrong shape
 * - `truncated`: 200, JSON that breaks off
 * - `silent`: never answers
 */
export type FaultKind = (typeof faultKinds)[number];

/** How late a slow source is when nothing is said, in milliseconds. */
export const defaultSlowness = 8000;

/** Every source that can be given a fault: `piemontepay` is all its enti, `piemontepay/<ipa>` is one. */
export const faultSources: readonly string[] = [
  'notify',
  'piemontepay',
  ...portal.enti.map((ente) => `piemontepay/${ente.ipa}`),
  'health',
];

export interface Fault {
  /** One of `faultSources`. */
  readonly source: string;
  readonly kind: FaultKind;
  /** The fiscal code of the only citizen concerned; everybody when left out. */
  readonly citizen?: string;
  /** Only for `slow`: milliseconds. */
  readonly ms?: number;
}

/** The faults in force. */
export interface FaultBoard {
  list(): readonly Fault[];
  /** Puts a fault in force in place of the one with the same source and citizen. */
  set: (fault: Fault) => void;
  /** Takes away the fault with exactly this source and citizen. */
  clear(source: string, citizen?: string): void;
  /** Returns to the faults that belong to the scenarios. */
  reset(): void;
  /**
   * The fault that concerns a call, the most specific first: one ente before all of them, one citizen before
   * everybody.
   */
  find(source: string, citizen: string | undefined): Fault | undefined;
}

/** A board that starts with, and is reset to, `initial`. */
export function createFaultBoard(initial: readonly Fault[]): FaultBoard {
  const keyOf = (source: string, citizen: string | undefined) => `${source} ${citizen ?? '*'}`;
  const faults = new Map<string, Fault>();
  const board: FaultBoard = {
    list: () => [...faults.values()],
    set: (fault) => void faults.set(keyOf(fault.source, fault.citizen), fault),
    clear: (source, citizen) => void faults.delete(keyOf(source, citizen)),
    reset: () => {
      faults.clear();
      initial.forEach(board.set);
    },
    find: (source, citizen) => {
      const [system = source] = source.split('/');
      for (const each of new Set([source, system])) {
        const found = faults.get(keyOf(each, citizen)) ?? faults.get(keyOf(each, undefined));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
  board.reset();
  return board;
}

/** How one source says that something is wrong, each in the words of its own contract. */
export interface SourceAnswers {
  error(status: 429 | 500 | 503, headers: Record<string, string>): Response;
  /** 200, valid JSON, wrong shape. */
  malformed(): Response;
}

/** Answers a request as `fault` says; without a fault, as `answer` does. */
export async function answerUnder(
  fault: Fault | undefined,
  request: Request,
  source: SourceAnswers,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  if (fault === undefined) return answer();
  switch (fault.kind) {
    case 'slow':
      await waitUnlessAborted(fault.ms ?? defaultSlowness, request.signal);
      return answer();
    case 'failing':
      return source.error(500, {});
    case 'unavailable':
      return source.error(503, { 'Retry-After': '30' });
    case 'throttled':
      return source.error(429, { 'Retry-After': '10' });
    case 'malformed':
      return source.malformed();
    case 'truncated':
      return truncated(await answer());
    case 'silent':
      return new Promise<Response>(() => {});
  }
}

/** Two thirds of the body, under the same status and headers: no JSON text stays valid when cut. */
async function truncated(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(text.slice(0, Math.max(1, Math.floor((text.length * 2) / 3))), {
    status: response.status,
    headers,
  });
}

function waitUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
