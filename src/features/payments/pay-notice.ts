import { groupDigits } from '../../domain/notice-number.ts';
import { payAddress, readCode, type CodeReading, type PaymentCode } from '../../domain/payment-code.ts';
import { formatMoney } from '../../i18n/format.ts';
import { codeWords, enteVerdict, noticeVerdict, problemWords, speaker, textsIn, type LiveKey, type Verdict } from './pay-words.ts';

/** How long one pauses before what is typed is spoken, in milliseconds: not at each key. */
const PAUSE = 1_200;

/** How long the camera sees nothing before it is said what may help, in milliseconds. */
const HELP_AFTER = 15_000;

/** A field, what is said of it, and how it is read. */
interface Field {
  input: HTMLInputElement;
  note: HTMLElement;
  read: (text: string) => Verdict;
}

/** The decoder comes only when somebody wants a code read. */
const loadReader = () => import('./read-qr.ts');

/**
 * The form that pays a notice: checks what is typed or read from a QR code, and leads to pagoPA's page with it.
 * What is typed and the pictures stay in the browser; nothing is kept.
 */
function start(root: HTMLElement): void {
  const one = <E extends HTMLElement>(selector: string, kind: new () => E): E => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`The payment form has no ${selector}.`);
    return found;
  };
  const { locale = 'it', payUrl = '', texts, enti } = root.dataset;
  const say = speaker(textsIn(texts), locale);
  const names = textsIn(enti);

  const form = one('form', HTMLFormElement);
  const summary = one('.pay-errors', HTMLElement);
  const pay = one('[type="submit"]', HTMLButtonElement);
  const amountLine = one('.pay-amount', HTMLElement);
  const spoken = one('.pay-spoken', HTMLElement);
  const outcome = one('.pay-outcome', HTMLElement);
  const fieldOf = (id: string, read: Field['read']): Field => ({
    input: one(`#${id}`, HTMLInputElement),
    note: one(`#${id}-note`, HTMLElement),
    read,
  });
  const notice = fieldOf('notice-number', (text) => noticeVerdict(text, say));
  const ente = fieldOf('ente-code', (text) => enteVerdict(text, say, (fiscalCode) => names.get(fiscalCode)));
  const fields = [notice, ente];

  /** The last code that was read: its amount holds for as long as its numbers stand. */
  let scanned: PaymentCode | null = null;

  const show = ({ input, note }: Field, verdict: Verdict, isWrong: boolean): void => {
    note.textContent = isWrong ? (verdict.mistake ?? verdict.text) : verdict.text;
    if (verdict.ente !== undefined) {
      const name = document.createElement('strong');
      name.lang = 'it';
      name.textContent = verdict.ente;
      note.append(' ', name);
    }
    note.classList.toggle('field-wrong', isWrong);
    note.classList.toggle('field-good', verdict.state === 'good');
    if (isWrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };

  const refresh = (field: Field): Verdict => {
    const verdict = field.read(field.input.value);
    if (verdict.state === 'empty') show(field, { ...verdict, text: '' }, false);
    else show(field, verdict, verdict.state === 'wrong');
    const isScanned =
      ente.read(ente.input.value).digits === scanned?.fiscalCode &&
      notice.read(notice.input.value).digits === scanned.noticeNumber;
    const amount = isScanned && scanned?.amount ? formatMoney(scanned.amount.cents, locale) : null;
    pay.textContent = amount === null ? say('pay') : say('payAmount', { amount });
    amountLine.textContent = amount === null ? '' : say('amount', { amount });
    return verdict;
  };

  /** A hand-held reader types the whole of a code into the field it finds, as one may paste it. */
  const holdsCode = ({ input }: Field): boolean => {
    const code = readCode(input.value);
    if (code.kind === 'notice') take(code.payment);
    return code.kind === 'notice';
  };

  let pause: ReturnType<typeof setTimeout> | undefined;
  for (const field of fields) {
    field.input.addEventListener('input', () => {
      clearTimeout(pause);
      refresh(field);
      pause = setTimeout(() => {
        if (!holdsCode(field)) spoken.textContent = field.note.textContent;
      }, PAUSE);
    });
    field.input.addEventListener('change', () => {
      const { digits } = field.read(field.input.value);
      if (digits !== null && field === notice) field.input.value = groupDigits(digits);
    });
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    if (fields.some(holdsCode)) return;
    const verdicts = fields.map((field) => ({ field, verdict: field.read(field.input.value) }));
    const mistakes = verdicts.filter(({ verdict }) => verdict.state !== 'good');
    for (const { field, verdict } of verdicts) show(field, verdict, verdict.state !== 'good');
    summary.hidden = mistakes.length === 0;
    const [noticeNumber, fiscalCode] = verdicts.map(({ verdict }) => verdict.digits);
    if (noticeNumber && fiscalCode && mistakes.length === 0) {
      handOver({ noticeNumber, fiscalCode });
      return;
    }
    const links = mistakes.map(({ field }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${field.input.id}`;
      link.textContent = `${field.input.labels?.[0]?.textContent ?? ''}. ${field.note.textContent}`;
      item.append(link);
      return item;
    });
    summary.querySelector('ul')?.replaceChildren(...links);
    summary.focus();
  });

  /** To pagoPA's own page: the only place that what was typed goes to. */
  const handOver = (payment: Omit<PaymentCode, 'amount'>) => location.assign(payAddress(payUrl, payment));

  const take = (payment: PaymentCode): void => {
    scanned = payment;
    notice.input.value = groupDigits(payment.noticeNumber);
    ente.input.value = payment.fiscalCode;
    summary.hidden = true;
    const verdicts = fields.map((field) => ({ field, state: refresh(field).state }));
    const unsound = verdicts.find(({ state }) => state !== 'good')?.field;
    tell(codeWords({ kind: 'notice', payment }, say));
    (unsound?.input ?? pay).focus();
  };

  const tell = (text: string): void => void (outcome.textContent = text);
  const tellKey = (key: LiveKey): void => tell(say(key));

  const photo = one('#pay-photo', HTMLInputElement);
  photo.addEventListener('change', () => {
    const [file] = photo.files ?? [];
    if (file) void readPhoto(file);
  });

  const readPhoto = async (file: File): Promise<void> => {
    tellKey('reading');
    try {
      const { readPicture } = await loadReader();
      const texts = await readPicture(file);
      if (typeof texts === 'string') tellKey(problemWords[texts]);
      else takeAnyOf(texts.map(readCode));
    } catch {
      tellKey('readerMissing');
    }
    // The same picture may be chosen again.
    photo.value = '';
  };

  const takeAnyOf = (readings: readonly CodeReading[]): void => {
    const [first, second] = readings.filter((reading) => reading.kind === 'notice');
    if (second) tellKey(problemWords.several);
    else if (first) take(first.payment);
    else if (readings[0]) tell(codeWords(readings[0], say));
  };

  const dialog = one('dialog', HTMLDialogElement);
  const video = one('video', HTMLVideoElement);
  const seen = one('.pay-seen', HTMLElement);
  let camera = new AbortController();

  const closeCamera = (): void => {
    camera.abort();
    dialog.close();
  };
  one('.pay-open-camera', HTMLButtonElement).addEventListener('click', () => void openCamera());
  one('.pay-close-camera', HTMLButtonElement).addEventListener('click', closeCamera);
  // Escape closes the dialog by itself.
  dialog.addEventListener('close', closeCamera);
  addEventListener('pagehide', closeCamera);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) closeCamera();
  });

  const openCamera = async (): Promise<void> => {
    if (!('mediaDevices' in navigator)) {
      tellKey(isSecureContext ? 'cameraUnsupported' : 'cameraInsecure');
      return;
    }
    camera = new AbortController();
    const { signal } = camera;
    tell('');
    seen.textContent = say('cameraStarting');
    dialog.showModal();
    let help: ReturnType<typeof setTimeout> | undefined;
    try {
      const { watchCamera } = await loadReader();
      const problem = await watchCamera(video, signal, {
        started: () => {
          seen.textContent = say('cameraOn');
          help = setTimeout(() => void (seen.textContent = say('cameraHelp')), HELP_AFTER);
        },
        found: (text) => {
          if (signal.aborted) return;
          clearTimeout(help);
          const reading = readCode(text);
          if (reading.kind === 'notice') {
            closeCamera();
            take(reading.payment);
            return;
          }
          // Another code may be beside the one that is looked for: say what it is, once, and go on looking.
          const words = codeWords(reading, say);
          if (seen.textContent !== words) seen.textContent = words;
        },
      });
      if (problem) tellKey(problemWords[problem]);
    } catch {
      tellKey('readerMissing');
    } finally {
      clearTimeout(help);
      if (camera.signal === signal) closeCamera();
    }
  };

  root.classList.add('is-ready');
  // What a browser brings back with the page is checked like what is typed.
  for (const field of fields) refresh(field);
}

if (typeof document !== 'undefined') {
  for (const root of document.querySelectorAll<HTMLElement>('.pay-form')) start(root);
}
