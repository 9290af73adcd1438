import * as z from 'zod/mini';

/** A notice that an administration has sent to the person. */
export const notice = z.object({
  id: z.string(),
  /** Null when the sender gave none. */
  title: z.nullable(z.string()),
  sender: z.nullable(z.string()),
  /** The text in Italian, without markup; paragraphs are separated by an empty line. */
  text: z.nullable(z.string()),
  /** When it was sent (ISO 8601 with offset). */
  sentAt: z.string(),
  read: z.boolean(),
  /** The day by which something must be done, when the notice has one. */
  dueOn: z.nullable(z.string()),
  /** The amount asked, in cents, when the notice is about a payment. */
  amountCents: z.nullable(z.number()),
});
export type Notice = z.infer<typeof notice>;

/** Newest first. */
export function newestFirst(notices: readonly Notice[]): Notice[] {
  return [...notices].sort((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt));
}

export function unread(notices: readonly Notice[]): Notice[] {
  return notices.filter((one) => !one.read);
}
