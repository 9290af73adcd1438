/** Fields that may be logged: identifiers of the portal's own, counts, durations in milliseconds, kinds. Never personal data. */
export type LogFields = Record<string, string | number | boolean>;

/** Writes one structured line. The event is a fixed word of the code, never a text that came from outside. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/** One JSON object a line on standard output, for whatever collects the logs. */
export const logToStdout: Log = (level, event, fields = {}) => {
  console.log(JSON.stringify({ ...fields, at: new Date().toISOString(), level, event }));
};
