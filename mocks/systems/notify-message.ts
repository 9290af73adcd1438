/** What the NOTIFY message store keeps and sends: see docs/contracts/notify-message-store.openapi.yaml. */

/** A text for the citizen; NOTIFY sends null for every text that the sender did not write. */
type Text = string | null;

/** A message for the IO app; amounts are integer cents, `due_date` is in UTC and has no offset. */
export interface IoMessage {
  time_to_live?: number;
  /** The broker's definition asks for both texts beside `content` as well as inside it. */
  subject: string;
  markdown: string;
  content: {
    subject: string;
    markdown: string;
    due_date?: string;
    payment_data?: { amount: number; notice_number: string; invalid_after_due_date?: boolean };
  };
}

/** A reminder for a calendar. */
export interface Memo {
  allDay?: boolean;
  start: string;
  end?: string;
  summary: string;
  description?: string;
  organizer?: string;
  location?: string;
}

/** One message of one citizen. */
export interface StoredMessage {
  id: string;
  bulk_id: string | null;
  user_id: string;
  email: { to: Text; subject: Text; body: Text; template_id: Text };
  sms: { phone: Text; content: Text };
  push: { token: Text; title: Text; body: Text; call_to_action: Text };
  mex: { title: Text; body: Text; call_to_action: Text };
  io: IoMessage | null;
  memo: Memo | null;
  /** Comma-separated tags; `noticed` means that it was shown once. */
  tag: string | null;
  correlation_id: string | null;
  /** ISO 8601 with offset, null while unread. */
  read_at: string | null;
  /** ISO 8601 with offset. */
  timestamp: string;
  /** The name of the service that sent it; absent when it did not say. */
  sender?: string;
}
