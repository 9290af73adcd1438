import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, callers } from '../ask.ts';
import { createHandlers } from '../handlers.ts';
import { createWorld } from '../world.ts';

const fabio = 'MRNFBA75T20L219H';
const giulia = 'FRRGLI88D52A859P';

const row = z.object({
  id: z.string(),
  read_at: z.string().nullable(),
  tag: z.string().nullable(),
  timestamp: z.string(),
});

let world = createWorld('2026-11-23');
let handlers = createHandlers(world);

beforeEach(() => {
  world = createWorld('2026-11-23');
  handlers = createHandlers(world);
});

async function list(fiscalCode: string, query: Record<string, string> = {}) {
  const path = `/notify/api/v1/users/${fiscalCode}/messages?${new URLSearchParams(query)}`;
  const response = await ask(handlers, path, { headers: callers.notify(fiscalCode) });
  expect(response.status).toBe(200);
  return { headers: response.headers, rows: z.array(row).parse(await response.json()) };
}

function change(fiscalCode: string, method: string, suffix: string, json?: unknown) {
  const path = `/notify/api/v1/users/${fiscalCode}/messages/${suffix}`;
  return ask(handlers, path, { method, headers: callers.notify(fiscalCode), ...(json === undefined ? {} : { json }) });
}

describe('the list', () => {
  it('sends ten messages, the newest first, with the totals in the headers', async () => {
    const { headers, rows } = await list(fabio);
    expect(rows).toHaveLength(10);
    expect(rows.map((each) => each.timestamp)).toEqual(
      rows
        .map((each) => each.timestamp)
        .toSorted()
        .toReversed(),
    );
    expect(headers.get('total-elements')).toBe('300');
    expect(headers.get('total-pages')).toBe('30');
    expect(headers.get('current-page')).toBe('0');
    expect(headers.get('page-size')).toBe('10');
    expect(headers.get('previous-page')).toBeNull();
    expect(headers.get('next-page')).toBe(`/notify/api/v1/users/${fabio}/messages?offset=10`);
  });

  it('leads through all pages and back, and ends', async () => {
    const seen = new Set<string>();
    for (let offset = 0; offset < 300; offset += 70) {
      const { headers, rows } = await list(fabio, { limit: '70', offset: String(offset) });
      rows.forEach((each) => seen.add(each.id));
      expect(headers.get('previous-page')?.includes(`offset=${offset - 70}`) ?? offset === 0).toBe(true);
      expect(headers.get('next-page')?.includes(`offset=${offset + 70}`) ?? offset === 280).toBe(true);
    }
    expect(seen.size).toBe(300);
  });

  it('counts the unread within the page, not over all messages', async () => {
    const unread = (await list(fabio, { limit: '300' })).headers.get('total-elements-not-read');
    expect(unread).toBe('48');
    const { headers, rows } = await list(fabio, { limit: '10', offset: '20' });
    expect(headers.get('total-elements-not-read')).toBe(String(rows.filter((each) => each.read_at === null).length));
  });

  it('answers an empty list without any of its headers', async () => {
    for (const empty of [await list('BRBLCU05C14L219I'), await list(fabio, { offset: '300' })]) {
      expect(empty.rows).toEqual([]);
      expect([...empty.headers.keys()]).toEqual(['content-type']);
    }
  });

  it('filters and sorts', async () => {
    const unread = await list(giulia, { filter: '{"read_at":{"null":true}}' });
    expect(unread.rows).toHaveLength(5);
    const noticed = await list(giulia, { filter: '{"tag":{"match":"+noticed -sanita"}}' });
    expect(noticed.rows.every((each) => each.tag === 'noticed')).toBe(true);
    const either = await list(giulia, { filter: '{"tag":{"match":"sanita altro"}}' });
    expect(either.rows).toHaveLength(2);
    const oldest = await list(giulia, { sort: '+timestamp', limit: '1' });
    expect(oldest.rows[0]?.timestamp.slice(0, 10)).toBe('2026-05-07');
  });

  it.each(['limit=0', 'limit=ten', 'offset=-1', 'sort=colour', 'filter={"tag":{"like":"a"}}', 'filter=[]'])(
    'refuses %s',
    async (query) => {
      const response = await ask(handlers, `/notify/api/v1/users/${giulia}/messages?${query}`, {
        headers: callers.notify(giulia),
      });
      expect(response.status).toBe(400);
    },
  );
});

describe('who may ask', () => {
  const path = `/notify/api/v1/users/${giulia}/messages`;

  it('refuses a missing or wrong token, and another’s identity', async () => {
    expect((await ask(handlers, path)).status).toBe(401);
    const token = { ...callers.notify(giulia), 'x-authentication': 'wrong' };
    expect((await ask(handlers, path, { headers: token })).status).toBe(401);
    expect((await ask(handlers, path, { headers: callers.notify(fabio) })).status).toBe(403);
  });

  it('does not show one citizen’s message to another', async () => {
    const [mine] = (await list(giulia)).rows;
    expect((await change(fabio, 'GET', mine?.id ?? '')).status).toBe(404);
    expect((await change(fabio, 'DELETE', mine?.id ?? '')).status).toBe(404);
  });
});

describe('state', () => {
  it('remembers what was read, at the server’s time, and replaces tags', async () => {
    const [first, second] = (await list(giulia)).rows;
    const response = await change(giulia, 'PUT', 'status', [
      { id: first?.id, read_at: 'read', tag: 'noticed,da-fare' },
      { id: second?.id, read_at: 'read' },
    ]);
    expect(
      z
        .array(row)
        .parse(await response.json())
        .map((each) => each.id),
    ).toEqual([first?.id, second?.id]);
    const after = (await list(giulia)).rows;
    expect(after[0]?.tag).toBe('noticed,da_fare');
    expect(Math.abs(Date.parse(after[0]?.read_at ?? '') - world.now().getTime())).toBeLessThan(60_000);
    expect(after.filter((each) => each.read_at === null)).toHaveLength(3);
  });

  it('marks one as read once, and as unread again', async () => {
    const [first] = (await list(giulia)).rows;
    const id = first?.id ?? '';
    const read = row.parse(await (await change(giulia, 'PUT', id)).json());
    expect(read.read_at).not.toBeNull();
    const again = row.parse(await (await change(giulia, 'PUT', id, { tag: 'noticed' })).json());
    expect(again).toMatchObject({ read_at: read.read_at, tag: 'noticed' });
    await change(giulia, 'PUT', 'status', [{ id, read_at: null }]);
    expect((await list(giulia)).rows[0]?.read_at).toBeNull();
  });

  it('deletes, and comes back whole after a reset', async () => {
    const [first] = (await list(giulia)).rows;
    expect((await change(giulia, 'DELETE', first?.id ?? '')).status).toBe(200);
    expect((await change(giulia, 'GET', first?.id ?? '')).status).toBe(404);
    expect((await list(giulia)).headers.get('total-elements')).toBe('13');
    world.reset();
    expect((await list(giulia)).headers.get('total-elements')).toBe('14');
  });
});
