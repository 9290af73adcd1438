/** Suggestions while one types, after the combobox pattern of the ARIA Authoring Practices (list, manual selection). */
import { readQuery } from '../domain/search.ts';
import { createFinder } from './search-finder.ts';
import { loadIndex, type Entry } from './search-index.ts';
import { fill, fillCount } from './search-texts.ts';

/** At most so many suggestions of each kind. */
const MOST = 4;

/** Milliseconds without typing after which the number of suggestions is said: sooner it would talk into the typing. */
const PAUSE = 600;

function element(tag: string, role: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.setAttribute('role', role);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Brings suggestions to a search field. @throws when the index can not be fetched */
export async function suggest(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const index = await loadIndex(form.dataset['suggestions'] ?? '');
  const find = createFinder(index);
  const { texts, kinds, locale } = index;
  const status = form.parentElement?.querySelector('[role="status"]');
  const list = element('div', 'listbox', { id: `${input.id}-list`, 'aria-label': fill(texts, 'label') });
  list.className = 'search-suggestions';
  list.hidden = true;
  input.closest('.search-form')?.append(list);
  input.setAttribute('aria-controls', list.id);

  let options: HTMLElement[] = [];
  let active = -1;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const activate = (index: number) => {
    active = index;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    const option = options[active];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };

  const option = (text: string, path: string): HTMLElement => {
    const made = element('div', 'option', { id: `${list.id}-${options.length}`, 'aria-selected': 'false' });
    made.className = 'search-suggestion';
    made.dataset['path'] = path;
    made.textContent = text;
    options.push(made);
    return made;
  };

  const group = (kind: number, found: readonly Entry[]): HTMLElement => {
    const box = element('div', 'group', { 'aria-labelledby': `${list.id}-kind-${kind}` });
    const name = element('div', 'presentation', { id: `${list.id}-kind-${kind}` });
    name.className = 'search-suggestions-kind';
    name.textContent = kinds[kind] ?? '';
    box.append(name, ...found.map(({ title, path, lang }) => {
      const made = option(title, path);
      if (lang) Object.assign(made, { lang, dir: 'auto' });
      return made;
    }));
    return box;
  };

  const update = () => {
    clearTimeout(pause);
    const query = readQuery(input.value);
    if (query.length < 2) {
      close();
      if (status) status.textContent = '';
      return;
    }
    const found = find(query, MOST);
    options = [];
    const groups = kinds.flatMap((_, kind) => {
      const ofKind = found.filter((entry) => entry.kind === kind);
      return ofKind.length > 0 ? [group(kind, ofKind)] : [];
    });
    list.replaceChildren(...groups, option(fill(texts, 'everywhere', { query }), `${form.action}#${new URLSearchParams({ q: query })}`));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(-1);
    pause = setTimeout(() => {
      if (status) status.textContent = fillCount(texts, 'count', found.length, locale);
    }, PAUSE);
  };

  const choose = (chosen: HTMLElement) => {
    close();
    location.assign(chosen.dataset['path'] ?? '');
  };

  const keys: Record<string, () => void> = {
    ArrowDown: () => {
      if (list.hidden) update();
      if (options.length > 0) activate((active + 1) % options.length);
    },
    ArrowUp: () => {
      if (list.hidden) update();
      if (options.length > 0) activate(active <= 0 ? options.length - 1 : active - 1);
    },
    Escape: () => {
      if (list.hidden) input.value = '';
      close();
    },
  };

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const option = list.hidden ? undefined : options[active];
    const action = keys[event.key];
    if (event.key === 'Enter' && option) {
      event.preventDefault();
      choose(option);
    } else if (action) {
      event.preventDefault();
      action();
    } else if (event.key === 'Home' || event.key === 'End') {
      // They move the cursor in the text, as everywhere: no option is chosen any more.
      activate(-1);
    }
  });
  input.addEventListener('input', update);
  input.addEventListener('focus', update);
  input.addEventListener('blur', close);
  // The field keeps the focus while an option is pressed: otherwise the list would be gone before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
    if (chosen) choose(chosen);
  });
  form.addEventListener('submit', close);
  if (document.activeElement === input && input.value !== '') update();
}
