export {};
// Makes the list of services answer at once: links become boxes that combine, and words are looked for as one types.
// Without this script the links lead to pages made ahead. What filters is loaded only when it is needed.

/** Makes a box of a facet's link. */
function toBox(link: HTMLAnchorElement, facet: string, checked: boolean): void {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = facet;
  box.value = link.dataset.value ?? '';
  box.checked = checked;
  const label = document.createElement('label');
  label.className = 'form-check';
  label.append(box, ...link.childNodes);
  if (link.dataset.element) label.dataset.element = link.dataset.element;
  link.replaceWith(label);
}

function start(root: HTMLElement): void {
  const form = root.querySelector('form');
  const words = root.querySelector('input');
  if (!form || !words) return;
  const groups = [...root.querySelectorAll<HTMLDetailsElement>('.facet')];
  const query = new URLSearchParams(location.search);
  // Parameters of others, such as those that tell where a visit came from, leave the page's own choice as it is.
  const isAsked = ['q', 'ordine', ...groups.map(({ dataset }) => dataset.facet ?? '')].some((name) => query.has(name));
  const asked = isAsked ? query : new URLSearchParams(root.dataset.chosen);

  for (const facet of groups) {
    const name = facet.dataset.facet ?? '';
    const chosen = asked.getAll(name);
    if (chosen.length > 0) facet.open = true;
    for (const link of facet.querySelectorAll<HTMLAnchorElement>('a[data-value]')) toBox(link, name, chosen.includes(link.dataset.value ?? ''));
  }
  words.value = (asked.get('q') ?? '').slice(0, words.maxLength);
  root.dataset.order = asked.get('ordine') ?? '';

  const status = root.querySelector('[role="status"]');
  const apply = () =>
    void import('./service-filter.ts')
      .then(({ filterServices }) => filterServices(root))
      .catch(() => {
        // Not even the script came: the same words as for the services it would have read.
        if (status) status.textContent = root.dataset.failed ?? '';
      });
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-order]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      root.dataset.order = link.dataset.order;
      apply();
    });
  }
  root.querySelector('.filter-empty button')?.addEventListener('click', () => {
    form.reset();
    for (const box of form.querySelectorAll('input')) {
      box.checked = false;
      if (box === words) box.value = '';
    }
    apply();
    words.focus();
  });
  if (isAsked) apply();
}

for (const root of document.querySelectorAll<HTMLElement>('service-list')) start(root);
