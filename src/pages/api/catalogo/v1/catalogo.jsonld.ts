import type { APIRoute } from 'astro';
import { services } from './_linked-data.ts';

/** The catalogue of services in CPSV-AP_IT, as JSON-LD. */
export const GET: APIRoute = async () => Response.json(await services(), { headers: { 'content-type': 'application/ld+json' } });
