import * as client from 'openid-client';
import * as z from 'zod/mini';
import { isDay } from '../../../domain/day.ts';
import { fiscalCodeFromAttribute } from '../../../domain/fiscal-code.ts';
import type { AssuranceLevel, Portal, WayIn } from '../../../platform/portal.ts';
import type { Identity } from '../../../platform/server/session.ts';

export interface OpenIdOptions {
  issuer: string;
  clientId: string;
  clientSecret: string;
  portalOrigin: string;
  claims: Portal['identity']['claims'];
}

/** What must be remembered between leaving for the provider and coming back. */
export interface Checks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Why the provider gave no identity. */
export class IdentityFailure extends Error {
  readonly reason: 'cancelled' | 'rejected' | 'unavailable';

  constructor(reason: IdentityFailure['reason'], options?: ErrorOptions) {
    super(`identity ${reason}`, options);
    this.name = 'IdentityFailure';
    this.reason = reason;
  }
}

/** The OpenID provider that speaks for SPID, CIE and eIDAS. */
export interface IdentityProvider {
  /** Where to send the person; fails with an `IdentityFailure`. */
  leave(way: WayIn, level: AssuranceLevel, checks: Checks, idp: string | null): Promise<URL>;
  /** Who has come back at this address; fails with an `IdentityFailure`. */
  comeBack(url: URL, way: WayIn, checks: Checks): Promise<Identity>;
  /** Where to sign out at the provider, or null when it has no such place. No token goes along: an address is no place for it. */
  signOutUrl(returnTo: string): Promise<URL | null>;
}

const text = z.string().check(z.minLength(1), z.maxLength(200));

/** Errors with which a provider says that it is out of order, not that the person is refused. */
const OUT_OF_ORDER: readonly string[] = ['server_error', 'temporarily_unavailable'];

/** What an error of openid-client means for the person. */
function reasonOf(error: unknown): IdentityFailure['reason'] {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'cancelled';
    return OUT_OF_ORDER.includes(error.error) ? 'unavailable' : 'rejected';
  }
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'unavailable' : 'rejected';
  if (error instanceof client.ClientError) {
    const broken = error.cause instanceof Response && error.cause.status >= 500;
    return broken || error.code === 'OAUTH_TIMEOUT' ? 'unavailable' : 'rejected';
  }
  // What `fetch` says when nobody answers.
  return error instanceof TypeError ? 'unavailable' : 'rejected';
}

/** OpenID Connect authorization code flow with PKCE, state and nonce (openid-client). */
export function createIdentityProvider(options: OpenIdOptions): IdentityProvider {
  const { issuer, clientId, clientSecret, portalOrigin, claims } = options;
  const redirectUri = `${portalOrigin}/auth/callback`;
  let discovered: Promise<client.Configuration> | null = null;

  function configuration(): Promise<client.Configuration> {
    discovered ??= client
      .discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
        timeout: 10,
        execute: [
          // The ID token's signature is checked too, although it comes straight from the provider.
          client.enableNonRepudiationChecks,
          // Plain http exists only between the parts of a demonstration on one machine; the library marks it to stand out.
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way to allow it, and only there
          ...(issuer.startsWith('http://localhost:') ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        discovered = null;
        throw new IdentityFailure('unavailable', { cause: error });
      });
    return discovered;
  }

  return {
    async leave(way, level, { state, nonce, codeVerifier }, idp) {
      const config = await configuration();
      const enough = level === 1 ? [...(way.levels[1] ?? []).slice(0, 1), way.levels[2][0]] : [way.levels[2][0]];
      return client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        acr_values: enough.join(' '),
        ...way.parameters,
        ...(idp !== null && way.identityProviders.includes(idp) ? { idp } : {}),
        // A person who signs out on a shared machine must not be let in again by the next one's click.
        prompt: 'login',
      });
    },

    async comeBack(url, way, { state, nonce, codeVerifier }) {
      const config = await configuration();
      const tokens = await client
        .authorizationCodeGrant(config, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true })
        .catch((error: unknown) => {
          throw new IdentityFailure(reasonOf(error), { cause: error });
        });
      const idClaims = tokens.claims();
      const givenName = text.safeParse(idClaims?.[claims.givenName]);
      const familyName = text.safeParse(idClaims?.[claims.familyName]);
      if (!idClaims || !givenName.success || !familyName.success) throw new IdentityFailure('rejected');
      const birth = idClaims[claims.dateOfBirth];
      return {
        givenName: givenName.data,
        familyName: familyName.data,
        fiscalCode: fiscalCodeFromAttribute(idClaims[claims.fiscalNumber]),
        dateOfBirth: typeof birth === 'string' && isDay(birth) ? birth : null,
        level: way.levels[2].some((acr) => acr === idClaims.acr) ? 2 : 1,
        provider: way.id,
      };
    },

    async signOutUrl(returnTo) {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return null;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: portalOrigin + returnTo });
    },
  };
}
