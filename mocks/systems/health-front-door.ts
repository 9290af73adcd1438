/**
 * The front door of the health record, imitated: docs/contracts/health-front-door.openapi.yaml is its contract.
 * It says whether the record is open and where its services are, and nothing about anybody's health.
 */
import { http, type HttpHandler } from 'msw';
import { demoCredentials } from '../credentials.ts';
import { answerUnder, type SourceAnswers } from '../faults.ts';
import type { World } from '../world.ts';
import { healthServiceIds, type HealthServiceId } from './health-record.ts';

/** The level of assurance that each service asks of the citizen. */
const minimumLevels: Record<HealthServiceId, 1 | 2> = { record: 2, doctor: 2, bookings: 1, tickets: 2, reports: 2 };

const fiscalCodePattern = /^[A-Z0-9]{16}$/;

function problem(status: number, title: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

const answers: SourceAnswers = {
  error: (status, headers) => problem(status, 'The front door cannot answer now', headers),
  malformed: () => Response.json({ recordStatus: 'perhaps', services: {} }),
};

/** Handlers of the front door; the state is in `world`. */
export function healthHandlers(world: World): HttpHandler[] {
  return [
    http.get<{ fiscalCode: string }>('*/health/api/v1/citizens/:fiscalCode/access', ({ request, params }) => {
      const fiscalCode = params.fiscalCode.toUpperCase();
      return answerUnder(world.faults.find('health', fiscalCode), request, answers, () => {
        if (request.headers.get('Authorization') !== `Bearer ${demoCredentials.health.token}`) {
          return problem(401, 'The access token is missing or wrong', { 'WWW-Authenticate': 'Bearer' });
        }
        const level = request.headers.get('X-Assurance-Level');
        if (level === null) return problem(403, 'The level at which the citizen signed in must be stated');
        if (level !== '1' && level !== '2') return problem(400, 'X-Assurance-Level is 1 or 2');
        if (!fiscalCodePattern.test(fiscalCode)) return problem(400, 'The fiscal code has 16 letters and digits');
        const record = world.health.get(fiscalCode);
        if (record === undefined) return problem(404, 'The citizen is not known');
        return Response.json({
          recordStatus: record.recordStatus,
          consentNeeded: record.consentNeeded,
          services: healthServiceIds.map((id) => ({
            id,
            url: `${world.demoOrigin}/salute/${id}`,
            minimumLevel: minimumLevels[id],
          })),
        });
      });
    }),
  ];
}
