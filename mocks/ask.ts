/** Asks the imitated systems directly, without a port: for tests. */
import { getResponse, type HttpHandler } from 'msw';
import { demoCredentials } from './credentials.ts';

const { notify, piemontepay, health } = demoCredentials;

/** The headers with which each system is asked. */
export const callers = {
  notify: (fiscalCode: string) => ({
    'x-authentication': notify.token,
    'Shib-Iride-IdentitaDigitale': fiscalCode,
  }),
  piemontepay: () => ({ Authorization: `Basic ${btoa(`${piemontepay.username}:${piemontepay.password}`)}` }),
  health: (level: string) => ({ Authorization: `Bearer ${health.token}`, 'X-Assurance-Level': level }),
};

/**
 * The answer of `handlers` to a request for `path` (with its query).
 * @throws {Error} when no handler answers
 */
export async function ask(
  handlers: HttpHandler[],
  path: string,
  init: { method?: string; headers?: Record<string, string>; json?: unknown } = {},
): Promise<Response> {
  const { json, ...rest } = init;
  const request = new Request(`http://back-ends.test${path}`, {
    ...rest,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const response = await getResponse(handlers, request);
  if (response === undefined) throw new Error(`Nothing answers ${path}`);
  return response;
}
