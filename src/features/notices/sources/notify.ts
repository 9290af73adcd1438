import { convert } from 'html-to-text';
import MarkdownIt from 'markdown-it';
import * as z from 'zod/mini';
import { dayFromDateTime } from '../../../domain/day.ts';
import type { Reading } from '../../../platform/server/outcomes.ts';
import { UpstreamFailure, type Upstream } from '../../../platform/server/upstream.ts';
import type { Notice } from '../model.ts';

/** Messages asked for at a time. */
const PAGE_SIZE = 100;
/** Largest number of messages read for one person: the newest ones. */
const MOST_MESSAGES = 1_000;

const optionalText = z.optional(z.nullable(z.string()));

/** A message of the NOTIFY message store, as far as an inbox needs it. */
const message = z.object({
  id: z.uuid(),
  user_id: z.string(),
  mex: z.optional(z.nullable(z.object({ title: optionalText, body: optionalText }))),
  email: z.optional(z.nullable(z.object({ subject: optionalText, body: optionalText }))),
  push: z.optional(z.nullable(z.object({ title: optionalText, body: optionalText }))),
  io: z.optional(
    z.nullable(
      z.object({
        content: z.object({
          subject: optionalText,
          markdown: optionalText,
          due_date: optionalText,
          payment_data: z.optional(z.nullable(z.object({ amount: z.number() }))),
        }),
      }),
    ),
  ),
  read_at: optionalText,
  timestamp: z.string(),
  sender: optionalText,
});
type Message = z.infer<typeof message>;

/** The citizen's inbox in NOTIFY. */
export interface Inbox {
  list: (fiscalCode: string, signal: AbortSignal) => Promise<Reading<Notice>>;
  /** Marks a notice as read; false when the person has no such notice. */
  markRead: (fiscalCode: string, id: string, signal: AbortSignal) => Promise<boolean>;
}

const firstText = (...texts: (string | null | undefined)[]): string | null => texts.find((one) => one?.trim())?.trim() ?? null;

/** Plain text of HTML; links keep their address so that nothing is lost. */
function convertHtml(html: string): string | null {
  const text = convert(html, { wordwrap: false, selectors: [{ selector: 'img', format: 'skip' }], limits: { maxInputLength: 200_000 } });
  return text.trim() || null;
}

/** Plain text of a body that may hold HTML; one without tags keeps its own lines. */
function htmlToText(body: string | null): string | null {
  return body !== null && /<[a-z!/]|&[a-z#]/i.test(body) ? convertHtml(body) : body;
}

const markdown = new MarkdownIt({ html: false, breaks: true });

/** Plain text of the Markdown of an App IO message. */
function markdownToText(body: string | null): string | null {
  return body === null ? null : convertHtml(markdown.render(body));
}

/** The Italian day of a `due_date`, which NOTIFY writes in UTC with or without saying so. */
function dueDay(text: string): string | null {
  return dayFromDateTime(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}

/** The notice inside a message; null when the message can not be read or is another person's. */
function toNotice(row: unknown, fiscalCode: string): Notice | null {
  const parsed = message.safeParse(row);
  if (!parsed.success || parsed.data.user_id !== fiscalCode) return null;
  const { id, mex, email, push, io, read_at: readAt, timestamp, sender }: Message = parsed.data;
  const sent = new Date(timestamp);
  if (Number.isNaN(sent.getTime())) return null;
  const due = io?.content.due_date;
  const cents = io?.content.payment_data?.amount;
  return {
    id,
    title: firstText(mex?.title, io?.content.subject, email?.subject, push?.title),
    sender: firstText(sender),
    text: htmlToText(firstText(mex?.body)) ?? markdownToText(firstText(io?.content.markdown)) ?? htmlToText(firstText(email?.body, push?.body)),
    sentAt: sent.toISOString(),
    read: typeof readAt === 'string',
    dueOn: due ? dueDay(due) : null,
    amountCents: cents !== undefined && Number.isSafeInteger(cents) && cents >= 0 ? cents : null,
  };
}

/** Speaks to the NOTIFY message store; `upstream` carries the calling application's token. */
export function createNotifyInbox(upstream: Upstream): Inbox {
  const messagesPath = (fiscalCode: string) => `/api/v1/users/${encodeURIComponent(fiscalCode)}/messages`;
  const onBehalf = (fiscalCode: string) => ({
    'shib-iride-identitadigitale': fiscalCode,
    'x-request-id': crypto.randomUUID(),
  });

  return {
    async list(fiscalCode, signal) {
      const rows: unknown[] = [];
      let total = 1;
      for (let offset = 0; offset < Math.min(total, MOST_MESSAGES); offset += PAGE_SIZE) {
        const query = new URLSearchParams({ limit: String(PAGE_SIZE), offset: String(offset), sort: '-timestamp' });
        const answer = await upstream(`${messagesPath(fiscalCode)}?${query}`, z.array(z.unknown()), {
          headers: onBehalf(fiscalCode),
          signal,
        });
        rows.push(...answer.body);
        const announced = answer.headers.get('total-elements');
        // Only an empty page comes without the total; what was announced before it and did not come is missing.
        if (announced !== null || offset === 0) total = Number(announced ?? 0);
        if (!Number.isSafeInteger(total) || (announced === null && answer.body.length > 0)) {
          throw new UpstreamFailure('unreadable');
        }
      }
      const notices = rows.map((row) => toNotice(row, fiscalCode));
      // A message that arrives between two pages pushes the last one of the first page into the second as well.
      const items = [...new Map(notices.flatMap((one) => (one === null ? [] : [[one.id, one] as const]))).values()];
      const missing = Math.max(0, total - rows.length);
      return { items, unreadable: notices.filter((one) => one === null).length + missing };
    },

    async markRead(fiscalCode, id, signal) {
      const { body } = await upstream(`${messagesPath(fiscalCode)}/status`, z.array(z.object({ id: z.string() })), {
        method: 'PUT',
        headers: onBehalf(fiscalCode),
        body: [{ id, read_at: 'read' }],
        signal,
      });
      return body.some((one) => one.id === id);
    },
  };
}
