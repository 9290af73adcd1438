import type { APIRoute } from 'astro';
import { running } from '../../../../features/catalogue/open-data/openapi.ts';

/** Says that the files are there; the server in front gives it its media type, `application/problem+json`. */
export const GET: APIRoute = () => Response.json(running, { headers: { 'content-type': 'application/problem+json' } });
