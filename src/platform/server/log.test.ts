import { afterEach, expect, it, vi } from 'vitest';
import { logToStdout } from './log.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('writes one line of JSON, whose time, level and event no field can change', () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T08:30:00Z') });
  const print = vi.spyOn(console, 'log').mockReturnValue();
  logToStdout('warn', 'source-failed', { source: 'notify', at: 'elsewhere', level: 2 });
  logToStdout('info', 'signed-out');
  const about = { at: '2026-11-23T08:30:00.000Z' };
  expect(print.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toEqual([
    { ...about, level: 'warn', event: 'source-failed', source: 'notify' },
    { ...about, level: 'info', event: 'signed-out' },
  ]);
  for (const [line] of print.mock.calls) expect(line).not.toContain('\n');
});
