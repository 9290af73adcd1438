/** The imitated systems inside a Node process: for unit tests, without a port. */
import { setupServer, type SetupServer } from 'msw/node';
import { createHandlers } from './handlers.ts';
import { createWorld, type World } from './world.ts';

/** A world that starts on `today` (`YYYY-MM-DD`), and the MSW server that answers for it once it listens. */
export function createBackEnds(options: { today: string; demoOrigin?: string }): { world: World; server: SetupServer } {
  const { today, ...others } = options;
  const world = createWorld(today, others);
  return { world, server: setupServer(...createHandlers(world)) };
}
