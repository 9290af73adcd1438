/** Whether cookies of this portal can be bound to https; plain http is for a developer's own machine only. */
function isSecure(portalOrigin: string): boolean {
  return portalOrigin.startsWith('https:');
}

/** The session cookie's name: `__Host-` wherever there is https. */
export function sessionCookieName(portalOrigin: string): string {
  return isSecure(portalOrigin) ? '__Host-fdc_session' : 'fdc_session';
}

/** The cookie that ties a sign-in to the browser that began it. */
export function signInCookieName(portalOrigin: string): string {
  return isSecure(portalOrigin) ? '__Host-fdc_sign_in' : 'fdc_sign_in';
}

/** A cookie of a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return null;
}

/** A `Set-Cookie` value that scripts can not read and that goes to this host only; an empty value takes it away. */
export function hostCookie(name: string, value: string, portalOrigin: string): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (isSecure(portalOrigin)) attributes.push('Secure');
  if (value === '') attributes.push('Max-Age=0');
  return [`${name}=${value}`, ...attributes].join('; ');
}
