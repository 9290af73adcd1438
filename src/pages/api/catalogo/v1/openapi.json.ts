import type { APIRoute } from 'astro';
import { openApiDocument } from '../../../../features/catalogue/open-data/openapi.ts';

/** The description of the open catalogue for programs. */
export const GET: APIRoute = () => Response.json(openApiDocument(new URL(import.meta.env.SITE)));
