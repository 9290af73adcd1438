/** The search of every page: what is sent stays in the browser, and suggestions come with the first touch of the field. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggestions]')) {
  const input = form.querySelector('input');
  if (!input) continue;
  // A searchbox may not be a combobox; both look and work the same here.
  input.type = 'text';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.assign(`${form.action}#${new URLSearchParams({ q: input.value })}`);
  });

  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    // Without suggestions one can still search; the next touch tries again.
    import('./search-suggestions.ts').then(({ suggest }) => suggest(form, input)).catch(() => (asked = false));
  };
  input.addEventListener('focus', ask);
  input.addEventListener('input', ask);
  if (document.activeElement === input) ask();
}
