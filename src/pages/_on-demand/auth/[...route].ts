import type { APIRoute } from 'astro';
import { portalBackEnd } from '../../_portal.ts';

export const prerender = false;

export const ALL: APIRoute = ({ request, rewrite }) =>
  portalBackEnd().signIn(request, (problem, returnTo) =>
    rewrite(`/auth/problem/?${new URLSearchParams({ problem, return_to: returnTo })}`),
  );
