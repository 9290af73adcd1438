import { describe, expect, it } from 'vitest';
import { addLine, emptyReport, interrupt, type Outcome, type SourceReport, type StreamLine } from './outcome.ts';
import { panelState } from './panel-state.ts';

const biella = { id: 'piemontepay/c_a859', name: 'Comune di Biella' };
const torino = { id: 'piemontepay/c_l219', name: 'Comune di Torino' };
const asOf = '2026-11-23T09:42:00.000Z';

const ready = (source: typeof biella, items: string[], unreadable = 0): Outcome<string> => ({ status: 'ready', source, asOf, items, unreadable });
const failed = (source: typeof biella): Outcome<string> => ({ status: 'failed', source, asOf, problem: { kind: 'unavailable' } });
const end = { totals: { sources: 2, ready: 0, failed: 0, needs: 0, items: 0 } };

function report(...lines: StreamLine<string>[]): SourceReport<string> {
  return [{ expected: [biella, torino] }, ...lines].reduce<SourceReport<string>>(addLine, emptyReport);
}

describe('the state of a block', () => {
  it('is loading until something has come', () => {
    expect(panelState(undefined).kind).toBe('loading');
    expect(panelState(report()).kind).toBe('loading');
    expect(panelState(report(ready(biella, []))).kind).toBe('loading');
  });

  it('shows what has come while another source is still silent, and names that source', () => {
    const state = panelState(report(ready(biella, ['mensa'])));
    expect(state).toMatchObject({ kind: 'ready', items: ['mensa'], pending: [torino], asked: 2, answered: 1 });
  });

  it('is empty only when every source has answered and had nothing', () => {
    expect(panelState(report(ready(biella, []), ready(torino, []), end)).kind).toBe('empty');
    expect(panelState(report(ready(biella, []), failed(torino), end)).kind).not.toBe('empty');
    expect(panelState(report(ready(biella, []), ready(torino, []))).kind).not.toBe('empty');
  });

  it('is partial when one source failed and another answered, and names the one that failed', () => {
    expect(panelState(report(ready(biella, []), failed(torino), end))).toMatchObject({
      kind: 'partial',
      failures: [{ source: torino, kind: 'unavailable' }],
    });
  });

  it('is partial when a source sent things that could not be read', () => {
    expect(panelState(report(ready(biella, ['mensa'], 1), ready(torino, []), end)).kind).toBe('partial');
  });

  it('is failed when no source answered well', () => {
    expect(panelState(report(failed(biella), failed(torino), end)).kind).toBe('failed');
    expect(panelState(undefined, { source: biella, kind: 'unavailable' }).kind).toBe('failed');
  });

  it('needs you when the sources ask something of the person', () => {
    const needs: Outcome<string> = { status: 'needs', source: biella, asOf, need: { kind: 'level', level: 2 } };
    expect(panelState(report(needs, end))).toMatchObject({ kind: 'needs-you', need: { kind: 'level' } });
  });

  it('never calls a cut stream empty: the silent sources failed', () => {
    const state = panelState(interrupt(report(ready(biella, [])), asOf));
    expect(state).toMatchObject({ kind: 'partial', failures: [{ source: torino, kind: 'interrupted' }] });
  });

  it('takes a second answer of a source in place of its first', () => {
    const state = panelState(report(failed(biella), ready(torino, []), end, ready(biella, ['mensa'])));
    expect(state).toMatchObject({ kind: 'ready', items: ['mensa'] });
  });
});
