import type { APIRoute } from 'astro';

export const prerender = false;

/** The process is alive. */
export const GET: APIRoute = () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
