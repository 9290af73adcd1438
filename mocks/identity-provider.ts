/**
 * The identity provider of the demo: a real OpenID provider in the place of the regional SPID, CIE and eIDAS
 * proxy. It asks nobody for a secret: one chooses a demo citizen from a list.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import Provider, { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { acrValues, grantedAcr } from './assurance.ts';
import type { DemoCitizen } from './citizens/index.ts';
import { renderPage, sendPage, type Page } from './html.ts';
import { choicePage, errorPage, goodbyePage, logoutPage } from './identity-provider-pages.ts';
import { createMemoryStores } from './identity-provider-store.ts';
import { readText } from './request-body.ts';
import type { World } from './world.ts';

export interface IdentityProviderOptions {
  /** Address of the provider, with its path and no final slash: `http://localhost:4322/oidc`. */
  issuer: string;
  world: World;
  clientId: string;
  clientSecret: string;
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
}

/** How long things live, in seconds. */
const lifetimes = {
  AccessToken: 3600,
  AuthorizationCode: 60,
  Grant: 3600,
  IdToken: 3600,
  Interaction: 3600,
  Session: 3600,
};

/** A listener for every request whose path begins with the issuer's. */
export function createIdentityProvider(options: IdentityProviderOptions): RequestListener {
  const basePath = new URL(options.issuer).pathname;
  const portals = [...new Set(options.redirectUris.map((uri) => new URL(uri).origin))];
  const { citizens } = options.world;
  const provider = new Provider(options.issuer, configuration(options, basePath, portals));
  const listener = provider.callback();

  return (request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith(`${basePath}/interaction/`)) {
      void interact(provider, citizens, portals, request, response);
      return;
    }
    // The provider knows its own paths only; `originalUrl` tells it where it is mounted.
    Object.assign(request, { originalUrl: url, url: url.slice(basePath.length) || '/' });
    void listener(request, response);
  };
}

function configuration(options: IdentityProviderOptions, basePath: string, portals: readonly string[]): Configuration {
  const citizenOf = (sub: string) => options.world.citizens.find((citizen) => citizen.claims.sub === sub);
  const show = (context: KoaContextWithOIDC, page: Page) => {
    const { document, headers } = renderPage(page);
    context.set(headers);
    context.body = document;
  };
  const claims = [...new Set(options.world.citizens.flatMap((citizen) => Object.keys(citizen.claims))), 'locale'];

  return {
    adapter: createMemoryStores(),
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [...options.redirectUris],
        post_logout_redirect_uris: [...options.postLogoutRedirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    claims: { openid: claims, profile: claims },
    // The portal reads who came in from the ID token alone.
    conformIdTokenClaims: false,
    acrValues: [...acrValues],
    pkce: { required: () => true },
    // Cookies do not tell ports apart: the portal's own must not meet these.
    cookies: {
      names: { session: 'demo_idp_session', interaction: 'demo_idp_interaction', resume: 'demo_idp_resume' },
      keys: [randomBytes(32).toString('base64url')],
    },
    jwks: { keys: [signingKey()] },
    ttl: lifetimes,
    interactions: {
      url: (_context, interaction) => `${basePath}/interaction/${interaction.uid}`,
      policy: askEveryTime(),
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        // Who comes with a valid ID token has already said at the portal that they want to leave.
        logoutSource: (context, form) =>
          show(context, logoutPage(form, portals, context.oidc.client !== undefined)),
        postLogoutSuccessSource: (context) => show(context, goodbyePage(portals[0])),
      },
    },
    renderError: (context, out) => show(context, errorPage(out.error, portals[0])),
    findAccount: (_context, sub) => {
      const citizen = citizenOf(sub);
      if (citizen === undefined) return undefined;
      return { accountId: sub, claims: () => ({ ...citizen.claims, locale: citizen.preferredLanguage }) };
    },
    // Choosing a citizen ends the session before it; the tokens of another window must outlive that.
    expiresWithSession: () => false,
    // The portal is the administration's own: nobody is asked to agree that it learns who came in.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** The list of citizens is shown for every request: nobody slips in as whoever came before. */
function askEveryTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const login = policy.get('login');
  login?.checks.add(
    new interactionPolicy.Check('ask_every_time', 'A citizen must be chosen', (context) =>
      context.oidc.result?.login === undefined
        ? interactionPolicy.Check.REQUEST_PROMPT
        : interactionPolicy.Check.NO_NEED_TO_PROMPT,
    ),
  );
  return policy;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA' as const, use: 'sig', alg: 'RS256', kid: 'demo' };
}

/** Shows the list of citizens, or takes the choice that was made in it. */
async function interact(
  provider: Provider,
  citizens: readonly DemoCitizen[],
  portals: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const interaction = await provider.interactionDetails(request, response);
    const acrs = interaction.params['acr_values'];
    const requested = typeof acrs === 'string' ? acrs.split(' ').filter((acr) => acr !== '') : [];
    if (request.method === 'GET' || request.method === 'HEAD') {
      sendPage(response, 200, choicePage(citizens, requested, portals));
      return;
    }
    if (request.method !== 'POST') return void response.writeHead(405, { Allow: 'GET, POST' }).end();

    const form = new URLSearchParams(await readText(request));
    if (form.has('cancel')) {
      const denied = { error: 'access_denied', error_description: 'The citizen cancelled' };
      await provider.interactionFinished(request, response, denied, { mergeWithLastSubmission: false });
      return;
    }
    const citizen = citizens.find((each) => each.id === form.get('citizen'));
    if (citizen === undefined) {
      sendPage(response, 400, errorPage('invalid_request', portals[0]));
      return;
    }

    // A session of somebody else must end first, or the provider would ask to leave it.
    const { session } = interaction;
    if (session !== undefined) {
      await (await provider.Session.findByUid(session.uid))?.destroy();
      Reflect.deleteProperty(interaction, 'session');
      await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
    }
    const login = {
      accountId: citizen.claims.sub,
      acr: grantedAcr(citizen, requested),
      amr: ['demo'],
      remember: false,
    };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  } catch {
    // The cookie of the request is gone or belongs to another: the person has to start again from the portal.
    if (!response.headersSent) sendPage(response, 400, errorPage('session_not_found', portals[0]));
  }
}
