import type { Page } from '@playwright/test';
import type { FaultKind } from '../../mocks/faults.ts';
import { upstreamTimeoutMs } from '../addresses.ts';
import { expect } from '../fixtures.ts';
import { words } from '../words.ts';

export const area = words('it', 'area');

/** Every fault that keeps a source from answering rightly, and what the reader is told of it. */
export const faults = {
  failing: 'unavailable',
  unavailable: 'unavailable',
  throttled: 'unavailable',
  malformed: 'unreadable',
  truncated: 'unreadable',
  silent: 'timeout',
} as const satisfies Partial<Record<FaultKind, string>>;

export const faultKinds = Object.keys(faults) as (keyof typeof faults)[];

/** The sentence about a source under a fault. */
export function sentence(fault: keyof typeof faults, name: string): string {
  return area(`source.${faults[fault]}`, { name });
}

/** How long to wait for what a fault leads to, in milliseconds. */
export const patience = upstreamTimeoutMs + 5_000;

/** None of the sentences that would take what is not known for nothing stands in the page. */
export async function expectNoFalseNothing(page: Page, ...sentences: string[]): Promise<void> {
  for (const one of sentences) await expect(page.getByRole('main').getByText(one), one).toHaveCount(0);
}
