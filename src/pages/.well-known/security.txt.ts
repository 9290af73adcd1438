import type { APIRoute } from 'astro';
import { dayInItaly } from '../../domain/day.ts';
import { portal } from '../../platform/portal.ts';
import { securityTxt } from '../../platform/security-txt.ts';

/** Where weaknesses of the portal are reported. */
export const GET: APIRoute = () =>
  new Response(securityTxt(portal.security.contact, ['it', 'en'], dayInItaly(new Date()), new URL(import.meta.env.SITE)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
