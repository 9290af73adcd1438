import * as z from 'zod/mini';
import { problemCode, problemDocument, SESSION_TAG_HEADER, type ProblemCode } from '../problem.ts';

/** The portal's API answered with a problem, or not at all. */
export class ApiFailure extends Error {
  /** The problem's code; null when no answer came, or one that is no problem document. */
  readonly code: ProblemCode | null;

  constructor(code: ProblemCode | null, options?: ErrorOptions) {
    super(`api ${code ?? 'unreachable'}`, options);
    this.name = 'ApiFailure';
    this.code = code;
  }
}

let sessionTag: string | null = null;

/** Ties this page to one session: its calls are refused once another person has signed in with the same browser. */
export function bindToSession(tag: string): void {
  sessionTag = tag;
}

async function call(path: string, init: RequestInit): Promise<Response> {
  const headers: HeadersInit = sessionTag === null ? {} : { [SESSION_TAG_HEADER]: sessionTag };
  const response = await fetch(`/api/v1${path}`, { ...init, headers }).catch((error: unknown) => {
    throw new ApiFailure(null, { cause: error });
  });
  if (response.ok) return response;
  const problem = problemDocument.safeParse(await response.json().catch(() => null));
  throw new ApiFailure(problem.success ? problemCode(problem.data.type) : null);
}

/** Reads a JSON document of the API. */
export async function getJson<Schema extends z.ZodMiniType>(path: string, schema: Schema, signal: AbortSignal): Promise<z.infer<Schema>> {
  const response = await call(path, { signal });
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new ApiFailure(null, { cause: parsed.error });
  return parsed.data;
}

/** Asks the API for a change. */
export async function post(path: string): Promise<void> {
  await call(path, { method: 'POST' });
}

/**
 * Reads a stream of lines (NDJSON), each as soon as it has come.
 * Ends early, without an error, when the connection is cut: whoever reads sees that the last line is missing.
 */
export async function* readLines<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  signal: AbortSignal,
): AsyncGenerator<z.infer<Schema>> {
  const response = await call(path, { signal });
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        ended = true;
        return;
      }
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') continue;
        const parsed = schema.safeParse(JSON.parse(line));
        if (!parsed.success) return;
        yield parsed.data;
      }
    }
  } catch (error) {
    if (signal.aborted) throw error;
  } finally {
    if (!ended) void reader.cancel().catch(() => undefined);
  }
}
