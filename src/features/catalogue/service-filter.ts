/** Words as they are compared: without accents and capitals, in any alphabet. */
export function comparable(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Whether a text holds the beginning of every word of a query. */
export function matches(text: string, query: string): boolean {
  const words = comparable(text).split(/[^\p{L}\p{N}]+/u);
  return comparable(query)
    .split(/[^\p{L}\p{N}]+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** Longest query compared; more is not what a person looks for. */
const LONGEST_QUERY = 100;

/** Filters the list of services as one types. Without this script the whole list is there. */
function start(root: HTMLElement): void {
  const search = root.querySelector('search');
  const input = root.querySelector('input');
  const status = root.querySelector('[role="status"]');
  const empty = root.querySelector<HTMLElement>('.filter-empty');
  if (!search || !input || !status || !empty) return;
  const counts: unknown = JSON.parse(root.dataset.counts ?? '[]');

  const apply = () => {
    const query = input.value.slice(0, LONGEST_QUERY).trim();
    const found = new Set<string>();
    for (const section of root.querySelectorAll('section')) {
      let any = false;
      for (const row of section.querySelectorAll('li')) {
        row.hidden = !matches(row.dataset.words ?? '', query);
        if (row.hidden) continue;
        any = true;
        found.add(row.querySelector('a')?.href ?? '');
      }
      section.hidden = !any;
    }
    empty.hidden = found.size > 0;
    status.textContent = query && Array.isArray(counts) ? String(counts[found.size] ?? '') : '';
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
  };

  search.hidden = false;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', apply);
  empty.querySelector('button')?.addEventListener('click', () => {
    input.value = '';
    apply();
    input.focus();
  });
  if (input.value) apply();
}

if (typeof document !== 'undefined') {
  for (const root of document.querySelectorAll<HTMLElement>('service-filter')) start(root);
}
