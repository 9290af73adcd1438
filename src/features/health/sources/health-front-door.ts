import * as z from 'zod/mini';
import type { AssuranceLevel } from '../../../platform/portal.ts';
import type { Upstream } from '../../../platform/server/upstream.ts';
import { HEALTH_SERVICES, type HealthAccess } from '../model.ts';

const knownService = z.enum(HEALTH_SERVICES);

/** Contract: docs/contracts/health-front-door.openapi.yaml. */
const accessDocument = z.object({
  recordStatus: z.enum(['open', 'not-open']),
  consentNeeded: z.boolean(),
  services: z.array(
    z.object({
      id: z.string(),
      url: z.url({ protocol: /^https?$/ }),
      minimumLevel: z.union([z.literal(1), z.literal(2)]),
    }),
  ),
});

export interface HealthFrontDoor {
  access(fiscalCode: string, level: AssuranceLevel, signal: AbortSignal): Promise<HealthAccess>;
}

/** Speaks to the front door of the health record; `upstream` carries the portal's token. */
export function createHealthFrontDoor(upstream: Upstream): HealthFrontDoor {
  return {
    async access(fiscalCode, level, signal) {
      const { body } = await upstream(`/api/v1/citizens/${encodeURIComponent(fiscalCode)}/access`, accessDocument, {
        headers: { 'x-assurance-level': String(level) },
        signal,
      });
      return {
        recordOpen: body.recordStatus === 'open',
        consentNeeded: body.consentNeeded,
        // A service that the portal has no words for yet is not a failure: the others still open.
        services: body.services.flatMap(({ id, url, minimumLevel }) => {
          const known = knownService.safeParse(id);
          return known.success ? [{ id: known.data, url, minimumLevel }] : [];
        }),
      };
    },
  };
}
