import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callers } from './ask.ts';
import { demoEnvironment } from './credentials.ts';
import { startDemoBackEnds, type DemoBackEnds } from './server.ts';

const portalOrigin = 'http://localhost:4321';
const giulia = 'FRRGLI88D52A859P';

let backEnds: DemoBackEnds;

beforeAll(async () => {
  backEnds = await startDemoBackEnds({ port: 0, host: '127.0.0.1', today: '2026-11-23', portalOrigin });
});
beforeEach(() => backEnds.world.reset());
afterAll(() => backEnds.close());

const at = (path: string) => `${backEnds.origin}${path}`;
const notices = (init: RequestInit = {}) =>
  fetch(at(`/notify/api/v1/users/${giulia}/messages`), { headers: callers.notify(giulia), ...init });

/** Sends a change as a form when it is one, otherwise as JSON. */
function setFault(change: unknown) {
  const form = change instanceof URLSearchParams;
  return fetch(at('/control/faults'), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' },
    body: form ? change : JSON.stringify(change),
  });
}

describe('the systems behind the port', () => {
  it('answer as the handlers do, headers included', async () => {
    const response = await notices();
    expect(response.status).toBe(200);
    expect(response.headers.get('total-elements')).toBe('14');
  });

  it('take bodies', async () => {
    const [first] = backEnds.world.notify.find(giulia, {
      limit: 1,
      offset: 0,
      sort: '-timestamp',
      filter: undefined,
    }).page;
    const response = await fetch(at(`/notify/api/v1/users/${giulia}/messages/status`), {
      method: 'PUT',
      headers: { ...callers.notify(giulia), 'content-type': 'application/json' },
      body: JSON.stringify([{ id: first?.id, read_at: 'read' }]),
    });
    const changed = z.array(z.object({ id: z.string(), read_at: z.string() })).parse(await response.json());
    expect(changed.map((message) => message.id)).toEqual([first?.id]);
  });

  it('say so when there is nothing at an address', async () => {
    expect((await fetch(at('/nothing/here'))).status).toBe(404);
  });

  it('are found through the environment that the demo gives to the portal', async () => {
    const environment = demoEnvironment({ demoOrigin: backEnds.origin, portalOrigin });
    expect(environment).toMatchObject({ PORTAL_ORIGIN: portalOrigin, OIDC_ISSUER: at('/oidc') });
    const response = await fetch(`${environment['HEALTH_URL']}/api/v1/citizens/${giulia}/access`, {
      headers: { Authorization: `Bearer ${environment['HEALTH_TOKEN']}`, 'X-Assurance-Level': '2' },
    });
    expect(await response.json()).toMatchObject({
      services: [{ id: 'record', url: at('/salute/record') }, {}, {}, {}, {}],
    });
  });

  it('let a silent source go when the caller gives up', async () => {
    backEnds.world.faults.set({ source: 'notify', kind: 'silent' });
    await expect(notices({ signal: AbortSignal.timeout(200) })).rejects.toThrow();
    backEnds.world.faults.reset();
    expect((await notices()).status).toBe(200);
  });
});

describe('control', () => {
  it('puts a fault in force and takes it away, as JSON', async () => {
    expect((await setFault({ source: 'notify', kind: 'failing', citizen: 'giulia-ferraris' })).status).toBe(204);
    expect((await notices()).status).toBe(500);
    expect((await setFault({ source: 'notify', kind: 'none', citizen: giulia })).status).toBe(204);
    expect((await notices()).status).toBe(200);
  });

  it('does the same for forms, and goes back to the page', async () => {
    const form = { source: 'piemontepay/c_a859', kind: 'slow', citizen: '', ms: '' };
    const response = await setFault(new URLSearchParams(form));
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(backEnds.world.faults.find('piemontepay/c_a859', giulia)).toMatchObject({ kind: 'slow', ms: 8000 });
    const page = await (await fetch(at('/'))).text();
    expect(page).toContain('PiemontePAY, Comune di Biella</th><td>lenta, 8000 ms</td><td>tutti');
  });

  it.each([
    [{ source: 'notify', kind: 'upside-down' }, 'kind'],
    [{ source: 'postman', kind: 'slow' }, 'postman'],
    [{ source: 'notify', kind: 'slow', citizen: 'nobody' }, 'nobody'],
    [{ source: 'notify', kind: 'slow', citizen: 'nour-el-amrani' }, 'nour-el-amrani'],
    [{ source: 'notify', kind: 'slow', ms: -1 }, 'ms'],
    ['slow', 'object'],
  ])('refuses %j with a sentence', async (body, word) => {
    const response = await setFault(body);
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain(word);
  });

  it('resets everything', async () => {
    await setFault({ source: 'health', kind: 'failing' });
    const response = await fetch(at('/control/reset'), { method: 'POST', redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(backEnds.world.faults.find('health', giulia)).toBeUndefined();
    expect(backEnds.world.faults.list()).toHaveLength(4);
  });

  it('lists the citizens', async () => {
    const response = await fetch(at('/'));
    const page = await response.text();
    for (const citizen of backEnds.world.citizens) expect(page).toContain(citizen.fullName);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('pages that the systems link to', () => {
  it('one for each health service', async () => {
    expect(await (await fetch(at('/salute/doctor'))).text()).toContain('<h1>Il mio medico</h1>');
    expect((await fetch(at('/salute/dentist'))).status).toBe(404);
  });

  it('one to pay, and it remembers', async () => {
    const [mensa] = backEnds.world.citizens[0]?.debtPositions['c_a859'] ?? [];
    const page = at(`/paga/c_a859/${mensa?.iuv}`);
    expect(await (await fetch(page)).text()).toMatch(/<h1>Paga 86,00\s€<\/h1>/);
    expect(await (await fetch(page, { method: 'POST' })).text()).toContain('Stato: Pagato.');
    expect((await fetch(at('/paga/c_a859/123'))).status).toBe(404);
  });

  it('healthz', async () => {
    expect(await (await fetch(at('/healthz'))).json()).toEqual({ status: 'ok' });
  });
});

it('says when the port is taken', async () => {
  const port = Number(new URL(backEnds.origin).port);
  const again = startDemoBackEnds({ port, host: '127.0.0.1', today: '2026-11-23', portalOrigin });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
