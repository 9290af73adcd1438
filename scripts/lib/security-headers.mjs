// @ts-check
// The headers that a server in front of the pages must add: what a page's own <meta> policy cannot say.

/** Features of the browser that no page uses. The camera alone is used, to read the QR code of a payment notice. */
const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * @param {string | undefined} address
 * @returns {string | undefined} its origin, or nothing when it is no address
 */
const originOf = (address) => (address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined);

/**
 * Headers for every answer, whatever it is.
 * @param {{ PORTAL_ORIGIN?: string | undefined, OIDC_ISSUER?: string | undefined, SIGN_OUT_ORIGINS?: string | undefined }} env
 * @returns {Record<string, string>} names in lower case
 */
export function securityHeaders(env) {
  // Signing out is a form whose answer redirects to the identity provider, and on from there: browsers check every step.
  const elsewhere = [env.OIDC_ISSUER, ...(env.SIGN_OUT_ORIGINS ?? '').split(' ')].map(originOf);
  const formTargets = new Set(["'self'", ...elsewhere.filter((target) => target !== undefined)]);
  /** @type {Record<string, string>} */
  const headers = {
    'content-security-policy': [
      "frame-ancestors 'none'",
      "base-uri 'self'",
      `form-action ${[...formTargets].join(' ')}`,
      "object-src 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': ['camera=(self)', ...unusedFeatures.map((feature) => `${feature}=()`)].join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  if (env.PORTAL_ORIGIN !== undefined && URL.canParse(env.PORTAL_ORIGIN)) {
    if (new URL(env.PORTAL_ORIGIN).protocol === 'https:') headers['strict-transport-security'] = 'max-age=63072000';
  }
  return headers;
}

const personal = /^\/(?:auth|api\/v1|(?:[a-z]{2,3}(?:-[a-z]+)?\/)?(?:area|semplice))(?:\/|$)/i;

/**
 * True for the addresses that belong to one person: search engines must not list them.
 * @param {string} pathname
 */
export const isPersonal = (pathname) => personal.test(pathname);

/**
 * Makes an answer keep our policy when the application sends one of its own: browsers apply all the policies of a
 * list, so adding one can only restrict.
 * @param {import('node:http').ServerResponse} response
 * @param {string} policy
 */
export function keepPolicy(response, policy) {
  const writeHead = response.writeHead.bind(response);
  /** @type {(status: number, ...rest: any[]) => import('node:http').ServerResponse} */
  const writeHeadWithPolicy = (status, ...rest) => {
    const headers = rest.at(-1);
    if (typeof headers === 'object' && headers !== null && !Array.isArray(headers)) {
      const name = Object.keys(headers).find((key) => key.toLowerCase() === 'content-security-policy');
      if (name !== undefined) rest[rest.length - 1] = { ...headers, [name]: `${headers[name]}, ${policy}` };
    }
    return writeHead(status, ...rest);
  };
  response.writeHead = writeHeadWithPolicy;
}
