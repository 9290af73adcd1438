import { afterEach, beforeEach, expect, vi } from 'vitest';

// A message on the console is a defect that nobody looks at. A test that provokes one on purpose checks it, and then
// clears it with `vi.mocked(console.error).mockClear()`.
beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  const messages = [console.error, console.warn].flatMap((method) => vi.mocked(method).mock.calls);
  vi.restoreAllMocks();
  expect(messages, 'messages on the console').toEqual([]);
});
