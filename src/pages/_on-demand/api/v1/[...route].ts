import type { APIRoute } from 'astro';
import { portalBackEnd } from '../../../_portal.ts';

export const prerender = false;

export const ALL: APIRoute = ({ request }) => portalBackEnd().api(request);
