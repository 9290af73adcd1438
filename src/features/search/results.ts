/** Shows what was found. Every text that comes from outside becomes a text node. */
import { fill, fillCount, readTexts, type Texts } from '../../ui/search-texts.ts';
import { facets, readAddress, writeAddress, type SearchState } from './address.ts';
import { readExcerpt } from './excerpt.ts';
import { find, FIRST, type Found } from './find.ts';
import { startEngine, type Engine, type Extract, type FilterCounts } from './pagefind.ts';

/** Results that "show more" adds. */
const MORE = 10;

const locale = document.documentElement.lang;
let engine: Engine | null = null;
/** Counts the searches: an answer that comes when another was asked for is not shown. */
let latest = 0;

const part = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`);

function show(root: HTMLElement, name: string, visible: boolean): HTMLElement | null {
  const element = part(root, name);
  if (element) element.hidden = !visible;
  return element;
}

/** The state of the address with something changed, as a link to it. */
function link(state: SearchState, change: Partial<SearchState>, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = writeAddress({ ...state, ...change });
  made.textContent = text;
  return made;
}

function row(root: HTMLElement, texts: Texts, extract: Extract): Node[] {
  const copy = root.querySelector('template')?.content.cloneNode(true);
  if (!(copy instanceof DocumentFragment)) return [];
  const title = copy.querySelector('a');
  if (title) {
    title.href = extract.url;
    title.textContent = extract.title;
  }
  const kind = part(copy, 'kind');
  if (kind) kind.textContent = fill(texts, `kind_${extract.kind}`);
  const ente = part(copy, 'ente');
  if (ente) ente.textContent = extract.ente;
  if (!extract.ente) part(copy, 'between')?.remove();
  const excerpt = part(copy, 'excerpt');
  excerpt?.append(
    ...readExcerpt(extract.excerpt).map(({ text, found }) => {
      if (!found) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    }),
  );
  if (excerpt?.hasChildNodes()) excerpt.append(' …');
  for (const foreign of extract.lang ? [title, excerpt] : []) {
    foreign?.setAttribute('lang', extract.lang);
    foreign?.setAttribute('dir', 'auto');
  }
  return [copy];
}

/** Fills the choices of a facet with the values that are left, the most frequent first. */
function fillChoices(root: HTMLElement, texts: Texts, state: SearchState, counts: FilterCounts): void {
  for (const { filter } of facets) {
    const select = root.querySelector<HTMLSelectElement>(`select[name="${filter}"]`);
    const all = select?.options[0];
    if (!select || !all) continue;
    const chosen = state.filters[filter];
    const values = Object.entries(counts[filter] ?? {})
      .filter(([value, count]) => count > 0 || value === chosen)
      .sort(([, a], [, b]) => b - a);
    if (chosen !== undefined && !values.some(([value]) => value === chosen)) values.push([chosen, 0]);
    select.replaceChildren(
      all,
      ...values.map(([value, count]) => {
        const name = fill(texts, `${filter}_${value}`) || value;
        return new Option(`${name} (${count})`, value, false, value === chosen);
      }),
    );
    if (chosen === undefined) select.value = '';
  }
  const order = root.querySelector<HTMLSelectElement>('select[name="order"]');
  if (order) order.value = state.order;
}

/** Narrowing changes the address, which is what is shown: going back undoes it. */
function bindChoices(details: HTMLDetailsElement, count: () => Promise<void>): void {
  details.onchange = ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    // What is shown may be older than the address, when several choices are made in a hurry.
    const state = readAddress(location);
    if (target.name === 'order') {
      location.hash = writeAddress({ ...state, order: target.value === 'date' ? 'date' : 'relevance' });
      return;
    }
    const others = Object.entries(state.filters).filter(([filter]) => filter !== target.name);
    const filters = Object.fromEntries(target.value === '' ? others : [...others, [target.name, target.value]]);
    location.hash = writeAddress({ ...state, filters });
  };
  details.ontoggle = () => {
    if (details.open) void count();
  };
}

function showNote(root: HTMLElement, texts: Texts, state: SearchState, found: Found): void {
  const note = show(root, 'note', found.corrected !== null || found.near);
  if (!note) return;
  if (found.corrected === null) note.textContent = fill(texts, 'near');
  else {
    const exact = link(state, { exact: true }, fill(texts, 'exactly', { query: state.query }));
    note.replaceChildren(fill(texts, 'corrected', { query: found.query }), ' ', exact);
  }
}

async function addRows(root: HTMLElement, texts: Texts, found: Found, count: number): Promise<HTMLElement | null> {
  const list = root.querySelector('ol');
  const before = list?.children.length ?? 0;
  list?.append(...(await found.more(count)).flatMap((extract) => row(root, texts, extract)));
  const left = found.total - (list?.children.length ?? 0);
  show(root, 'more', left > 0);
  return list?.children[before]?.querySelector('a') ?? null;
}

/** Searches and shows; a failure is said, with a way to try again. */
export async function showResults(root: HTMLElement, state: SearchState): Promise<void> {
  latest += 1;
  const mine = latest;
  const texts = readTexts(JSON.parse(root.dataset['texts'] ?? '{}'));
  const status = root.querySelector('[role="status"]');
  const list = root.querySelector('ol');
  const details = root.querySelector('details');
  if (!status || !list || !details) return;
  root.hidden = state.query === '';
  show(root, 'failed', false);
  if (state.query === '') return;
  root.setAttribute('aria-busy', 'true');
  status.textContent = fill(texts, 'searching');
  const filtered = Object.keys(state.filters).length > 0;

  try {
    engine ??= startEngine(locale);
    const running = engine;
    // Only a query that is not understood needs the words of the portal.
    const correct = async (query: string) => {
      const { correct: correctBy, loadIndex } = await import('../../ui/search-index.ts');
      return correctBy(query, await loadIndex(root.dataset['index'] ?? ''));
    };
    const found = await find(running, state, correct, (root.dataset['ignore'] ?? '').split(' '));
    if (mine !== latest) return;

    list.replaceChildren();
    const query = { query: found.query };
    document.title = fill(texts, 'title', query);
    showNote(root, texts, state, found);
    await addRows(root, texts, found, FIRST);
    show(root, 'nothing', found.total === 0);
    show(root, 'without-filters', filtered)?.replaceChildren(link(state, { filters: {} }, fill(texts, 'withoutFilters')));
    details.hidden = found.total === 0 && !filtered;
    const count = async () => {
      await running.loadFilters();
      const counts = await found.counts();
      if (mine === latest) fillChoices(root, texts, state, counts);
    };
    // Counts cost a part of the index of their own: they come when somebody wants to narrow.
    bindChoices(details, () => count().catch(() => undefined));
    if (details.open) await count();
    else if (filtered) details.open = true;
    const more = part(root, 'more');
    if (more) more.onclick = () => void addRows(root, texts, found, MORE).then((first) => first?.focus());
    status.textContent = fillCount(texts, 'found', found.total, locale, query);
  } catch {
    if (mine !== latest) return;
    // What was fetched in part is given up: the next attempt begins anew.
    engine?.stop();
    engine = null;
    list.replaceChildren();
    for (const name of ['note', 'nothing', 'more']) show(root, name, false);
    details.hidden = true;
    status.textContent = '';
    show(root, 'failed', true);
  } finally {
    if (mine === latest) root.removeAttribute('aria-busy');
  }
}
