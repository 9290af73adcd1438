import type { APIRoute } from 'astro';
import { portalBackEnd } from '../_portal.ts';

export const prerender = false;

/** The process can serve people: its environment is complete. */
export const GET: APIRoute = () => {
  try {
    portalBackEnd();
    return new Response('ready\n', { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not ready';
    return new Response(`${reason}\n`, { status: 503, headers: { 'cache-control': 'no-store' } });
  }
};
