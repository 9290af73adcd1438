import type { APIRoute } from 'astro';
import { turtleOf } from '../../../../features/catalogue/open-data/linked-data.ts';
import { services } from './_linked-data.ts';

/** The catalogue of services in CPSV-AP_IT, as Turtle. */
export const GET: APIRoute = async () =>
  new Response(await turtleOf(await services()), { headers: { 'content-type': 'text/turtle; charset=utf-8' } });
