import { toBase64Url } from './session.ts';

/** Makes an id for an address: the same thing always gets the same id, and nothing can be read from it. */
export type OpaqueId = (...parts: string[]) => Promise<string>;

/** Ids as keyed digests (HMAC-SHA-256, 128 bits): an IUV or a notice number can not be found by trying them all. */
export function createOpaqueId(secret: string): OpaqueId {
  const key = crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (...parts) => {
    const digest = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(parts.join('\u0000')));
    return toBase64Url(new Uint8Array(digest).slice(0, 16));
  };
}
