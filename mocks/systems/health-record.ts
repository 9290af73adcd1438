/** What the front door of the health record keeps: nothing clinical, only whether and where one may enter. */

/** The services that the front door leads to. */
export const healthServiceIds = ['record', 'doctor', 'bookings', 'tickets', 'reports'] as const;
export type HealthServiceId = (typeof healthServiceIds)[number];

/** Whether a citizen's record is open, and whether a consent is missing. */
export interface HealthRecord {
  recordStatus: 'open' | 'not-open';
  consentNeeded: boolean;
}
