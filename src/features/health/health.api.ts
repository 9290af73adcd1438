import { streamLineOf } from '../../domain/outcome.ts';
import type { Portal } from '../../platform/portal.ts';
import type { ApiOperation } from '../../platform/server/api.ts';
import { personalSource, streamOutcomes } from '../../platform/server/outcomes.ts';
import { healthAccess } from './model.ts';
import type { HealthFrontDoor } from './sources/health-front-door.ts';

export interface HealthOptions {
  config: Portal['sources']['health'];
  frontDoor: HealthFrontDoor;
}

/** `/api/v1/health`: the way into the health record. */
export function healthOperations({ config, frontDoor }: HealthOptions): ApiOperation[] {
  const source = { id: config.system, name: config.name };
  return [
    {
      method: 'get',
      path: '/health',
      summary: 'Whether the health record is open, and links into its services',
      response: { type: 'application/x-ndjson', schema: streamLineOf(healthAccess) },
      access: 'signed-in',
      handle: async (call, session) => {
        const front = personalSource(session, config.minimumLevel, source, async (fiscalCode, signal) => ({
          items: [await frontDoor.access(fiscalCode, session.level, signal)],
          unreadable: 0,
        }));
        return streamOutcomes([front], call);
      },
    },
  ];
}
