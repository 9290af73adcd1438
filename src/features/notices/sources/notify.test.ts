import { http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../../mocks/credentials.ts';
import { message, type DemoCitizen } from '../../../../mocks/citizens/index.ts';
import { createBackEnds } from '../../../../mocks/node.ts';
import { upstreamAt } from '../../../platform/server/testing.ts';
import { UpstreamFailure } from '../../../platform/server/upstream.ts';
import { notice } from '../model.ts';
import { createNotifyInbox } from './notify.ts';

const TODAY = '2026-11-23';
const ADA = 'RSSDAA80A41L219T';
const baseUrl = 'http://back-ends.test/notify';
const messages = '*/notify/api/v1/users/:userId/messages';
const never = new AbortController().signal;

const { world, server } = createBackEnds({ today: TODAY });
const inbox = createNotifyInbox(upstreamAt(baseUrl, { 'x-authentication': demoCredentials.notify.token }));

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  for (const { source, citizen } of world.faults.list()) world.faults.clear(source, citizen);
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const known = world.citizens.flatMap((citizen) => (citizen.fiscalCode === null ? [] : [{ ...citizen, fiscalCode: citizen.fiscalCode }]));

function citizen(id: string): DemoCitizen & { fiscalCode: string } {
  const found = known.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

/** What the store sends for one message of Ada's, with parts of it changed. */
const row = (changes: object = {}) => ({
  ...message(TODAY, ADA, { seed: 'one', daysAgo: 1, sender: 'Comune', mex: { title: 'Titolo', body: 'Testo' } }),
  ...changes,
});

/** Ada's inbox when the store sends these rows. */
function listOf(rows: unknown[], headers: Record<string, string> = { 'total-elements': String(rows.length) }) {
  server.use(http.get(messages, () => Response.json(rows, { headers })));
  return inbox.list(ADA, never);
}

/** The one notice made of a row. */
async function noticeOf(changes: object) {
  const { items, unreadable } = await listOf([row(changes)]);
  expect(unreadable).toBe(0);
  return notice.parse(items[0]);
}

describe('the inbox of a demo citizen', () => {
  it.each(known)('$id: every message is a notice, the newest first', async ({ fiscalCode, messages: sent }) => {
    const { items, unreadable } = await inbox.list(fiscalCode, never);
    expect(unreadable).toBe(0);
    expect(items.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
    expect(items.map(({ sentAt }) => sentAt)).toEqual(items.map(({ sentAt }) => sentAt).toSorted().toReversed());
    for (const item of items) {
      expect(notice.parse(item)).toEqual(item);
      expect(item.text ?? '').not.toMatch(/<\/?[a-z]/i);
      expect(item.read).toBe(sent.find(({ id }) => id === item.id)?.read_at !== null);
    }
  });

  it('is read over all its pages: three hundred notices, each once', async () => {
    const { items, unreadable } = await inbox.list(citizen('fabio-marino').fiscalCode, never);
    expect([items.length, new Set(items.map(({ id }) => id)).size, unreadable]).toEqual([300, 300, 0]);
  });

  it('of somebody unknown is empty', async () => {
    expect(await inbox.list(ADA, never)).toEqual({ items: [], unreadable: 0 });
  });

  it('is asked for in the name of the citizen, each time with a number of its own', async () => {
    const asked: Headers[] = [];
    server.use(http.get(messages, ({ request }) => void asked.push(request.headers)));
    const { fiscalCode } = citizen('fabio-marino');
    await inbox.list(fiscalCode, never);
    expect(asked).toHaveLength(3);
    for (const headers of asked) expect(headers.get('shib-iride-identitadigitale')).toBe(fiscalCode);
    expect(new Set(asked.map((headers) => headers.get('x-request-id'))).size).toBe(3);
  });
});

describe('a notice', () => {
  it('takes its title and its text from the part that was meant for an inbox, then from the others', async () => {
    const io = { content: { subject: 'IO', markdown: 'da IO' } };
    const email = { subject: 'E-mail', body: 'dalla e-mail' };
    const push = { title: 'Push', body: 'dal push' };
    expect(await noticeOf({ io, email, push })).toMatchObject({ title: 'Titolo', text: 'Testo' });
    expect(await noticeOf({ mex: null, io, email, push })).toMatchObject({ title: 'IO', text: 'da IO' });
    expect(await noticeOf({ mex: { title: ' ', body: '' }, email, push })).toMatchObject({ title: 'E-mail', text: 'dalla e-mail' });
    expect(await noticeOf({ mex: null, email: null, push })).toMatchObject({ title: 'Push', text: 'dal push' });
  });

  it('may have nothing but an id and a time', async () => {
    const { id, user_id, timestamp } = row();
    const { items, unreadable } = await listOf([{ id, user_id, timestamp }]);
    expect(unreadable).toBe(0);
    expect(items).toEqual([
      { id, title: null, sender: null, text: null, sentAt: timestamp, read: false, dueOn: null, amountCents: null },
    ]);
  });

  it('may have null wherever a text may be', async () => {
    const nothing = { title: null, body: null, subject: null };
    const none = { mex: nothing, email: nothing, push: nothing, io: null, memo: null, sender: null, read_at: null };
    expect(await noticeOf(none)).toMatchObject({ title: null, text: null, sender: null, read: false });
  });

  it.each([
    ['2026-11-30T21:59:00', '2026-11-30'],
    ['2026-11-30T23:30:00', '2026-12-01'],
    ['2026-11-30T23:30:00Z', '2026-12-01'],
    ['2026-06-30T22:30:00.000', '2026-07-01'],
    ['2026-11-30T23:30:00+01:00', '2026-11-30'],
    ['2026-11-30', '2026-11-30'],
    ['', null],
    [null, null],
  ])('due by %s, in UTC with or without saying so, is due on the Italian day %s', async (due, day) => {
    const io = { content: { subject: 'Rata', markdown: 'Testo', due_date: due } };
    expect((await noticeOf({ io })).dueOn).toBe(day);
  });

  it.each([
    [{ amount: 8600, notice_number: '301000000000012345' }, 8600],
    [{ amount: 0, notice_number: '301000000000012345' }, 0],
    [{ amount: 86.5, notice_number: '301000000000012345' }, null],
    [{ amount: -1, notice_number: '301000000000012345' }, null],
    [null, null],
  ])('asks for the cents that are written: %j', async (payment, cents) => {
    const io = { content: { subject: 'Rata', markdown: 'Testo', payment_data: payment } };
    expect((await noticeOf({ io })).amountCents).toBe(cents);
  });
});

describe('a text that holds HTML becomes plain text', () => {
  const textOf = async (body: string) => (await noticeOf({ mex: { title: 'Titolo', body } })).text;

  it('with its paragraphs, its lists and the addresses of its links', async () => {
    const text = await textOf('<p>Il voucher vale <strong>250&nbsp;&euro;</strong>.</p><ul><li>Libri</li></ul><p>Vedi la <a href="https://example.org/v">pagina</a>.</p>');
    expect(text).toMatch(/^Il voucher vale 250\s€\.\n\n \* Libri\n\nVedi la pagina \[https:\/\/example\.org\/v\]\.$/);
  });

  it.each([
    '<script>alert(1)</script>ciao',
    '<img src=x onerror=alert(1)>ciao',
    '<style>p{color:red}</style>ciao',
    '<svg><script>alert(1)</script></svg>ciao',
    '<scr<script>ipt>alert(1)</scr</script>ipt>ciao',
    '<!-- <b>nascosto</b> -->ciao',
    '<p onclick="alert(1)">ciao',
    '<template><p>alert(1)</p></template>ciao',
  ])('without anything that could run: %s', async (body) => {
    const text = await textOf(body);
    expect(text).toContain('ciao');
    expect(text).not.toMatch(/<\/?(script|img|style|svg|p|b|template)|onerror|onclick/i);
  });

  it('and says nothing when only markup was there', async () => {
    expect(await textOf('<p> </p><br><img src="https://example.org/pixel.gif">')).toBeNull();
  });

  it('and plain text keeps its signs', async () => {
    expect(await textOf('Se a < b & b > c, paga 5 €')).toBe('Se a < b & b > c, paga 5 €');
  });
});

describe('what can not be read is counted', () => {
  it.each([
    ['a message of another person', { user_id: citizen('giulia-ferraris').fiscalCode }],
    ['a message of nobody', { user_id: undefined }],
    ['a message without an id', { id: undefined }],
    ['a message whose id is no UUID', { id: '42' }],
    ['a message of no time', { timestamp: 'ieri' }],
    ['a message whose title is a number', { mex: { title: 42 } }],
    ['a message whose part is a text', { mex: 'testo' }],
  ])('%s, and the others stay', async (_what, changes) => {
    const { items, unreadable } = await listOf([row(), row(changes)]);
    expect([items.length, unreadable]).toEqual([1, 1]);
    expect(items[0]?.id).toBe(row().id);
  });

  it.each([[null], ['text'], [[]], [42]])('%j in the place of a message', async (wrong) => {
    expect(await listOf([wrong])).toEqual({ items: [], unreadable: 1 });
  });

  it('messages that were announced and did not come', async () => {
    expect(await listOf([row()], { 'total-elements': '4' })).toMatchObject({ items: [{}], unreadable: 3 });
  });

  it('messages beyond the thousand that are read', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => message(TODAY, ADA, { seed: String(index), daysAgo: 1 }));
    const { unreadable } = await listOf(rows, { 'total-elements': '1200' });
    expect(unreadable).toBe(200);
  });
});

it('shows once a message that a newer one pushed from one page into the next', async () => {
  const rows = Array.from({ length: 101 }, (_, index) => message(TODAY, ADA, { seed: String(index), daysAgo: 1 }));
  server.use(
    http.get(messages, ({ request }) => {
      const offset = Number(new URL(request.url).searchParams.get('offset'));
      const page = offset === 0 ? rows.slice(0, 100) : rows.slice(99);
      return Response.json(page, { headers: { 'total-elements': offset === 0 ? '101' : '102' } });
    }),
  );
  const { items, unreadable } = await inbox.list(ADA, never);
  expect([items.length, unreadable]).toEqual([101, 0]);
});

it.each([
  ['a total that is no number', { 'total-elements': 'many' }],
  ['no total', {}],
])('a page with %s is not understood', async (_what, headers) => {
  await expect(listOf([row()], headers)).rejects.toEqual(new UpstreamFailure('unreadable'));
});

describe('marking as read', () => {
  it('is remembered by the store', async () => {
    const { fiscalCode } = citizen('giulia-ferraris');
    const unreadBefore = (await inbox.list(fiscalCode, never)).items.filter(({ read }) => !read);
    expect(unreadBefore).toHaveLength(5);
    expect(await inbox.markRead(fiscalCode, unreadBefore[0]?.id ?? '', never)).toBe(true);
    expect((await inbox.list(fiscalCode, never)).items.filter(({ read }) => !read)).toHaveLength(4);
  });

  it('of another person’s notice changes nothing', async () => {
    const [theirs] = citizen('elena-russo').messages;
    expect(await inbox.markRead(citizen('giulia-ferraris').fiscalCode, theirs?.id ?? '', never)).toBe(false);
    expect(world.notify.get(citizen('elena-russo').fiscalCode, theirs?.id ?? '')?.read_at).toBeNull();
  });
});
