import { describe, expect, test, vi } from 'vitest';
import type { PanelState } from '../domain/panel-state.ts';
import { formatTime } from '../i18n/format.ts';
import { Panel, sectionClass } from './Panel.tsx';
import { expectAccessible, forReader, renderFor, testedLocales, wordsOf } from './testing.tsx';

const notify = { id: 'notify', name: 'Servizio avvisi' };
const biella = { id: 'pay/biella', name: 'Comune di Biella' };
const cuneo = { id: 'pay/cuneo', name: 'Comune di Cuneo' };
const asOf = '2026-11-23T09:42:00.000Z';

const nobody = { items: [], pending: [], asked: 0, answered: 0, asOf: null, from: [] };
const one = { items: ['Prima cosa'], pending: [], asked: 1, answered: 1, asOf, from: [notify.name] };

const states = {
  loading: { ...nobody, pending: [notify], asked: 1, kind: 'loading' },
  ready: { ...one, kind: 'ready' },
  'ready so far': { ...one, pending: [cuneo], asked: 2, kind: 'ready' },
  empty: { ...one, items: [], kind: 'empty' },
  partial: { ...one, asked: 2, answered: 2, kind: 'partial', failures: [{ source: cuneo, kind: 'timeout' }] },
  'partial, with nothing to show': { ...one, items: [], kind: 'partial', failures: [{ source: notify, kind: 'unreadable' }] },
  failed: { ...nobody, asked: 1, answered: 1, kind: 'failed', failures: [{ source: notify, kind: 'unavailable' }] },
  'all failed': {
    ...nobody,
    kind: 'failed',
    failures: [
      { source: biella, kind: 'refused' },
      { source: cuneo, kind: 'interrupted' },
    ],
  },
  'needs a level': { ...nobody, kind: 'needs-you', need: { kind: 'level', level: 2 } },
  'needs a fiscal code': { ...nobody, kind: 'needs-you', need: { kind: 'italian-fiscal-code' } },
} satisfies Record<string, PanelState<string>>;

function panel(state: PanelState<string>, { retry = () => {}, retrying = false } = {}) {
  return (
    <section>
      <h2>Titolo</h2>
      <Panel
        state={state}
        retry={retry}
        retrying={retrying}
        stepUpHref="/auth/login?level=2"
        assistanceHref="https://example.org/aiuto"
        rows={3}
        empty={<p>Qui arriverà qualcosa.</p>}
        otherWay="Puoi telefonare."
      >
        {(items) => (
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
      </Panel>
    </section>
  );
}

/** For each state what is to be read, and what must not. */
interface Seen {
  name: string;
  state: PanelState<string>;
  shown: string[];
  hidden?: string[];
}

for (const locale of testedLocales) {
  const t = wordsOf(locale);
  const readAt = t('source.readAt', { time: formatTime(asOf, locale), names: notify.name });

  const seen: Seen[] = [
    { name: 'loading', state: states.loading, shown: [], hidden: ['Qui arriverà qualcosa.', t('source.notNothing')] },
    { name: 'ready', state: states.ready, shown: ['Prima cosa', readAt] },
    {
      name: 'ready so far',
      state: states['ready so far'],
      shown: ['Prima cosa', t('source.waiting', { names: cuneo.name })],
    },
    { name: 'empty', state: states.empty, shown: ['Qui arriverà qualcosa.', readAt] },
    {
      name: 'partial',
      state: states.partial,
      shown: ['Prima cosa', t('source.timeout', { name: cuneo.name })],
      hidden: [t('source.notNothing')],
    },
    {
      name: 'partial, with nothing to show',
      state: states['partial, with nothing to show'],
      shown: [t('source.unreadable', { name: notify.name }), t('source.notNothing'), 'Puoi telefonare.'],
      hidden: ['Qui arriverà qualcosa.'],
    },
    {
      name: 'failed',
      state: states.failed,
      shown: [t('source.unavailable', { name: notify.name }), t('source.notNothing'), 'Puoi telefonare.'],
      hidden: ['Qui arriverà qualcosa.'],
    },
    {
      name: 'all failed',
      state: states['all failed'],
      shown: [t('source.refused', { name: biella.name }), t('source.interrupted', { name: cuneo.name }), t('source.retry')],
    },
    {
      name: 'needs a level',
      state: states['needs a level'],
      shown: [t('needs.level'), t('needs.levelAction')],
      hidden: ['Qui arriverà qualcosa.'],
    },
    {
      name: 'needs a fiscal code',
      state: states['needs a fiscal code'],
      shown: [t('needs.fiscalCode'), t('assistance')],
      hidden: ['Qui arriverà qualcosa.'],
    },
  ];

  describe(`a panel, ${locale}`, () => {
    for (const { name, state, shown, hidden = [] } of seen) {
      test(`${name}: says what is known and no more, accessibly`, async () => {
        const { container } = await renderFor(locale, panel(state));
        for (const text of shown) expect(container.textContent).toContain(text);
        for (const text of hidden) expect(container.textContent).not.toContain(text);
        await expectAccessible(container);
      });
    }
  });
}

const t = wordsOf('it');
const retryName = t('source.retryName', { name: notify.name });

test('while loading there is room for what will come, which nobody is read', async () => {
  const { container } = await renderFor('it', panel(states.loading));
  expect(container.querySelectorAll('.skeleton-row')).toHaveLength(3);
  expect(container.querySelector('.skeleton-row')?.closest('[aria-hidden="true"]')).not.toBeNull();
});

test('a failed source is asked again by its own button', async () => {
  const retry = vi.fn();
  const screen = await renderFor('it', panel(states.failed, { retry }));
  await screen.getByRole('button', { name: retryName }).click();
  expect(retry).toHaveBeenCalledOnce();
});

test('while it is asked again the button stays, keeps focus and asks no more', async () => {
  const retry = vi.fn();
  const screen = await renderFor('it', panel(states.failed, { retry }));
  const button = screen.getByRole('button', { name: retryName });
  await button.click();
  await screen.rerender(forReader('it', panel(states.failed, { retry, retrying: true })));
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button).toHaveFocus();
  await button.click({ force: true });
  expect(retry).toHaveBeenCalledOnce();
});

test('when the source has answered focus goes from the button to the heading of the block', async () => {
  const screen = await renderFor('it', panel(states.failed));
  await screen.getByRole('button', { name: retryName }).click();
  await screen.rerender(forReader('it', panel(states.ready)));
  await expect.element(screen.getByRole('heading', { name: 'Titolo' })).toHaveFocus();
});

test('the way forward leads where it says', async () => {
  const screen = await renderFor('it', panel(states['needs a level']));
  await expect.element(screen.getByRole('link', { name: t('needs.levelAction') })).toHaveAttribute('href', '/auth/login?level=2');
  await screen.rerender(forReader('it', panel(states['needs a fiscal code'])));
  await expect.element(screen.getByRole('link', { name: t('assistance') })).toHaveAttribute('href', 'https://example.org/aiuto');
});

test('a block keeps room only while sources are still to answer', () => {
  expect(sectionClass(states.loading, 'panel-3')).toBe('section panel-3');
  expect(sectionClass(states['ready so far'], 'panel-3')).toBe('section panel-3');
  expect(sectionClass(states.ready, 'panel-3')).toBe('section');
  expect(sectionClass(states.failed, 'panel-3')).toBe('section');
});
