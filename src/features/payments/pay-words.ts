import { readNoticeNumber } from '../../domain/notice-number.ts';
import { readEnteCode, type CodeReading, type PaymentCode } from '../../domain/payment-code.ts';
import type messages from '../../i18n/messages/it/pay.json';
import type { CameraProblem, PictureProblem } from './read-qr.ts';

/** The texts that the script of the page says, as they stand in `messages/<language>/pay.json` under `live`. */
export type LiveKey = keyof (typeof messages)['live'] | 'missing';

/** A text of the page's language with its placeholders filled; `count` chooses the plural. */
export type Say = (key: LiveKey, values?: Record<string, string | number>) => string;

/** What is said of a field as it stands. */
export interface Verdict {
  state: 'empty' | 'partial' | 'good' | 'wrong';
  text: string;
  /** What is said instead when one wants to pay and it is not complete. */
  mistake?: string;
  /** The digits, once they are good. */
  digits: string | null;
  /** The ente's name, which is Italian in every language. */
  ente?: string;
}

/** The texts by key that the page carries as JSON in an attribute. */
export function textsIn(json: string | undefined): ReadonlyMap<string, string> {
  const carried: unknown = JSON.parse(json ?? '{}');
  if (typeof carried !== 'object' || carried === null) return new Map();
  const entries: [string, unknown][] = Object.entries(carried);
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Fills the texts that the page carries; a text that is not there is an author's mistake and shows as its key. */
export function speaker(texts: ReadonlyMap<string, string>, locale: string): Say {
  const plurals = new Intl.PluralRules(locale);
  return (key, values = {}) => {
    const { count } = values;
    const text = texts.get(typeof count === 'number' ? `${key}_${plurals.select(count)}` : key) ?? key;
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

const wrong = (text: string): Verdict => ({ state: 'wrong', text, digits: null });

/** What is said of a numero avviso, also while it is being typed. */
export function noticeVerdict(text: string, say: Say): Verdict {
  const reading = readNoticeNumber(text);
  switch (reading.state) {
    case 'wrong':
      return wrong(say(noticeMistakes[reading.reason]));
    case 'complete':
      return { state: 'good', text: say(reading.checked ? 'noticeGood' : 'noticeUnchecked'), digits: reading.digits };
    case 'partial': {
      const { kind, missing } = reading;
      if (kind === null) return { state: 'empty', text: say('noticeEmpty'), digits: null };
      const meaning = kind === '3' ? say('noticeCurrent') : say('noticeOlder', { digit: kind });
      const mistake = say('missing', { count: missing });
      return { state: 'partial', text: `${meaning} ${mistake}`, mistake, digits: null };
    }
  }
}

const noticeMistakes = {
  characters: 'noticeCharacters',
  kind: 'noticeKind',
  length: 'noticeLength',
  check: 'noticeCheck',
} as const satisfies Record<string, LiveKey>;

/**
 * What is said of an ente's fiscal code, also while it is being typed.
 * @param nameOf the name of an ente that the portal knows
 */
export function enteVerdict(text: string, say: Say, nameOf: (fiscalCode: string) => string | undefined): Verdict {
  const reading = readEnteCode(text);
  switch (reading.state) {
    case 'wrong':
      return wrong(say(enteMistakes[reading.reason]));
    case 'complete': {
      const ente = nameOf(reading.digits);
      return ente === undefined
        ? { state: 'good', text: say('enteUnknown'), digits: reading.digits }
        : { state: 'good', text: say('enteKnown'), digits: reading.digits, ente };
    }
    case 'partial':
      return reading.missing === 11
        ? { state: 'empty', text: say('enteEmpty'), digits: null }
        : { state: 'partial', text: say('missing', { count: reading.missing }), digits: null };
  }
}

const enteMistakes = {
  characters: 'enteCharacters',
  person: 'entePerson',
  length: 'enteLength',
  check: 'enteCheck',
} as const satisfies Record<string, LiveKey>;

/** Whether both codes stand the check of their digits. */
export function isSound({ noticeNumber, fiscalCode }: PaymentCode): boolean {
  return readNoticeNumber(noticeNumber).state === 'complete' && readEnteCode(fiscalCode).state === 'complete';
}

/** What is said of a QR code that was read: what it is and, when it is not a notice, what to look for. */
export function codeWords(reading: CodeReading, say: Say): string {
  switch (reading.kind) {
    case 'notice':
      return say(isSound(reading.payment) ? 'codeNotice' : 'codeSuspect');
    case 'damaged':
      return say('codeDamaged');
    case 'address':
      return `${say('codeAddress', { host: reading.host })} ${say('codeLookFor')}`;
    default:
      return `${say(otherCodes[reading.kind])} ${say('codeLookFor')}`;
  }
}

const otherCodes = {
  send: 'codeSend',
  postal: 'codePostal',
  transfer: 'codeTransfer',
  invoice: 'codeInvoice',
  phone: 'codePhone',
  text: 'codeText',
} as const satisfies Record<string, LiveKey>;

/** What is said when the camera or the picture gives nothing. */
export const problemWords = {
  refused: 'cameraRefused',
  missing: 'cameraMissing',
  busy: 'cameraBusy',
  large: 'pictureLarge',
  pdf: 'picturePdf',
  unreadable: 'pictureUnreadable',
  nothing: 'pictureNothing',
  several: 'pictureSeveral',
} as const satisfies Record<CameraProblem | PictureProblem | 'several', LiveKey>;
