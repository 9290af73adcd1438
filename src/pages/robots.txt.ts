import type { APIRoute } from 'astro';

/**
 * Search engines keep away from what has no page to read. The area, the simple pages and the survey are not named: they
 * say `noindex` themselves, which only those hear who may read them.
 */
export const GET: APIRoute = () => {
  const lines = [
    'User-agent: *',
    'Disallow: /api/v1/',
    'Disallow: /auth/',
    '',
    `Sitemap: ${new URL('/sitemap-index.xml', import.meta.env.SITE).href}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
