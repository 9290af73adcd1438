import { afterAll, beforeAll, expect, it } from 'vitest';
import { callers } from './ask.ts';
import { createBackEnds } from './node.ts';

const { world, server } = createBackEnds({ today: '2026-11-23' });

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

it('answers fetch for any host', async () => {
  const luca = 'BRBLCU05C14L219I';
  for (const host of ['http://localhost:4322', 'https://fse.example.org']) {
    const response = await fetch(`${host}/health/api/v1/citizens/${luca}/access`, { headers: callers.health('1') });
    expect(await response.json()).toMatchObject({ recordStatus: 'open', consentNeeded: false });
  }
});

it('shares its state with the world', async () => {
  const giulia = 'FRRGLI88D52A859P';
  const path = `http://localhost/notify/api/v1/users/${giulia}/messages`;
  const { page } = world.notify.find(giulia, { limit: 1, offset: 0, sort: '-timestamp', filter: undefined });
  await fetch(`${path}/${page[0]?.id}`, { method: 'PUT', headers: callers.notify(giulia) });
  expect(world.notify.get(giulia, page[0]?.id ?? '')?.read_at).not.toBeNull();
});
