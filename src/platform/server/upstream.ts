import * as z from 'zod/mini';
import type { FailureKind } from '../../domain/outcome.ts';
import { readBody } from './read-body.ts';

/** Largest answer read from a back end, in bytes. */
const LARGEST_ANSWER = 5_000_000;

/** A back end did not do what it was asked; `kind` is what the person is told. */
export class UpstreamFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, options?: ErrorOptions) {
    super(`upstream ${kind}`, options);
    this.name = 'UpstreamFailure';
    this.kind = kind;
  }
}

/** How to reach one back end. */
export interface UpstreamOptions {
  /** Address from the operator's configuration: hosts never come from anywhere else. */
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  timeoutMs: number;
  fetch: typeof fetch;
}

/** An answer of a back end, parsed. */
export interface UpstreamAnswer<T> {
  body: T;
  headers: Headers;
}

/** One request to a back end. */
export interface UpstreamRequest {
  method?: 'GET' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Ends the request when the person no longer waits for it. */
  signal: AbortSignal;
}

/** Calls one back end; every failure is an `UpstreamFailure`. */
export type Upstream = <Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  request: UpstreamRequest,
) => Promise<UpstreamAnswer<z.infer<Schema>>>;

/** A client of one back end, with its time limit, size limit and strict reading of what comes. */
export function createUpstream({ baseUrl, headers, timeoutMs, fetch: doFetch }: UpstreamOptions): Upstream {
  return async (path, schema, { method = 'GET', headers: own = {}, body, signal }) => {
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      const response = await doFetch(baseUrl.replace(/\/$/, '') + path, {
        method,
        headers: {
          accept: 'application/json',
          ...headers,
          ...own,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.any([limit, signal]),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new UpstreamFailure(response.status === 401 || response.status === 403 ? 'refused' : 'unavailable');
      }
      return { body: schema.parse(JSON.parse(await readText(response))), headers: response.headers };
    } catch (error) {
      if (error instanceof UpstreamFailure) throw error;
      if (limit.aborted) throw new UpstreamFailure('timeout', { cause: error });
      const unreadable = error instanceof SyntaxError || error instanceof z.core.$ZodError;
      throw new UpstreamFailure(unreadable ? 'unreadable' : 'unavailable', { cause: error });
    }
  };
}

async function readText(response: Response): Promise<string> {
  const body = await readBody(response, LARGEST_ANSWER);
  if ('problem' in body) throw new UpstreamFailure('unreadable');
  return body.text;
}
