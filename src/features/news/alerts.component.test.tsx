import { afterEach, describe, expect, it } from 'vitest';
import { hideEnded } from './alerts.ts';

/** A list of alerts by the instants they end at, as a page has it. */
function listOf(...ends: string[]): HTMLElement {
  const list = document.createElement('section');
  list.className = 'alerts';
  for (const end of ends) {
    const alert = document.createElement('div');
    alert.className = 'alert';
    alert.dataset['until'] = end;
    list.append(alert);
  }
  document.body.append(list);
  return list;
}
const shown = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('.alert')].map((alert) => alert.dataset['until']);

afterEach(() => document.body.replaceChildren());

describe('alerts of a page made some time ago', () => {
  it('go away when their end has come, the others stay', () => {
    const list = listOf('2026-11-23T09:00:00.000Z', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.001Z');
    hideEnded(document, '2026-11-23T10:00:00.000Z');
    expect(shown(list)).toEqual(['2026-11-23T10:00:00.001Z']);
  });

  it('take their list with them when none is left, and only that one', () => {
    const over = listOf('2026-11-22T10:00:00.000Z');
    const current = listOf('2026-12-01T10:00:00.000Z');
    hideEnded(document, '2026-11-23T10:00:00.000Z');
    expect([over.isConnected, current.isConnected]).toEqual([false, true]);
  });

  it('leave the rest of the page alone', () => {
    const text = document.createElement('p');
    document.body.append(text);
    hideEnded(document, '2026-11-23T10:00:00.000Z');
    expect(text.isConnected).toBe(true);
  });
});
