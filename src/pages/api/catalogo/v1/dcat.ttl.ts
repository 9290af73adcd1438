import type { APIRoute } from 'astro';
import { turtleOf } from '../../../../features/catalogue/open-data/linked-data.ts';
import { datasets } from './_linked-data.ts';

/** The datasets in DCAT-AP_IT, as Turtle. */
export const GET: APIRoute = async () =>
  new Response(await turtleOf(await datasets()), { headers: { 'content-type': 'text/turtle; charset=utf-8' } });
