/**
 * Names and secrets of the demo. They open nothing but the imitated back ends: a real installation takes
 * its own from the environment.
 */
export const demoCredentials = {
  portal: { idSecret: 'demo-only-key-of-the-opaque-ids' },
  oidc: { clientId: 'fascicolo-demo', clientSecret: 'demo-only-secret-of-the-imitated-identity-provider' },
  notify: { token: 'demo-only-token-of-the-imitated-notify' },
  piemontepay: { username: 'fascicolo-demo', password: 'demo-only-password-of-the-imitated-piemontepay' },
  health: { token: 'demo-only-token-of-the-imitated-health-front-door' },
} as const;

/** The environment that makes the portal speak to the demo back ends. Origins have no final slash. */
export function demoEnvironment(origins: { demoOrigin: string; portalOrigin: string }): Record<string, string> {
  const { demoOrigin, portalOrigin } = origins;
  return {
    PORTAL_ORIGIN: portalOrigin,
    ID_SECRET: demoCredentials.portal.idSecret,
    OIDC_ISSUER: `${demoOrigin}/oidc`,
    OIDC_CLIENT_ID: demoCredentials.oidc.clientId,
    OIDC_CLIENT_SECRET: demoCredentials.oidc.clientSecret,
    NOTIFY_URL: `${demoOrigin}/notify`,
    NOTIFY_TOKEN: demoCredentials.notify.token,
    PIEMONTEPAY_URL: `${demoOrigin}/piemontepay`,
    PIEMONTEPAY_USERNAME: demoCredentials.piemontepay.username,
    PIEMONTEPAY_PASSWORD: demoCredentials.piemontepay.password,
    HEALTH_URL: `${demoOrigin}/health`,
    HEALTH_TOKEN: demoCredentials.health.token,
  };
}
