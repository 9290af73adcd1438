import { moodOf, SURVEY_FIELDS } from '../domain/survey.ts';

/** Sends the survey without leaving the page. Without this script the form leads to a page that does the same. */
function start(form: HTMLFormElement): void {
  const problem = form.querySelector('.survey-problem');
  const thanks = form.parentElement?.querySelector<HTMLElement>('.survey-thanks');
  if (!problem || !thanks) return;
  let sending = false;

  async function send(): Promise<void> {
    const fields = new FormData(form);
    const rating = Number(fields.get(SURVEY_FIELDS.rating));
    const body = {
      path: fields.get(SURVEY_FIELDS.path),
      locale: form.dataset['locale'],
      rating,
      reasons: fields.getAll(SURVEY_FIELDS[moodOf(rating)]),
      text: fields.get(SURVEY_FIELDS.text),
      website: fields.get(SURVEY_FIELDS.trap),
    };
    const response = await fetch('/api/v1/ratings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null);
    if (response?.ok) {
      form.hidden = true;
      if (thanks) {
        thanks.hidden = false;
        // The button that had the focus is gone: what has taken its place is read out.
        thanks.focus();
      }
    } else if (problem) {
      problem.textContent = (response?.status === 429 ? form.dataset['tooMany'] : form.dataset['notStored']) ?? '';
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    // Emptied first, so that the same sentence is announced again when it comes again.
    problem.textContent = '';
    void send().finally(() => {
      sending = false;
    });
  });
}

// Where the style can not show the second question in place, the page that follows the form asks it.
if (CSS.supports('selector(:has(a))')) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form.survey')) start(form);
}
