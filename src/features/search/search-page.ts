/** The page of results: without a query there is nothing to fetch. */
import { readAddress, writeAddress } from './address.ts';

const root = document.getElementById('search-results');

/** They stand beneath the results, and would jump if they were there before them. */
function showOtherWays(): void {
  document.querySelector('.search-page')?.classList.add('is-ready');
}

function run(): void {
  if (!root) return;
  const state = readAddress(location);
  // The query of a form that was sent to the server once is taken out of its address.
  if (location.search !== '') history.replaceState(null, '', location.pathname + (state.query ? writeAddress(state) : ''));
  const input = document.querySelector<HTMLInputElement>('main form[data-suggestions] input');
  if (input && input !== document.activeElement) input.value = state.query;
  if (state.query === '' && root.hidden) {
    showOtherWays();
    return;
  }
  import('./results.ts')
    .then(({ showResults }) => showResults(root, state))
    .catch(() => {
      // Not even the script came: the same words and the same way on as for the index.
      root.hidden = false;
      root.querySelector<HTMLElement>('[data-part="failed"]')?.removeAttribute('hidden');
    })
    .finally(showOtherWays);
}

root?.querySelector('[data-part="retry"]')?.addEventListener('click', run);
window.addEventListener('hashchange', run);
run();
