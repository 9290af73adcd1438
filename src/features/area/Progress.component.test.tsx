import { expect, test } from 'vitest';
import type { PanelState } from '../../domain/panel-state.ts';
import { expectAccessible, forReader, renderFor, testedLocales, wordsOf } from '../../ui/testing.tsx';
import { Progress } from './Progress.tsx';

const source = { id: 'notify', name: 'Servizio avvisi' };
const gathered = { items: [], asOf: null, from: [] };
const loading: PanelState<string> = { ...gathered, pending: [source], asked: 1, answered: 0, kind: 'loading' };
const read: PanelState<string> = { ...gathered, pending: [], asked: 1, answered: 1, kind: 'empty' };
const failed: PanelState<string> = { ...read, kind: 'failed', failures: [{ source, kind: 'unavailable' }] };

for (const locale of testedLocales) {
  const t = wordsOf(locale);

  test(`tells politely how far the loading is and how it ended, ${locale}`, async () => {
    const screen = await renderFor(locale, <Progress states={[loading, read]} />);
    const status = screen.getByRole('status');
    await expect.element(status).toHaveTextContent(t('progress.loading', { asked: 2, answered: 1 }));
    const element = status.element();

    await screen.rerender(forReader(locale, <Progress states={[read, read]} />));
    await expect.element(status).toHaveTextContent(t('progress.done', { count: 2 }));
    // The same element: a live region that is put into the page with its words is not read out.
    expect(status.element()).toBe(element);
    await expectAccessible(screen.container);
  });

  test(`says how many sources failed, ${locale}`, async () => {
    const screen = await renderFor(locale, <Progress states={[failed, read]} />);
    await expect.element(screen.getByRole('status')).toHaveTextContent(t('progress.doneWithFailures', { count: 1 }));
  });
}
