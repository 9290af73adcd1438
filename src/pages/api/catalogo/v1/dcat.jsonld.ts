import type { APIRoute } from 'astro';
import { datasets } from './_linked-data.ts';

/** The datasets in DCAT-AP_IT, as JSON-LD. */
export const GET: APIRoute = async () => Response.json(await datasets(), { headers: { 'content-type': 'application/ld+json' } });
