import * as z from 'zod/mini';

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });
const secret = z.string().check(z.minLength(16, 'must have at least 16 characters'));

const environmentSchema = z.object({
  /** The portal's own address as browsers see it, without a path. */
  PORTAL_ORIGIN: httpUrl,
  /** Key of the opaque ids in addresses. */
  ID_SECRET: secret,
  OIDC_ISSUER: httpUrl,
  OIDC_CLIENT_ID: z.string().check(z.minLength(1)),
  OIDC_CLIENT_SECRET: secret,
  NOTIFY_URL: httpUrl,
  NOTIFY_TOKEN: z.string().check(z.minLength(1)),
  PIEMONTEPAY_URL: httpUrl,
  PIEMONTEPAY_USERNAME: z.string().check(z.minLength(1)),
  PIEMONTEPAY_PASSWORD: z.string().check(z.minLength(1)),
  HEALTH_URL: httpUrl,
  HEALTH_TOKEN: z.string().check(z.minLength(1)),
  /** How long a back end may take, in milliseconds. */
  UPSTREAM_TIMEOUT_MS: z._default(z.coerce.number().check(z.int(), z.minimum(100), z.maximum(60_000)), 15_000),
});

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
