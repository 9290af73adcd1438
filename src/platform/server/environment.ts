import * as z from 'zod/mini';

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });
const text = z.string().check(z.minLength(1, 'must not be empty'));
const secret = z.string().check(z.minLength(16, 'must have at least 16 characters'));

const environmentSchema = z.object({
  /** The portal's own address as browsers see it, without a path. Without https the session's cookie is not safe. */
  PORTAL_ORIGIN: httpUrl.check(
    z.refine((address) => /^(https:|http:\/\/(localhost|127\.0\.0\.1)(?=[:/]|$))/i.test(address), {
      error: 'must be an https address, or http on this machine',
      when: (payload) => payload.issues.length === 0,
    }),
  ),
  /** Key of the opaque ids in addresses. */
  ID_SECRET: secret,
  OIDC_ISSUER: httpUrl,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: secret,
  NOTIFY_URL: httpUrl,
  NOTIFY_TOKEN: text,
  PIEMONTEPAY_URL: httpUrl,
  PIEMONTEPAY_USERNAME: text,
  PIEMONTEPAY_PASSWORD: text,
  HEALTH_URL: httpUrl,
  HEALTH_TOKEN: text,
  /** The SQLite file of the portal's own store, from the working directory; `:memory:` keeps nothing after the process. */
  STORE_FILE: z._default(text, '.data/portal.sqlite'),
  /** How long a back end may take, in milliseconds. */
  UPSTREAM_TIMEOUT_MS: z._default(
    z.coerce
      .number('must be a whole number from 100 to 60000')
      .check(
        z.refine((milliseconds) => Number.isInteger(milliseconds) && milliseconds >= 100 && milliseconds <= 60_000, {
          error: 'must be a whole number from 100 to 60000',
        }),
      ),
    15_000,
  ),
});

/** Where the store is, for what needs nothing else of the environment. */
export function storeFile(variables: Readonly<Record<string, string | undefined>>): string {
  return environmentSchema.shape.STORE_FILE.parse(variables['STORE_FILE']);
}

/** What an operator configures: addresses and secrets of this installation. */
export type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads the environment.
 * @throws Error with one sentence for every value that is missing or wrong; the values themselves are not repeated.
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return { ...parsed.data, PORTAL_ORIGIN: new URL(parsed.data.PORTAL_ORIGIN).origin };
  const sentences = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return variables[name] === undefined ? `${name} is not set.` : `${name}: ${issue.message}.`;
  });
  throw new Error(`The environment is not complete. ${sentences.join(' ')}`);
}
