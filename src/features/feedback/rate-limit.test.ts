import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

let clock = 0;
const limitOf = (burst = 3, total = 1_000) =>
  createRateLimit({ perClient: { burst, refillMs: 1_000 }, total: { burst: total, refillMs: 1_000 }, now: () => clock });

/** How many of so many requests at once go on. */
async function allowed(limit: ReturnType<typeof limitOf>, address: string | null, requests: number): Promise<number> {
  let count = 0;
  for (let number = 0; number < requests; number += 1) if (await limit(address)) count += 1;
  return count;
}

describe('one client', () => {
  it('may do some at once, then one at a time', async () => {
    const limit = limitOf();
    expect(await allowed(limit, '192.0.2.1', 10)).toBe(3);
    clock += 2_000;
    expect(await allowed(limit, '192.0.2.1', 10)).toBe(2);
    clock += 3_600_000;
    expect(await allowed(limit, '192.0.2.1', 10)).toBe(3);
  });

  it('does not use up what belongs to another', async () => {
    const limit = limitOf();
    await allowed(limit, '192.0.2.1', 10);
    expect(await allowed(limit, '192.0.2.2', 10)).toBe(3);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', true],
    ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff::', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['2001:db8::1', '2001:db8::2', true],
    ['::ffff:192.0.2.1', '192.0.2.1', true],
  ])('%s and %s are the same: %s', async (one, other, same) => {
    const limit = limitOf();
    await allowed(limit, one, 3);
    expect(await limit(other)).toBe(!same);
  });
});

describe('all together', () => {
  it('reach a ceiling, known or not', async () => {
    const limit = limitOf(3, 5);
    expect(await allowed(limit, null, 4)).toBe(4);
    expect(await allowed(limit, '192.0.2.1', 3)).toBe(1);
    expect(await allowed(limit, null, 1)).toBe(0);
    clock += 1_000;
    expect(await allowed(limit, null, 5)).toBe(1);
  });
});

it('begins anew every day', async () => {
  const limit = createRateLimit({ perClient: { burst: 1, refillMs: 1e12 }, total: { burst: 100, refillMs: 1 }, now: () => clock });
  expect(await allowed(limit, '192.0.2.1', 2)).toBe(1);
  clock += 86_400_000;
  expect(await allowed(limit, '192.0.2.1', 2)).toBe(1);
});

it('remembers a limited number of clients', async () => {
  const limit = createRateLimit({ perClient: { burst: 1, refillMs: 1e12 }, total: { burst: 1e6, refillMs: 1 }, now: () => clock });
  for (let number = 0; number < 20_001; number += 1) await limit(`10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`);
  expect(await limit('10.0.0.0')).toBe(true);
  expect(await limit('10.0.78.32')).toBe(false);
});
