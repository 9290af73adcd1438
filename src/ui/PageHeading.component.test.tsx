import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { PageHeading } from './PageHeading.tsx';
import { expectAccessible, renderFor, testedLocales } from './testing.tsx';

/** A page as the area has it: another key is another page. */
const page = (title: string, before?: React.ReactNode) => (
  <main key={title}>
    {before}
    <PageHeading>{title}</PageHeading>
  </main>
);

const { href } = location;

beforeEach(() => {
  history.replaceState(null, '', href);
  document.body.focus();
});

afterEach(() => history.replaceState(null, '', href));

test('when the page opens focus stays where the browser has put it', async () => {
  const screen = await render(page('Caricamento'));
  await screen.rerender(page('Tre cose da fare'));
  await expect.element(screen.getByRole('heading', { name: 'Tre cose da fare' })).toBeVisible();
  expect(document.activeElement).toBe(document.body);
});

test('coming to another address without a reload moves focus to its heading', async () => {
  const screen = await render(page('Riepilogo'));
  history.replaceState(null, '', '?altra');
  await screen.rerender(page('Avvisi'));
  await expect.element(screen.getByRole('heading', { name: 'Avvisi' })).toHaveFocus();
});

test('when what had focus goes from the page the heading takes it, so that it is not lost', async () => {
  const screen = await render(page('Avvisi', <button type="button">Apri</button>));
  await screen.getByRole('button').click();
  await screen.rerender(page('La sessione è finita'));
  await expect.element(screen.getByRole('heading', { name: 'La sessione è finita' })).toHaveFocus();
});

test('the heading is focused by scripts, never by the tab key', async () => {
  const screen = await render(page('Riepilogo'));
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveAttribute('tabindex', '-1');
});

for (const locale of testedLocales) {
  test(`is accessible, ${locale}`, async () => {
    const { container } = await renderFor(locale, page('Avvisi'));
    await expectAccessible(container);
  });
}
