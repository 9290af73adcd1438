/** Builder of NOTIFY messages. */
import type { Memo, StoredMessage } from '../systems/notify-message.ts';
import { addDays, instantOn } from './dates.ts';
import { stableUuid } from './identifiers.ts';

/** What differs from one message to the next; everything else is null, as NOTIFY sends it. */
export interface MessageDraft {
  /** Distinguishes this message from the others of the same person. */
  seed: string;
  /** How long ago it was sent, in days. */
  daysAgo: number;
  /** `HH:mm`, UTC. Messages of today leave in the nightly run, so that they are never in the future. */
  time?: string;
  /** Left out when the sending service did not give its name. */
  sender?: string;
  mex?: { title?: string; body?: string; link?: string };
  email?: { subject?: string; body: string };
  sms?: string;
  io?: {
    subject: string;
    markdown: string;
    /** Days from today; negative when it has passed. */
    dueInDays?: number;
    payment?: { cents: number; noticeNumber: string };
  };
  memo?: Memo;
  tags?: string[];
  /** How many days ago it was read; left out while unread. */
  readDaysAgo?: number;
  /** Messages sent together share it. */
  bulk?: string;
}

/** A message of the citizen with `fiscalCode`, dated from `today` (`YYYY-MM-DD`). */
export function message(today: string, fiscalCode: string, draft: MessageDraft): StoredMessage {
  const time = draft.time ?? (draft.daysAgo === 0 ? '00:10' : '08:30');
  return {
    id: stableUuid(`message/${fiscalCode}/${draft.seed}`),
    bulk_id: draft.bulk === undefined ? null : stableUuid(`bulk/${draft.bulk}`),
    user_id: fiscalCode,
    email: {
      to: null,
      subject: draft.email?.subject ?? null,
      body: draft.email?.body ?? null,
      template_id: draft.email === undefined ? null : 'default-template.html',
    },
    sms: { phone: null, content: draft.sms ?? null },
    push: { token: null, title: null, body: null, call_to_action: null },
    mex: {
      title: draft.mex?.title ?? null,
      body: draft.mex?.body ?? null,
      call_to_action: draft.mex?.link ?? null,
    },
    io: draft.io === undefined ? null : ioMessage(today, draft.io),
    memo: draft.memo ?? null,
    tag: draft.tags === undefined ? null : draft.tags.join(','),
    correlation_id: null,
    read_at: draft.readDaysAgo === undefined ? null : instantOn(addDays(today, -draft.readDaysAgo), '18:05'),
    timestamp: instantOn(addDays(today, -draft.daysAgo), time),
    ...(draft.sender === undefined ? {} : { sender: draft.sender }),
  };
}

function ioMessage(today: string, io: NonNullable<MessageDraft['io']>): NonNullable<StoredMessage['io']> {
  return {
    subject: io.subject,
    markdown: io.markdown,
    content: {
      subject: io.subject,
      markdown: io.markdown,
      // 21:59 UTC falls on the same day in Rome in summer and in winter.
      ...(io.dueInDays === undefined ? {} : { due_date: `${addDays(today, io.dueInDays)}T21:59:00` }),
      ...(io.payment === undefined
        ? {}
        : {
            payment_data: {
              amount: io.payment.cents,
              notice_number: io.payment.noticeNumber,
              invalid_after_due_date: false,
            },
          }),
    },
  };
}
