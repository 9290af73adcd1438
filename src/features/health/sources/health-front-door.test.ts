import { http } from 'msw';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../../mocks/credentials.ts';
import { createBackEnds } from '../../../../mocks/node.ts';
import { ownContracts, readContract } from '../../../../mocks/published-contract.ts';
import { upstreamAt } from '../../../platform/server/testing.ts';
import { UpstreamFailure } from '../../../platform/server/upstream.ts';
import { HEALTH_SERVICES, healthAccess } from '../model.ts';
import { createHealthFrontDoor } from './health-front-door.ts';

const ADA = 'RSSDAA80A41L219T';
const path = '*/health/api/v1/citizens/:fiscalCode/access';
const never = new AbortController().signal;

const { world, server } = createBackEnds({ today: '2026-11-23' });
const frontDoor = createHealthFrontDoor(
  upstreamAt('http://back-ends.test/health', { authorization: `Bearer ${demoCredentials.health.token}` }),
);

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const record = { id: 'record', url: 'https://fse.example.it/', minimumLevel: 2 };
const document = (changes: object = {}) => ({ recordStatus: 'open', consentNeeded: false, services: [record], ...changes });

/** Ada's access when the front door sends this. */
function accessOf(body: unknown) {
  server.use(http.get(path, () => Response.json(body)));
  return frontDoor.access(ADA, 2, never);
}

const known = world.citizens.flatMap(({ id, fiscalCode, health }) =>
  fiscalCode === null || health === null ? [] : [{ id, fiscalCode, health }],
);

it.each(known)('$id finds the record as it is, and a way into every service', async ({ fiscalCode, health }) => {
  const access = healthAccess.parse(await frontDoor.access(fiscalCode, 2, never));
  expect(access).toMatchObject({ recordOpen: health.recordStatus === 'open', consentNeeded: health.consentNeeded });
  expect(access.services.map(({ id }) => id)).toEqual([...HEALTH_SERVICES]);
  expect(Object.keys(access).toSorted()).toEqual(['consentNeeded', 'recordOpen', 'services']);
});

it.each([1, 2] as const)('says that the citizen came in at level %d', async (level) => {
  const asked: (string | null)[] = [];
  server.use(http.get(path, ({ request }) => void asked.push(request.headers.get('x-assurance-level'))));
  await frontDoor.access(known[0]?.fiscalCode ?? '', level, never);
  expect(asked).toEqual([String(level)]);
});

it('passes over a service that the portal has no words for yet', async () => {
  const services = [record, { ...record, id: 'vaccinations' }];
  expect((await accessOf(document({ services }))).services).toEqual([record]);
});

it('takes nothing from the front door but the way in', async () => {
  const access = await accessOf(document({ exemption: '048', services: [{ ...record, newDocuments: ['referto'] }] }));
  expect(access).toEqual({ recordOpen: true, consentNeeded: false, services: [record] });
});

it.each([
  ['a status that is not known', document({ recordStatus: 'perhaps' })],
  ['no status', document({ recordStatus: undefined })],
  ['a consent that is a word', document({ consentNeeded: 'no' })],
  ['no list of services', document({ services: null })],
  ['a service that leads to a script', document({ services: [{ ...record, url: 'javascript:alert(1)' }] })],
  ['a service that leads nowhere', document({ services: [{ ...record, url: '/fse' }] })],
  ['a level that does not exist', document({ services: [{ ...record, minimumLevel: 3 }] })],
  ['a list', [document()]],
])('does not understand %s', async (_what, body) => {
  await expect(accessOf(body)).rejects.toEqual(new UpstreamFailure('unreadable'));
});

it('does not take a stranger for somebody without a record', async () => {
  await expect(frontDoor.access(ADA, 2, never)).rejects.toBeInstanceOf(UpstreamFailure);
});

describe('what docs/contracts allows is accepted', () => {
  const check = readContract(join(ownContracts, 'health-front-door.openapi.yaml')).schema('components', 'schemas', 'HealthAccess');

  it.each([
    ['a record that is open', document()],
    ['a record that is not', document({ recordStatus: 'not-open', consentNeeded: true })],
    ['no service at all', document({ services: [] })],
    ['every service, at both levels', document({ services: HEALTH_SERVICES.flatMap((id) => [{ ...record, id }, { ...record, id, minimumLevel: 1 }]) })],
  ])('%s', async (_what, body) => {
    expect(check(body)).toEqual([]);
    expect((await accessOf(body)).services).toEqual(body.services);
  });
});
