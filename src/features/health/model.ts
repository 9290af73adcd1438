import * as z from 'zod/mini';

/** The services around the health record that the front door can lead to. */
export const HEALTH_SERVICES = ['record', 'doctor', 'bookings', 'tickets', 'reports'] as const;

/** The way into the health record: whether it is open and where its services are. Nothing clinical, ever. */
export const healthAccess = z.object({
  recordOpen: z.boolean(),
  /** Whether the person has still to say if doctors may consult the record. */
  consentNeeded: z.boolean(),
  services: z.array(
    z.object({ id: z.enum(HEALTH_SERVICES), url: z.url(), minimumLevel: z.union([z.literal(1), z.literal(2)]) }),
  ),
});
export type HealthAccess = z.infer<typeof healthAccess>;
export type HealthServiceId = (typeof HEALTH_SERVICES)[number];
