/** All imitated systems as MSW handlers: for Node, for the browser's worker, and behind a real port. */
import type { HttpHandler } from 'msw';
import { healthHandlers } from './systems/health-front-door.ts';
import { notifyHandlers } from './systems/notify.ts';
import { piemontePayHandlers } from './systems/piemontepay.ts';
import type { World } from './world.ts';

/** The handlers match paths only, so that any host will do. */
export function createHandlers(world: World): HttpHandler[] {
  return [...notifyHandlers(world), ...piemontePayHandlers(world), ...healthHandlers(world)];
}
