// Ports apart from those of `npm start`, so that tests run beside a portal that somebody is looking at.
export const portalPort = 4421;
export const demoPort = 4422;
export const staticPort = 4423;

export const portalOrigin = `http://localhost:${portalPort}`;
export const demoOrigin = `http://localhost:${demoPort}`;
export const staticOrigin = `http://localhost:${staticPort}`;

/** The day from which the demo citizens' dates are counted, `YYYY-MM-DD`: no test fails because a day has passed. */
export const today = '2026-11-23';

/** What the clock of every browser says, for as long as a test lasts. */
export const now = `${today}T10:42:00+01:00`;

/** How long the portal waits for a source: longer than the slowest demo citizen's, in milliseconds. */
export const upstreamTimeoutMs = 10_000;
